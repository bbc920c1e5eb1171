import type { CaveatSpec } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import { caveat } from './caveat.ts';

/** Mutual legal assistance and spontaneous information. */
export const ASSISTANCE_CAVEATS: readonly CaveatSpec[] = [
  caveat('C-CONF-REQ', {
    paragraph: 'MLA-25',
    binds: 'requested',
    title: words('The request is to be kept secret', 'La demande doit rester secrète'),
    from: { when: { field: 'confidentiality.required', equals: true } },
    ends: words(
      'On its day, or when the requesting State lifts it.',
      'À sa date, ou quand l’État requérant le lève.',
    ),
  }),
  caveat('C-USE-LIMIT', {
    paragraph: 'MLA-24',
    binds: 'requesting',
    title: words('Use only for the proceedings stated', 'Usage limité aux procédures indiquées'),
    ends: words(
      'Never; consent of the requested State widens it.',
      'Jamais ; le consentement de l’État requis l’élargit.',
    ),
  }),
  caveat('C-SPI-CONF', {
    paragraph: 'SPI-2',
    binds: 'requesting',
    title: words('The information is confidential', 'L’information est confidentielle'),
    from: { list: 'restrictions', when: { field: 'type', equals: 'confidentiality' } },
    ends: words('On its day, or when the sender lifts it.', 'À sa date, ou quand l’expéditeur la lève.'),
  }),
  caveat('C-SPI-USE', {
    paragraph: 'SPI-2',
    binds: 'requesting',
    title: words('Use of the information is restricted', 'L’usage de l’information est restreint'),
    from: { list: 'restrictions', when: { field: 'type', equals: 'use' } },
    ends: words('On its day, or when the sender lifts it.', 'À sa date, ou quand l’expéditeur la lève.'),
  }),
  caveat('C-EXCULP', {
    paragraph: 'SPI-2',
    binds: 'requesting',
    title: words('Disclosure for the defence, with notice', 'Divulgation à décharge, avec avis'),
    ends: words('With the disclosure.', 'Avec la divulgation.'),
  }),
  caveat('C-COND', {
    paragraph: 'MLA-31',
    binds: 'requesting',
    title: words('Accepted condition', 'Condition acceptée'),
    from: { list: 'conditions' },
    ends: words('As its terms say, or when it is lifted.', 'Selon ses termes, ou par sa levée.'),
  }),
  caveat('C-GOVREC', {
    paragraph: 'MLA-34b',
    binds: 'requesting',
    title: words('Condition on a record that is not public', 'Condition sur un dossier non public'),
    from: { list: 'conditions' },
    ends: words('As its terms say, or when it is lifted.', 'Selon ses termes, ou par sa levée.'),
  }),
];

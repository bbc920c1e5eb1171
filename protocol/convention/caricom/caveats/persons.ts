import type { CaveatSpec } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import { caveat } from './caveat.ts';

/** What binds towards a person who was sent, came, or was surrendered. */
export const PERSON_CAVEATS: readonly CaveatSpec[] = [
  caveat('C-CUSTODY', {
    paragraph: 'MLA-12b',
    binds: 'requesting',
    title: words('Terms of custody', 'Modalités de la détention'),
    from: { list: 'conditions', when: { field: 'type', equals: 'custody_terms' } },
    ends: words('When the person is taken back.', 'Quand la personne est reprise.'),
  }),
  caveat('C-TPC-IMMUNITY', {
    paragraph: 'MLA-14',
    binds: 'requesting',
    title: words(
      'No restriction of liberty for anything before the departure',
      'Aucune restriction de liberté pour des faits antérieurs au départ',
    ),
    from: { when: { field: 'leg', equals: 'outbound' } },
    ends: words(
      'On return; the sending State narrows it act by act.',
      'Au retour ; l’État d’envoi la restreint fait par fait.',
    ),
  }),
  caveat('C-SAFE-CONDUCT', {
    paragraph: 'MLA-32',
    binds: 'requesting',
    title: words(
      'Safe conduct: no restriction of liberty for anything before the departure',
      'Sauf-conduit : aucune restriction de liberté pour des faits antérieurs au départ',
    ),
    from: { when: { field: 'consent', equals: 'given' } },
    ends: words(
      'After fifteen days in a row with a way to leave, or on return of own will.',
      'Après quinze jours de suite avec possibilité de partir, ou au retour volontaire.',
    ),
  }),
  caveat('C-RETURN', {
    paragraph: 'EXT-12',
    binds: 'requesting',
    title: words('The person returns to serve the sentence', 'La personne revient purger sa peine'),
    from: { list: 'conditions', when: { field: 'type', equals: 'return_to_serve' } },
    ends: words(
      'When the person is taken back, or when it is lifted because there is no sentence.',
      'Quand la personne est reprise, ou par sa levée faute de peine à purger.',
    ),
  }),
];

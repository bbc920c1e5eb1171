import type { KindSpec } from '../../instrument.ts';
import { choice, field, words } from '../fields/field.ts';
import { objects } from '../fields/objects.ts';
import { ownReference } from '../fields/proceeding.ts';
import { contact, links } from '../fields/relations.ts';
import { cooperation, viaOrganization } from './cooperation.ts';
import { LEC_REGIME, widerScope } from './law-enforcement.ts';

/** LEC-1a, d and f: what one police service tells another, unasked. */
export const LE_INFORMATION: KindSpec = cooperation({
  kind: 'le.information',
  title: words('Police information', 'Information policière'),
  articles: ['LEC-1a', 'LEC-1d', 'LEC-1f', 'LEC-2'],
  ...LEC_REGIME,
  opensWith: 'TRANSMIT',
  unsolicited: true,
  grounds: [],
  groundsClosed: true,
  intakeReasons: [],
  timers: ['T-EARLY-WARNING', 'T-CONSULT'],
  verbs: [
    'TRANSMIT',
    'ACKNOWLEDGE',
    'FORWARD_NOTICE',
    'CORRECTION',
    'CONSULT_OPEN',
    'CONSULT_NOTE',
    'CONSULT_CLOSE',
    'LINK_CASE',
    'NONCONFORMITY_NOTICE',
    'CLOSE',
  ],
  content: [
    ownReference,
    contact,
    field('class', 'choice', 'LEC-1', {
      required: true,
      choices: [
        choice('general', 'on an offence', 'sur une infraction', { paragraph: 'LEC-1a' }),
        choice('modus_operandi', 'on means and methods', 'sur des moyens et méthodes', {
          paragraph: 'LEC-1d',
        }),
        choice('early_warning', 'early warning', 'alerte précoce', { paragraph: 'LEC-1f' }),
      ],
      en: ['Class', 'What kind of information it is. An early warning rings if it is urgent.'],
      fr: ['Catégorie', 'De quel type d’information il s’agit. Une alerte précoce urgente sonne.'],
      example: 'modus_operandi',
    }),
    field('information', 'text', 'LEC-1', {
      required: true,
      textMax: 60_000,
      en: ['Information', 'The information itself.'],
      fr: ['Information', 'L’information elle-même.'],
      example: words(
        'False invoices are sent from mail servers that were broken into two weeks before.',
        'De fausses factures partent de serveurs de messagerie forcés deux semaines plus tôt.',
      ),
    }),
    field('links_with_other_crime', 'boolean', 'LEC-1a', {
      en: ['Links with other crimes', 'Whether it tells of links with other crimes. Both must have agreed.'],
      fr: [
        'Liens avec d’autres infractions',
        'Si elle révèle des liens avec d’autres infractions. Il faut l’accord des deux États.',
      ],
      example: 'no',
    }),
    field('measures_proposed', 'list', 'LEC-1f', {
      of: 'text',
      countMax: 20,
      textMax: 1000,
      en: ['Measures proposed', 'What both could do at once.'],
      fr: ['Mesures proposées', 'Ce que les deux pourraient faire aussitôt.'],
      example: words('Warn the hospitals', 'Avertir les hôpitaux'),
    }),
    viaOrganization,
    objects('LEC-1'),
    links,
  ],
  variations: {
    TRANSMIT: {
      caveats: [],
      duties: [
        {
          timer: 'T-EARLY-WARNING',
          paragraph: 'LEC-1f',
          debtor: 'requesting',
          onlyWhen: { field: 'class', equals: 'early_warning' },
        },
      ],
    },
    ACKNOWLEDGE: { sender: 'requesting', to: 'received' },
    FORWARD_NOTICE: { sender: 'requesting' },
    CLOSE: { from: ['received'] },
  },
  checks: { TRANSMIT: [widerScope('links_with_other_crime')] },
});

import type { KindSpec } from '../../instrument.ts';
import { choice, field, words } from '../fields/field.ts';
import { MLA_TREATY } from './assistance.ts';
import { REALTIME, REALTIME_GROUNDS, realtimeContent } from './realtime.ts';

const INTERCEPTION = [
  field('authorisation_reference', 'text', 'INT-1', {
    required: true,
    marks: true,
    textMax: 1000,
    en: [
      'Authorisation',
      'The order of your court or other authority that allows the interception, with its date.',
    ],
    fr: [
      'Autorisation',
      'La décision de votre tribunal ou autre autorité qui permet l’interception, avec sa date.',
    ],
    example: words(
      'High Court, order 17/2026 of 20 November 2026',
      'Haute Cour, ordonnance 17/2026 du 20 novembre 2026',
    ),
  }),
  field('means', 'choice', 'INT-1', {
    choices: [
      choice('collection', 'collection', 'collecte'),
      choice('recording', 'recording', 'enregistrement'),
      choice('both', 'both', 'les deux'),
    ],
    en: ['Means', 'Whether the content is to be collected, recorded or both.'],
    fr: ['Moyen', 'Si le contenu doit être collecté, enregistré ou les deux.'],
    example: 'recording',
  }),
];

/** INT: content of specified communications, while they happen, as far as treaties and law allow. */
export const DATA_CONTENT_INTERCEPT: KindSpec = {
  ...REALTIME,
  kind: 'data.content_intercept',
  title: words('Interception of content', 'Interception de contenu'),
  articles: ['INT-1', 'MLA-20'],
  regimes: ['domestic_conditions', 'treaty', 'treaty_replaced_by_mla_9_29'],
  treaty: MLA_TREATY,
  content: realtimeContent('INT-1', INTERCEPTION),
  grounds: [
    { code: 'G-NOT-PERMITTED', paragraph: 'INT-1', consultFirst: false, reasons: 'ack' },
    ...REALTIME_GROUNDS,
    { code: 'G-TREATY-PACK', paragraph: 'INT-1', consultFirst: false, reasons: 'ack' },
  ],
  drafting: [
    {
      check: 'interception-not-permitted',
      level: 'WARN',
      paragraph: 'INT-1',
      when: { declares: { by: 'requested', field: 'interception.permitted', equals: 'no' } },
      says: words(
        'The other State says that its law does not permit interception for another State.',
        'L’autre État indique que son droit ne permet pas l’interception pour un autre État.',
      ),
      instead: ['data.stored_access', 'data.traffic_realtime'],
    },
    {
      check: 'interception-under-treaty-only',
      level: 'WARN',
      paragraph: 'INT-1',
      when: {
        all: [
          { declares: { by: 'requested', field: 'interception.permitted', equals: 'treaty_only' } },
          { not: { procedure: ['treaty', 'treaty_replaced_by_mla_9_29'] } },
        ],
      },
      says: words(
        'The other State intercepts under a treaty only, and none is on record between you.',
        'L’autre État n’intercepte qu’en vertu d’un traité, et aucun n’est enregistré entre vous.',
      ),
      instead: ['data.stored_access', 'data.traffic_realtime'],
    },
  ],
};

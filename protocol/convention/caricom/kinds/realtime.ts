import type { FieldSpec } from '../../field-spec.ts';
import type { KindGround, KindSpec } from '../../instrument.ts';
import { communications, deliveryMode } from '../fields/communications.ts';
import { words } from '../fields/field.ts';
import { proceduresOn } from '../fields/measures.ts';
import { factsSummary } from '../fields/proceeding.ts';
import { assistanceContent, MLA_TIMERS, MLA_VERBS } from './assistance.ts';

const listed = (code: string, paragraph: string): KindGround => ({
  code,
  paragraph,
  consultFirst: true,
  reasons: 'ack',
});

/** Grounds of MLA-26, as far as they are read into collection in real time. */
export const REALTIME_GROUNDS: readonly KindGround[] = [
  listed('G-NONCONFORM', 'MLA-26a'),
  listed('G-ESSENTIAL-INTERESTS', 'MLA-26b'),
  listed('G-DOMESTIC-PROHIBITION', 'MLA-26c'),
  listed('G-LEGAL-SYSTEM', 'MLA-26d'),
];

/** What MLA-20 asks, with the communications in the place of measures. */
export const realtimeContent = (paragraph: string, more: readonly FieldSpec[]): readonly FieldSpec[] =>
  assistanceContent([
    communications(paragraph),
    deliveryMode(paragraph),
    ...more,
    proceduresOn('communications', 'k1'),
  ]).map((spec) =>
    spec.name === factsSummary.name
      ? {
          ...spec,
          required: true,
          help: words('What happened, when and where.', 'Ce qui s’est passé, quand et où.'),
        }
      : spec,
  );

/** What both kinds of collection in real time have in common (RTT-1, INT-1). */
export const REALTIME: Omit<KindSpec, 'kind' | 'title' | 'articles' | 'regimes' | 'content' | 'grounds'> = {
  opensWith: 'REQUEST',
  unsolicited: false,
  routes: [{ from: ['CA'], to: ['CA'], paragraph: 'MLA-17' }],
  languageLevel: 'BLOCK',
  partsField: 'communications',
  groundsClosed: false,
  forbidden: ['X-DC-LABEL', 'X-ELECTRONIC-FORM'],
  dualCriminality: 'domestic',
  postpone: { allowed: true, consultFirst: true },
  intakeReasons: ['security_level', 'authenticity', 'channel', 'not_party'],
  timers: MLA_TIMERS,
  verbs: MLA_VERBS,
  automaticCaveats: ['C-USE-LIMIT'],
  // Not said in these articles but read into them: never more than a reason asked for.
  paragraphsUnder: Object.fromEntries(
    ['26', '28', '29', '31'].map((number) => [`MLA-${number}`, { regimes: [], otherwise: 'ACK' }]),
  ),
};

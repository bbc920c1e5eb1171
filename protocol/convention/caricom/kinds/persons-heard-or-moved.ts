import type { FieldSpec } from '../../field-spec.ts';
import type { KindGround, KindSpec } from '../../instrument.ts';
import { particularProcedures } from '../fields/measures.ts';
import {
  assistanceContent,
  MLA_9_TO_29,
  MLA_GROUNDS,
  MLA_TIMERS,
  MLA_TREATY,
  MLA_VERBS,
} from './assistance.ts';

/** A ground that needs no consultation first, with reasons owed. */
export const alsoRefusable = (code: string, paragraph: string): KindGround => ({
  code,
  paragraph,
  consultFirst: false,
  reasons: 'block',
});

/** What was asked for is one thing: procedures belong to the whole of it. */
const procedures: FieldSpec = {
  ...particularProcedures,
  fields: (particularProcedures.fields ?? []).filter(({ name }) => name !== 'measure'),
};

/** MLA-20 for a kind that is a measure by itself: its own fields stand where the measures do. */
export const singleMeasureContent = (asked: readonly FieldSpec[]): readonly FieldSpec[] =>
  assistanceContent([...asked, procedures]).map((spec) =>
    spec.name === 'facts_summary' ? { ...spec, required: true } : spec,
  );

/** What the kinds about persons and public records have in common with `mla.general`. */
export const ASSISTANCE_KIND = {
  opensWith: 'REQUEST',
  unsolicited: false,
  routes: [{ from: ['CA'], to: ['CA'], paragraph: 'MLA-17' }],
  regimes: ['mla_9_29', 'treaty', 'treaty_replaced_by_mla_9_29'],
  treaty: MLA_TREATY,
  languageLevel: 'BLOCK',
  grounds: MLA_GROUNDS.filter(({ code }) => code !== 'G-RECORD-DISCRETION'),
  groundsClosed: false,
  forbidden: ['X-BANK-SECRECY', 'X-FISCAL-SOLE', 'X-DC-LABEL', 'X-ELECTRONIC-FORM'],
  dualCriminality: 'per_measure',
  postpone: { allowed: true, consultFirst: true },
  intakeReasons: ['security_level', 'authenticity', 'channel', 'not_party'],
  timers: MLA_TIMERS,
  verbs: MLA_VERBS,
  automaticCaveats: ['C-USE-LIMIT'],
  paragraphsUnder: MLA_9_TO_29,
} as const satisfies Partial<KindSpec>;

import type { KindSpec } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import { measures, particularProcedures } from '../fields/measures.ts';
import {
  assistanceContent,
  MLA_9_TO_29,
  MLA_GROUNDS,
  MLA_TIMERS,
  MLA_TREATY,
  MLA_VERBS,
} from './assistance.ts';

/** MLA-1 to 3, 15 to 31 and 33: the request of which the other `mla.*` kinds are variants. */
export const MLA_GENERAL: KindSpec = {
  kind: 'mla.general',
  title: words('Mutual legal assistance', 'Entraide judiciaire'),
  articles: ['MLA-1', 'MLA-2', 'MLA-3', 'MLA-17', 'MLA-18', 'MLA-20'],
  opensWith: 'REQUEST',
  unsolicited: false,
  routes: [{ from: ['CA'], to: ['CA'], paragraph: 'MLA-17' }],
  regimes: ['mla_9_29', 'treaty', 'treaty_replaced_by_mla_9_29'],
  treaty: MLA_TREATY,
  languageLevel: 'BLOCK',
  content: assistanceContent([measures, particularProcedures]),
  grounds: MLA_GROUNDS,
  groundsClosed: false,
  forbidden: ['X-BANK-SECRECY', 'X-FISCAL-SOLE', 'X-DC-LABEL', 'X-ELECTRONIC-FORM', 'X-PUBLIC-RECORD'],
  dualCriminality: 'per_measure',
  postpone: { allowed: true, consultFirst: true },
  intakeReasons: ['security_level', 'authenticity', 'channel', 'not_party'],
  timers: MLA_TIMERS,
  verbs: MLA_VERBS,
  automaticCaveats: ['C-USE-LIMIT'],
  paragraphsUnder: MLA_9_TO_29,
};

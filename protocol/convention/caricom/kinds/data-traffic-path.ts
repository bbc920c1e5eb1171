import type { KindSpec } from '../../instrument.ts';
import { field, words } from '../fields/field.ts';
import { USE_VERBS } from './verb-sets.ts';

/**
 * TRAF: the path found while preserving. It is told inside the preservation; on its own only where the
 * preservation is with another party of the same State.
 */
export const DATA_TRAFFIC_PATH: KindSpec = {
  kind: 'data.traffic_path',
  title: words('Path of a communication', 'Acheminement d’une communication'),
  articles: ['TRAF-1', 'TRAF-2', 'N247-1b'],
  opensWith: 'TRAFFIC_PATH',
  unsolicited: true,
  routes: [
    { from: ['POC'], to: ['POC'], paragraph: 'N247-1b' },
    { from: ['CA'], to: ['CA'], paragraph: 'TRAF-1' },
  ],
  regimes: ['article_only'],
  content: [
    field('preserve_case', 'code', 'TRAF-1', {
      required: true,
      format: 'case_id',
      en: ['Preservation', 'The id of the case in which the data were preserved (32 characters).'],
      fr: ['Conservation', 'L’identifiant de l’affaire de conservation (32 caractères).'],
      example: '00112233445566778899aabbccddeeff',
    }),
  ],
  grounds: [],
  groundsClosed: true,
  closedBy: 'TRAF-2',
  forbidden: ['X-UNLISTED'],
  dualCriminality: 'none',
  postpone: { allowed: false, consultFirst: false },
  intakeReasons: [],
  timers: ['T-CONSULT', 'T-EXCULP-PRIOR', 'T-EXCULP-AFTER'],
  verbs: [
    'TRAFFIC_PATH',
    'FORWARD_NOTICE',
    'CORRECTION',
    'CONSULT_OPEN',
    'CONSULT_NOTE',
    'CONSULT_CLOSE',
    ...USE_VERBS,
    'LINK_CASE',
    'NONCONFORMITY_NOTICE',
    'CLOSE',
  ],
  automaticCaveats: [],
  variations: {
    TRAFFIC_PATH: { from: [], to: 'received', effects: ['open'] },
    FORWARD_NOTICE: { sender: 'requesting' },
    CLOSE: { from: ['received'] },
  },
  paragraphsUnder: {},
};

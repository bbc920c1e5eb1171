import type { Status } from '../convention/instrument.ts';

/**
 * Every status of a case, in the order in which cases go through them; and `rejected`: the partner's node has
 * rejected the item that opened it, so that it is a case for its author alone, and over.
 */
export const STATUSES = [
  'received',
  'in_review',
  'executing',
  'postponed',
  'executed',
  'refused',
  'withdrawn',
  'intake_rejected',
  'closed',
  'rejected',
] as const satisfies readonly (Status | 'rejected')[];

export type CaseStatus = (typeof STATUSES)[number];

import type { Status } from '../convention/instrument.ts';

/** Every status of a case, in the order in which cases go through them. */
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
] as const satisfies readonly Status[];

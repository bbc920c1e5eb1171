import { STATUSES } from '../../protocol/control/statuses.ts';
import type { OptionSpec } from '../command.ts';
import { PAGE_OPTIONS } from '../page.ts';

/** What narrows a list of cases. */
export const LIST_OPTIONS: readonly OptionSpec[] = [
  { name: 'status', value: 'STATUS', summary: 'only cases in this status', choices: STATUSES },
  { name: 'kind', value: 'KIND', summary: 'only cases of this kind' },
  { name: 'partner', value: 'STATE', summary: 'only cases with this partner' },
  { name: 'open', summary: 'only cases that are not closed' },
  { name: 'due', value: 'BEFORE', summary: 'only cases with something due before a date (2026-12-24)' },
  { name: 'search', value: 'TEXT', summary: 'only cases whose reference or own reference holds this text' },
  ...PAGE_OPTIONS,
];

import type { Input, OptionSpec } from './command.ts';

/** Options of every list that has pages. */
export const PAGE_OPTIONS: readonly OptionSpec[] = [
  { name: 'after', value: 'MARK', summary: 'goes on where the last page ended: the mark in its `next`' },
  { name: 'limit', value: 'N', summary: 'rows of one page', default: "the daemon's own" },
];

export function pageOf(input: Input): { after?: string; limit?: number } {
  const after = input.option('after');
  const limit = input.integer('limit');
  return { ...(after !== undefined && { after }), ...(limit !== undefined && { limit }) };
}

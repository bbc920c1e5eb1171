import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { listCases } from './list-view.ts';

/** The cases of the officer's desks, most urgent first. */
export function cases(context: Context, input: Input): Promise<Outcome> {
  return listCases(context, input, { route: 'cases.list', command: 'cases', empty: 'No cases.' });
}

import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { listCases } from './list-view.ts';

/** What partners have sent to the officer's desks, most urgent first. */
export function inbox(context: Context, input: Input): Promise<Outcome> {
  return listCases(context, input, { route: 'inbox.list', command: 'inbox', empty: 'Nothing has come in.' });
}

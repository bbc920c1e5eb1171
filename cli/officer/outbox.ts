import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { listCases } from './list-view.ts';

/** What the officer's desks have sent, with how far each has come. */
export function outbox(context: Context, input: Input): Promise<Outcome> {
  return listCases(context, input, { route: 'outbox.list', command: 'outbox', empty: 'Nothing was sent.' });
}

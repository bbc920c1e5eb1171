import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { openCase } from './open-case.ts';

/** Sends information that nobody has asked for. */
export function inform(context: Context, input: Input): Promise<Outcome> {
  return openCase(context, input, { kind: 'info.spontaneous' });
}

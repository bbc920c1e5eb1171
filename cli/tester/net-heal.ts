import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { orderLines } from './lines/order-lines.ts';

/** Mends the line between two States, or all of them. */
export function netHeal(context: Context, input: Input): Promise<Outcome> {
  return orderLines(context, input, { faults: {} });
}

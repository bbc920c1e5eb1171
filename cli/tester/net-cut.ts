import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { orderLines } from './lines/order-lines.ts';

/** Cuts the line between two States: their connections end, and none comes about. */
export function netCut(context: Context, input: Input): Promise<Outcome> {
  return orderLines(context, input, { faults: { state: 'cut' } });
}

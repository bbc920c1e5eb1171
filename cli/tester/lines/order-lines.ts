import { ComityError } from '../../../protocol/errors.ts';
import type { Input, Outcome } from '../../command.ts';
import type { Context } from '../../context.ts';
import { netDir } from '../net-dir.ts';
import { type Net, nodeOf, readNet } from '../net-file.ts';
import { netOutcome } from '../net-view.ts';
import type { Faults } from './faults.ts';
import { askLines } from './lines-client.ts';

/** Has the line between the two States that were named, or every line, do this from now on. */
export async function orderLines(
  context: Context,
  input: Input,
  order: { readonly faults: Faults; readonly oneWay?: boolean },
): Promise<Outcome> {
  const net = readNet(netDir(input));
  const between = pairIn(net, input.optionalArgument('A'), input.optionalArgument('B'));
  const lines = await askLines(net, context.signal, { ...order, ...(between && { between }) });
  return netOutcome(net, { lines });
}

function pairIn(
  net: Net,
  a: string | undefined,
  b: string | undefined,
): readonly [string, string] | undefined {
  if (a === undefined) return undefined;
  if (b === undefined) throw new ComityError('usage', `a line joins two States — name the other end as well`);
  const [one, other] = [nodeOf(net, a).state, nodeOf(net, b).state];
  if (one !== other) return [one, other];
  throw new ComityError('usage', `${one} has no line to itself — name two States`);
}

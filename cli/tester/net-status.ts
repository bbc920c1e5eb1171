import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { netDir } from './net-dir.ts';
import { readNet } from './net-file.ts';
import { netOutcome } from './net-view.ts';

/** Which daemons of the network run. */
export function netStatus(_context: Context, input: Input): Promise<Outcome> {
  return Promise.resolve(netOutcome(readNet(netDir(input))));
}

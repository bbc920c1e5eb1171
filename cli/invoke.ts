import { ComityError } from '../protocol/errors.ts';
import type { Outcome } from './command.ts';
import type { Context } from './context.ts';
import { parseCommandLine } from './parse.ts';
import { placesFrom } from './places.ts';

/**
 * Runs a command line within another command, in this process, and gives what it would have printed.
 * It asks nobody anything. @throws ComityError as the command does.
 */
export async function invoke(context: Context, argv: readonly string[]): Promise<Outcome> {
  const parsed = parseCommandLine(argv);
  if ('help' in parsed) throw new ComityError('usage', 'help is no command to run within another');
  const handler = await parsed.spec.load();
  const result = handler(
    {
      ...context,
      places: placesFrom(parsed.globals, {}, context.environment['HOME'] ?? '/'),
      interactive: false,
      say: () => Promise.resolve(),
      progress: () => Promise.resolve(),
    },
    parsed.input,
  );
  if (!(Symbol.asyncIterator in result)) return result;
  let last: Outcome = { document: undefined, view: [] };
  for await (const outcome of result) last = outcome;
  return last;
}

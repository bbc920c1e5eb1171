import { ComityError } from '../protocol/errors.ts';
import type { Time } from '../protocol/value.ts';
import type { Input, Outcome } from './command.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode, exitCodeOf } from './exit-codes.ts';
import { createOutput, type Output, type Sink } from './output.ts';
import { parseCommandLine, type Parsed } from './parse.ts';
import { placesFrom } from './places.ts';
import { asGiven } from './view/as-given.ts';

/** The process as the command line sees it. */
export interface Surroundings {
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Whether standard input is a person at a terminal. */
  readonly interactive: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
  readonly now: () => Time;
  readonly signal: AbortSignal;
  readonly takeSignals: () => void;
}

/**
 * Runs one command line and says how it ended. It throws nothing: errors are printed and become an exit code.
 */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const json = argv.includes('--json');
  const output = createOutput({ ...surroundings, json });
  try {
    const parsed = parseCommandLine(argv);
    if ('help' in parsed) {
      await output.help(parsed.help);
      return EXIT.done;
    }
    return await runCommand(parsed, surroundings, output);
  } catch (error) {
    return await ended(error, surroundings.signal, output);
  }
}

async function runCommand(
  { spec, input, globals }: Exclude<Parsed, { help: string }>,
  surroundings: Surroundings,
  output: Output,
): Promise<ExitCode> {
  const handler = await spec.load();
  const result = handler(contextFor(surroundings, globals, output), input);
  let last: Outcome | undefined;
  for await (const outcome of isStream(result) ? result : once(result)) {
    await output.outcome({ ...outcome, view: asGiven(outcome.view, globals.option('officer')) });
    last = outcome;
  }
  return last?.exitCode ?? EXIT.done;
}

function contextFor(surroundings: Surroundings, globals: Input, output: Output): Context {
  const { now, environment, signal, takeSignals, homeFolder } = surroundings;
  const json = globals.given('json');
  return {
    now,
    environment,
    signal,
    takeSignals,
    json,
    places: placesFrom(globals, environment, homeFolder),
    interactive: surroundings.interactive && !json,
    say: (...blocks) => output.say(blocks),
    progress: (text) => output.progress(text),
  };
}

function isStream(result: Promise<Outcome> | AsyncIterable<Outcome>): result is AsyncIterable<Outcome> {
  return Symbol.asyncIterator in result;
}

async function* once(result: Promise<Outcome>): AsyncGenerator<Outcome> {
  yield await result;
}

async function ended(error: unknown, signal: AbortSignal, output: Output): Promise<ExitCode> {
  // Whoever reads our output may stop when it has seen enough, as `head` does: that is no error.
  if ((error as NodeJS.ErrnoException).code === 'EPIPE') return EXIT.done;
  // Once Ctrl-C was pressed, whatever failed did so because of it, and the person knows why.
  if (signal.aborted || isInterruption(error)) return EXIT.interrupted;
  if (isExpected(error)) {
    await output.error(error);
    return exitCodeOf(error);
  }
  await output.fault(error);
  return EXIT.failed;
}

/** Ctrl-C at a question of inquirer, which takes the terminal and so the signal for itself. */
function isInterruption(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError');
}

function isExpected(error: unknown): error is ComityError {
  return error instanceof ComityError;
}

import { ComityError } from '../protocol/errors.ts';
import { visibleText } from '../protocol/visible-text.ts';
import type { Outcome } from './command.ts';
import { describeError } from './describe-error.ts';
import { jsonText } from './json-text.ts';
import type { Block } from './view/block.ts';
import { render, type Paper } from './view/render.ts';

/** A stream that text is written to, with what is known of the terminal behind it. */
export interface Sink {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string, done: (error?: Error | null) => void): boolean;
}

export interface OutputOptions {
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly json: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The one place that prints. Results go to standard output, everything else to standard error. */
export interface Output {
  outcome(outcome: Outcome): Promise<void>;
  /** What a person should know on the way; nothing in `--json`. */
  say(blocks: readonly Block[]): Promise<void>;
  /** How far something long is: one line of a terminal, which the next text takes the place of. */
  progress(text: string): Promise<void>;
  error(error: ComityError): Promise<void>;
  /** A bug: its stack is part of what is printed. */
  fault(error: unknown): Promise<void>;
  help(text: string): Promise<void>;
}

export function createOutput({ stdout, stderr, json, environment }: OutputOptions): Output {
  let isProgressShown = false;
  const cleared = async (): Promise<void> => {
    if (!isProgressShown) return;
    isProgressShown = false;
    await write(stderr, CLEARED);
  };
  const show = async (sink: Sink, blocks: readonly Block[]): Promise<void> => {
    await cleared();
    await write(sink, render(blocks, paperOf(sink, environment)));
  };
  const document = (sink: Sink, value: unknown): Promise<void> =>
    write(sink, `${jsonText(value, sink.isTTY ? 2 : undefined)}\n`);
  return {
    outcome: (outcome) => (json ? document(stdout, outcome.document) : show(stdout, outcome.view)),
    say: (blocks) => (json ? Promise.resolve() : show(stderr, blocks)),
    progress: async (text) => {
      if (json || stderr.isTTY !== true || environment['TERM'] === 'dumb') return;
      const line = Array.from(visibleText(text)).slice(0, (stderr.columns ?? COLUMNS) - 1);
      isProgressShown = true;
      await write(stderr, `${CLEARED}${line.join('')}`);
    },
    error: (error) => {
      const described = describeError(error);
      return json ? document(stderr, described.document) : show(stderr, described.view);
    },
    fault: (error) => {
      const message = `${error instanceof Error ? error.message : String(error)} — this is a fault in comity, please report it with these lines`;
      const described = describeError(new ComityError('fault', message, { cause: error }));
      const stack: Block = { is: 'text', text: error instanceof Error ? (error.stack ?? '') : '' };
      return json ? document(stderr, described.document) : show(stderr, [...described.view, stack]);
    },
    help: (text) => show(stdout, [{ is: 'verbatim', text }]),
  };
}

/** Back to the beginning of the line of a terminal, and nothing on it. */
const CLEARED = '\r\u001b[K';
const COLUMNS = 80;

function paperOf(sink: Sink, environment: OutputOptions['environment']): Paper {
  const plain = Boolean(environment['NO_COLOR']) || environment['TERM'] === 'dumb';
  return { colour: sink.isTTY === true && !plain, columns: sink.isTTY === true ? sink.columns : undefined };
}

/** Resolves when the text is out of the process, so that ending it loses nothing. */
function write(sink: Sink, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    sink.write(text, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

import { setTimeout as timer } from 'node:timers/promises';
import type { Config } from './config/schema.ts';
import { systemClock } from './clock.ts';
import { createLog, type Log } from './log.ts';
import { startNode, type RunningNode } from './node.ts';
import { readHome } from './open-home.ts';

export interface DaemonOptions {
  readonly home: string;
  /** Asked for once the home has been found to be one. */
  readonly passphrase: () => Promise<string>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where log lines go. */
  readonly output: { write(line: string): unknown; readonly isTTY?: boolean };
  /** Called once it serves. */
  readonly onStarted?: (node: RunningNode) => void;
}

/** Something that nobody foresaw; the exit code of `EX_SOFTWARE`. */
const EXIT_BUG = 70;
const STOP_SIGNALS = ['SIGTERM', 'SIGINT'] as const;
/** For the last line of the log to leave. */
const LAST_WORDS_MS = 200;

/**
 * Runs a node in this process until it is told to stop: the first SIGTERM or SIGINT lets what is under way
 * finish, a second one does not wait for it. Resolves when everything is closed.
 *
 * @throws ComityError why it did not start, in one sentence.
 */
export async function runDaemon(options: DaemonOptions): Promise<void> {
  process.umask(0o077);
  const { home, env } = options;
  const facts = await readHome(home, env);
  const log = logFor(facts.config, options);
  const stop = listenForStop();
  const end = endOnBug(log);
  process.on('uncaughtException', end).on('unhandledRejection', end);
  try {
    const passphrase = await options.passphrase();
    const node = await startNode({
      home,
      facts,
      passphrase,
      log,
      clock: systemClock,
      env,
      onFatal: end,
    });
    options.onStarted?.(node);
    await stop.asked;
    log.info({}, 'stopping');
    await node.stop(stop.hurry);
    log.info({}, 'stopped');
  } finally {
    stop.forget();
    process.off('uncaughtException', end).off('unhandledRejection', end);
  }
}

function logFor({ log: { level, format } }: Config, { output }: DaemonOptions): Log {
  const readable = format === 'pretty' || (format === 'auto' && output.isTTY === true);
  const write = (line: string): void => {
    output.write(line);
  };
  return createLog({ level, format: readable ? 'pretty' : 'json', now: systemClock.now, write });
}

interface StopRequest {
  readonly asked: Promise<void>;
  /** Aborts when somebody asks a second time. */
  readonly hurry: AbortSignal;
  readonly forget: () => void;
}

function listenForStop(): StopRequest {
  const asked: PromiseWithResolvers<void> = Promise.withResolvers();
  const hurry = new AbortController();
  let times = 0;
  const onSignal = (): void => {
    times++;
    if (times > 1) hurry.abort();
    asked.resolve();
  };
  for (const signal of STOP_SIGNALS) process.on(signal, onSignal);
  const forget = (): void => {
    for (const signal of STOP_SIGNALS) process.off(signal, onSignal);
  };
  return { asked: asked.promise, hurry: hurry.signal, forget };
}

/**
 * A process that has met a bug, or lost its disk, ends: what is durable is right, what is in memory may not
 * be.
 */
function endOnBug(log: Log): (error: unknown) => void {
  return (error) => {
    log.error({ error }, 'the daemon ends because of a failure that it can not go on with');
    void timer(LAST_WORDS_MS).then(() => process.exit(EXIT_BUG));
  };
}

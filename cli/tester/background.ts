import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { processIdentity } from './process-identity.ts';

const LAUNCHER = join(import.meta.dirname, '..', 'comity.js');
/** How often is looked whether something has happened. */
const POLL_MS = 25;

/** A process, with what tells it from a later one of the same number. */
export interface ProcessOnFile {
  readonly pid: number;
  readonly identity: string;
}

/** What a process runs, as far as it is on file. */
export interface Background {
  readonly process?: ProcessOnFile;
}

/**
 * Runs a command in a process of its own, which outlives this one and writes to a log. Undefined if it did
 * not come about.
 */
export function spawnComity(words: readonly string[], logFile: string): ProcessOnFile | undefined {
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child = spawn(process.execPath, [LAUNCHER, ...words], {
      ...{ detached: true, stdio: ['ignore', log, log], cwd: '/', env: environmentOf() },
    });
    child.unref();
    const { pid } = child;
    const identity = pid === undefined ? undefined : processIdentity(pid);
    return pid === undefined || identity === undefined ? undefined : { pid, identity };
  } finally {
    closeSync(log);
  }
}

/** The process, if it is still that one. */
export function runningPid({ process }: Background): number | undefined {
  return process !== undefined && processIdentity(process.pid) === process.identity ? process.pid : undefined;
}

/** Signals the process that is on file, and no other. Whether it has ended, then or within so many ms. */
export async function endProcess(
  background: Background,
  name: 'SIGTERM' | 'SIGKILL',
  { withinMs, signal }: { readonly withinMs: number; readonly signal: AbortSignal },
): Promise<boolean> {
  const pid = runningPid(background);
  if (pid === undefined) return true;
  try {
    process.kill(pid, name);
  } catch (error) {
    // It ended by itself in between.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
  return until(() => runningPid(background) === undefined, withinMs, signal);
}

/** Whether it came true in time. */
export async function until(
  isTrue: () => boolean | Promise<boolean>,
  withinMs: number,
  signal: AbortSignal,
): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (performance.now() < end) {
    if (await isTrue()) return true;
    await delay(POLL_MS, undefined, { signal });
  }
  return isTrue();
}

/** Why it did not start: the error that it has ended with, or else its last line. */
export function lastWords(log: string): string {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  const said = (lines.findLast((line) => line.startsWith('error: ')) ?? lines.at(-1)) || undefined;
  return said === undefined ? `and said nothing; its log is ${log}` : `it said: ${said}`;
}

/** It goes by its words alone, whatever is set for the one who starts it. */
function environmentOf(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('COMITY_')));
}

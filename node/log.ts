import { pino } from 'pino';
import { ComityError } from '../protocol/errors.ts';
import type { Time } from '../protocol/value.ts';
import { visibleText } from '../protocol/visible-text.ts';

export type LogContext = Readonly<Record<string, unknown>>;
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * A log of fixed messages, each with what differs in its context. Names of keys that may hold secrets, bodies
 * or names of persons are blotted out whatever they hold; text that a partner wrote belongs to debug.
 */
export interface Log {
  debug(context: LogContext, message: string): void;
  info(context: LogContext, message: string): void;
  warn(context: LogContext, message: string): void;
  error(context: LogContext, message: string): void;
  /** The same log, with this context added to every line. */
  child(context: LogContext): Log;
}

export interface LogOptions {
  readonly level: LogLevel;
  /** JSON lines for machines, or one short line each for people. */
  readonly format: 'json' | 'pretty';
  readonly now: () => Time;
  readonly write: (line: string) => void;
}

const BLOTTED =
  /pass(phrase|word)|secret|private|token|seed|^(key|keys|body|content|act|plain|name|names|text)$/i;
const DEPTH_MAX = 4;
const ENTRIES_MAX = 50;

/** What may be written of a value: no secrets, no bytes, no depth without end. */
function written(value: unknown, depth: number): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'string') return visibleText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return writtenError(value, depth);
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (depth >= DEPTH_MAX) return '…';
  if (Array.isArray(value)) return value.slice(0, ENTRIES_MAX).map((entry) => written(entry, depth + 1));
  return writtenContext(value as LogContext, depth + 1);
}

function writtenContext(context: LogContext, depth: number): LogContext {
  const entries = Object.entries(context).slice(0, ENTRIES_MAX);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, BLOTTED.test(key) ? '(not logged)' : written(value, depth)]),
  );
}

/** Why something ended that ends now and then, and is nobody's bug: code and message, without a stack. */
export function reasonOf(error: Error & { readonly code?: unknown }): LogContext {
  return { code: typeof error.code === 'string' ? error.code : error.name, message: error.message };
}

/** The stack is for bugs: a typed error says all there is to know in its code and sentence. */
function writtenError(error: Error, depth: number): LogContext {
  const expected = error instanceof ComityError;
  return {
    ...(expected && { code: error.code }),
    message: visibleText(error.message),
    ...(!expected && { stack: error.stack?.split('\n').map(visibleText) }),
    ...(error.cause !== undefined && depth < DEPTH_MAX && { cause: written(error.cause, depth + 1) }),
  };
}

const COLOURS: Readonly<Record<string, string>> = { debug: '90', info: '32', warn: '33', error: '31' };

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** One JSON line as a person reads it: `18:36:50 info  node started  partner=JM`. */
function pretty(line: string): string {
  const { level, time, msg, ...context } = JSON.parse(line) as { level: string; time: string; msg: string };
  const pairs = Object.entries(context).map(([key, value]) => `  ${key}=${shown(value)}`);
  const mark = `\u001b[${COLOURS[level] ?? '0'}m${level.padEnd(5)}\u001b[0m`;
  return `${time.slice(11, 19)} ${mark} ${msg}${pairs.join('')}\n`;
}

export function createLog(options: LogOptions): Log {
  const { format, write } = options;
  const logger = pino(
    {
      level: options.level,
      base: null,
      timestamp: () => `,"time":"${new Date(options.now()).toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    {
      write:
        format === 'json'
          ? write
          : (line) => {
              write(pretty(line));
            },
    },
  );
  return wrap(logger, {});
}

function wrap(logger: pino.Logger, fixed: LogContext): Log {
  const at = (level: 'debug' | 'info' | 'warn' | 'error') => (context: LogContext, message: string) => {
    if (logger.isLevelEnabled(level)) logger[level](writtenContext({ ...fixed, ...context }, 0), message);
  };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (context) => wrap(logger, { ...fixed, ...context }),
  };
}

const nothing = (): void => undefined;

/** A log that keeps nothing. */
export const silentLog: Log = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  child: () => silentLog,
};

import type { Keyspace } from './keyspace.ts';

/** Digits that hold every safe integer. */
const NUMBER_DIGITS = 14;

/** Separates the parts of a composite key. No part may hold it. */
const SEPARATOR = '/';

/** Sorts after `SEPARATOR` and before every digit and letter. */
const AFTER_SEPARATOR = '0';

const KEY = /^[\x21-\x7e]{1,512}$/;

/**
 * A number as a key: keys sort as the numbers do. Throws a RangeError for what is not a safe integer from 0
 * on.
 */
export function numberKey(number: number): string {
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`not a key: ${String(number)}`);
  return number.toString(16).padStart(NUMBER_DIGITS, '0');
}

/** The number that `numberKey` made a key of. */
export function keyNumber(key: string): number {
  return Number.parseInt(key, 16);
}

/** A composite key; numbers in it sort as numbers do. */
export function joinKey(...parts: readonly (string | number)[]): string {
  return parts.map((part) => (typeof part === 'number' ? numberKey(part) : part)).join(SEPARATOR);
}

/** The parts that `joinKey` put together, numbers as `numberKey` wrote them. */
export function splitKey(key: string): string[] {
  return key.split(SEPARATOR);
}

/** The range of all composite keys that start with these parts and have more. */
export function keysUnder(...parts: readonly (string | number)[]): { gt: string; lt: string } {
  const prefix = joinKey(...parts);
  return { gt: prefix + SEPARATOR, lt: prefix + AFTER_SEPARATOR };
}

/**
 * What stands behind these parts in composite keys, each once, ascending: found without reading what lies
 * under it, however much that is. No part may begin another one and go on with what sorts before `SEPARATOR`.
 */
export async function* nextParts(
  rows: Pick<Keyspace, 'keys'>,
  ...parts: readonly string[]
): AsyncGenerator<string> {
  const { gt, lt } = parts.length === 0 ? { gt: '', lt: undefined } : keysUnder(...parts);
  const end = lt === undefined ? {} : { lt };
  let key = await firstOf(rows.keys({ gt, ...end, limit: 1 }));
  while (key !== undefined) {
    const part = splitKey(key)[parts.length] ?? '';
    yield part;
    key = await firstOf(rows.keys({ gte: keysUnder(...parts, part).lt, ...end, limit: 1 }));
  }
}

async function firstOf<T>(items: AsyncIterable<T>): Promise<T | undefined> {
  for await (const item of items) return item;
  return undefined;
}

/** A key is 1 to 512 printable ASCII characters, so that text order is byte order; another one is a bug. */
export function assertKey(key: string): void {
  if (!KEY.test(key)) throw new RangeError(`not a key: ${JSON.stringify(key.slice(0, 80))}`);
}

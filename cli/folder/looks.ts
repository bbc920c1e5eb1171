import { join } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';
import type { Time } from '../../protocol/value.ts';
import { readPrivateFile, writePrivateFile } from './private-file.ts';

/** When the officer was last shown a case, and how it stood, if all of it was shown. */
export interface Look {
  readonly at: Time;
  readonly foldDigest?: string;
}

type Looks = Readonly<Record<string, Look>>;

/** Of the cases that were looked at last; what falls out is a case of which nothing is known. */
const CASES_MAX = 500;

const fileOf = (folder: string): string => join(folder, 'looked.json');

/** What the officer has last seen of a case, by its reference; undefined if it was never shown here. */
export function lookOf(folder: string, reference: string): Look | undefined {
  const looks = readLooks(folder);
  const look = Object.hasOwn(looks, reference) ? looks[reference] : undefined;
  return typeof look?.at === 'number' ? look : undefined;
}

/**
 * Notes that the officer is shown cases now. A folder that can't be written to is no reason not to show them.
 */
export function noteLooks(folder: string, references: readonly string[], look: Look): void {
  if (references.length === 0) return;
  const seen = new Set(references);
  const before = Object.entries(readLooks(folder)).filter(([reference]) => !seen.has(reference));
  const now = references.map((reference): [string, Look] => [reference, look]);
  const text = JSON.stringify(Object.fromEntries([...before, ...now].slice(-CASES_MAX)));
  try {
    writePrivateFile(fileOf(folder), text, { durable: false });
  } catch (error) {
    if (!(error instanceof ComityError)) throw error;
  }
}

function readLooks(folder: string): Looks {
  const text = readPrivateFile(fileOf(folder));
  if (text === undefined) return {};
  try {
    return (JSON.parse(text) ?? {}) as Looks;
  } catch {
    // It was cut off by a full disk: what is not known to have been seen holds nobody up.
    return {};
  }
}

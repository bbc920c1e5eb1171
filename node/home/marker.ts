import { readFile, writeFile } from 'node:fs/promises';
import { ComityError } from '../../protocol/errors.ts';
import { homePlaces } from './places.ts';

/** Of the layout of a home. A daemon does not touch a home that a later release has laid out. */
const HOME_FORMAT = 1;

/** Whose home it is. */
export interface HomeMarker {
  readonly format: number;
  readonly party: string;
  readonly network: string;
}

export async function writeMarker(home: string, marker: Omit<HomeMarker, 'format'>): Promise<void> {
  const text = `${JSON.stringify({ format: HOME_FORMAT, ...marker }, undefined, 2)}\n`;
  await writeFile(homePlaces(home).marker, text, { mode: 0o600, flag: 'wx', flush: true });
}

/** @throws ComityError `no-home`, `newer-home`, `damaged`. */
export async function readMarker(home: string): Promise<HomeMarker> {
  const text = await readFile(homePlaces(home).marker, 'utf8').catch((cause: unknown) => {
    const sentence = `There is no node in ${home} — make one with: comity init --home ${home} --state CODE --name NAME.`;
    throw new ComityError('no-home', sentence, { cause });
  });
  const marker = parse(text);
  if (marker === undefined) {
    const wayOut = 'put it back as it was, or ask whoever maintains this node';
    throw new ComityError('damaged', `${homePlaces(home).marker} can't be read — ${wayOut}.`);
  }
  if (marker.format > HOME_FORMAT) {
    const sentence = `The home ${home} was laid out by a later release of comity — install that release again.`;
    throw new ComityError('newer-home', sentence);
  }
  return marker;
}

/**
 * A marker has no signature of its own: it is held against the profile in the database.
 * @throws ComityError `damaged`
 */
export function assertMarks(home: string, marker: HomeMarker, profile: Omit<HomeMarker, 'format'>): void {
  const { party, network } = profile;
  if (marker.party === party && marker.network === network) return;
  const sentence =
    `${homePlaces(home).marker} names ${marker.party} in ${marker.network}, and the database is that of ${party} in ` +
    `${network} — put back the one that belongs to the other.`;
  throw new ComityError('damaged', sentence);
}

function parse(text: string): HomeMarker | undefined {
  try {
    const marker = JSON.parse(text) as Partial<HomeMarker> | null;
    const { format, party, network } = marker ?? {};
    if (!Number.isInteger(format) || format === undefined || format < 1) return undefined;
    if (typeof party !== 'string' || typeof network !== 'string') return undefined;
    return { format, party, network };
  } catch {
    return undefined;
  }
}

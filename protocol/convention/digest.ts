import { digest } from '../hash.ts';
import { TAGS } from '../ids.ts';
import type { Hex } from '../value.ts';
import type { Catalogue } from './catalogue.ts';
import type { Instrument } from './instrument.ts';

/** Properties that are for people alone: a better sentence does not make another instrument. */
const SENTENCES: ReadonlySet<string> = new Set([
  'title',
  'label',
  'help',
  'says',
  'does',
  'ends',
  'example',
  'prominent',
  'slip',
]);

/**
 * JSON with names sorted by UTF-16 unit, no white space, nothing undefined, and without the sentences: what
 * the machine reads, and only that.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(
    ([name, inner]) => inner !== undefined && !SENTENCES.has(name),
  );
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, inner]) => `${JSON.stringify(name)}:${canonicalJson(inner)}`).join(',')}}`;
}

const digests = new WeakMap<Instrument, Hex>();

/** What a header pins as `instrument`. An instrument is data that never changes: it is digested once. */
export function digestOfInstrument(instrument: Instrument): Hex {
  const known = digests.get(instrument);
  if (known !== undefined) return known;
  const made = digest(TAGS.instrument, canonicalJson(instrument));
  digests.set(instrument, made);
  return made;
}

/** What a header pins as `catalogue`. */
export function digestOfCatalogue(catalogue: Catalogue): Hex {
  return digest(TAGS.catalogue, canonicalJson(catalogue));
}

import type { SeededRandom } from '../support/seeded-random.ts';
import { delimited, join, numeric, type RawField, rawFields, varint } from '../support/wire-surgery.ts';
import { mutateBytes } from './mutate-bytes.ts';

/**
 * Changes one field of a protobuf message, at any depth, and mends every length round it: what is wrong then
 * is what the message says, not how it is written.
 */
export function mutateMessage(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  const fields = fieldsOf(bytes);
  if (fields === undefined || fields.length === 0) return mutateBytes(bytes, random, bytes);
  const at = random.below(fields.length);
  const inner = contentOf(fields[at]);
  // Most of the time one level deeper, where there is one: the fields at the top are few.
  const nested = inner !== undefined && fieldsOf(inner) !== undefined && random.below(4) > 0;
  const changed = nested
    ? [rewritten(fields[at], mutateMessage(inner, random))]
    : changeOf(fields, at, random);
  return join(
    [...fields.slice(0, at), ...changed.map((field) => ({ bytes: field })), ...fields.slice(at + 1)].map(
      ({ bytes: raw }) => raw,
    ),
  );
}

/** The fields, if the bytes are nothing but fields of the two kinds that the schema has. */
function fieldsOf(bytes: Uint8Array): RawField[] | undefined {
  const fields = rawFields(bytes);
  const length = fields.reduce((sum, field) => sum + field.bytes.length, 0);
  const plain = fields.every(
    ({ number, wireType }) => number > 0 && number < 64 && (wireType === 0 || wireType === 2),
  );
  return plain && length === bytes.length && rebuilds(fields) ? fields : undefined;
}

/** Whether each field ends where it says: the last one may claim more than there is. */
function rebuilds(fields: readonly RawField[]): boolean {
  const last = fields.at(-1);
  if (last?.wireType !== 2) return true;
  const content = contentOf(last);
  return content !== undefined && delimited(last.number, content).length === last.bytes.length;
}

/** Of a field that holds bytes, these. */
function contentOf(field: RawField | undefined): Uint8Array | undefined {
  if (field?.wireType !== 2) return undefined;
  const tagBytes = varint(field.number * 8).length;
  let at = tagBytes;
  while ((field.bytes[at] ?? 0) >= 128) at += 1;
  return field.bytes.subarray(at + 1);
}

function rewritten(field: RawField | undefined, content: Uint8Array): Uint8Array {
  return delimited(field?.number ?? 1, content);
}

const NUMBERS = [
  0,
  1,
  2,
  3,
  255,
  65_536,
  2 ** 31,
  2 ** 32 - 1,
  2 ** 53 - 1,
  2 ** 53,
  253_402_300_799_999,
  253_402_300_800_000,
];
const TEXTS = [
  '',
  'x',
  'GD',
  '__proto__',
  'constructor',
  'MLA-28',
  '../x',
  'a\u0000b',
  '\u202egnp',
  '\u2028',
  'ß'.repeat(300),
  '2026-13-45',
  '-1',
  '1e9',
  'REQUEST',
  'unknown',
];

function anyText(random: SeededRandom): Uint8Array {
  return Buffer.from(random.pick(TEXTS));
}

/** What stands in the place of one field: nothing, itself twice, itself with another value or number. */
function changeOf(fields: readonly RawField[], at: number, random: SeededRandom): Uint8Array[] {
  const field = fields[at];
  if (field === undefined) return [];
  const { number, bytes } = field;
  const changes: (() => Uint8Array[])[] = [
    () => [],
    () => [bytes, bytes],
    () => [random.pick(fields).bytes],
    () => [bytes, random.pick(fields).bytes],
    () => [numeric(number, random.pick(NUMBERS))],
    () => [rewritten(field, anyText(random))],
    () => [rewritten(field, anyText(random))],
    () => [rewritten(field, mutateBytes(contentOf(field) ?? bytes, random, bytes))],
    () => [delimited(1 + random.below(24), contentOf(field) ?? bytes)],
  ];
  return random.pick(changes)();
}

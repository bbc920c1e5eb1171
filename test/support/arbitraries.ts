import fc from 'fast-check';
import { COUNTS, TIMES } from '../../protocol/limits.ts';
import type { Extension } from '../../protocol/extension.ts';
import { toHex } from '../../protocol/hash.ts';
import type { Header } from '../../protocol/item/header.ts';
import type { Fields, Value } from '../../protocol/value.ts';

/** Every kind of well-formed text, right up to what terminals and parsers stumble over. */
const anyText = fc.string({ unit: 'binary', maxLength: 40 });
export const anyCode = fc.stringMatching(/^[A-Za-z0-9\-_.:/+]{1,64}$/);
export const anyId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/);
export const anyDigest = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toHex);
export const anyRandomId = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(toHex);
const fieldName = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/);

function fieldsOf(text: fc.Arbitrary<string>, bytes: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Fields> {
  const leaf: fc.Arbitrary<Value> = fc.oneof(text, fc.maxSafeInteger(), fc.boolean(), bytes);
  const record = (depth: number): fc.Arbitrary<Fields> => {
    if (depth > COUNTS.recordDepth) return fc.constant({});
    const entry =
      depth === COUNTS.recordDepth ? leaf : fc.oneof({ weight: 3, arbitrary: leaf }, record(depth + 1));
    const value: fc.Arbitrary<Value> = fc.oneof(entry, fc.array(entry, { maxLength: 4 }));
    return fc.dictionary(fieldName, value, { maxKeys: 5, noNullPrototype: true });
  };
  // fast-check draws -0, which is no number of ours.
  return record(1).map(withoutMinusZero);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function withoutMinusZero(fields: Fields): Fields {
  const clean = (value: Value): Value => {
    if (typeof value === 'number') return value + 0;
    if (typeof value !== 'object' || value instanceof Uint8Array) return value;
    return isList(value) ? value.map(clean) : withoutMinusZero(value);
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, clean(value)]));
}

/** Content of a body. */
export const anyFields = fieldsOf(anyText, fc.uint8Array({ maxLength: 40 }));
/** Content of an act. */
export const anyCodes = fieldsOf(
  anyCode,
  fc.oneof(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.uint8Array({ minLength: 32, maxLength: 32 })),
);

export const anyExtensions: fc.Arbitrary<Extension[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 0xffff_ffff }),
      critical: fc.constant(false),
      bytes: fc.uint8Array({ maxLength: 20 }),
    }),
    { selector: ({ id }) => id, maxLength: 4 },
  )
  .map((list) => list.sort((left, right) => left.id - right.id));

const anyAddress = fc.record(
  { party: anyId, authority: anyId, scope: anyId },
  { requiredKeys: ['party', 'authority'] },
);

export const anyHeader: fc.Arbitrary<Header> = fc
  .record({
    network: anyId,
    sender: anyAddress,
    recipient: anyAddress,
    caseId: anyRandomId,
    urgency: fc.constantFrom('routine', 'urgent', 'emergency'),
    createdAt: fc.integer({ min: 1, max: TIMES.timeMax - 1 }),
    instrument: anyDigest,
    catalogue: anyDigest,
    senderProfile: anyDigest,
    recipientProfile: anyDigest,
    previous: fc.option(anyDigest, { nil: undefined }),
    seen: fc.option(anyDigest, { nil: undefined }),
    voids: fc.uniqueArray(anyDigest, { maxLength: 3 }).map((list) => list.sort()),
    fold: anyDigest,
    act: anyDigest,
    body: anyDigest,
    attachments: fc.uniqueArray(anyDigest, { maxLength: 3 }),
    extensions: anyExtensions,
  })
  .chain(({ previous, seen, ...rest }) =>
    fc
      .record({
        expiresAt: fc.integer({ min: rest.createdAt + 1, max: TIMES.timeMax }),
        sequence: previous === undefined ? fc.constant(1) : fc.integer({ min: 2, max: 0xffff_ffff }),
      })
      .map((numbers) => ({
        ...rest,
        ...numbers,
        ...(previous !== undefined && { previous }),
        ...(seen !== undefined && { seen }),
      })),
  );

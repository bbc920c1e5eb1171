import { expect } from 'chai';
import fc from 'fast-check';
import { defineCodec } from '../../../protocol/codec.ts';
import { ComityError } from '../../../protocol/errors.ts';
import { toHex } from '../../../protocol/hash.ts';
import { comity } from '../../../protocol/protobuf.ts';
import { isRejectionCode } from '../../../protocol/rejection.ts';
import { refuses } from '../../support/refuses.ts';
import { type Sample, wireSamples } from '../../support/wire-samples.ts';
import { delimited, join, longVarint, numeric, rawFields } from '../../support/wire-surgery.ts';

/** Either the bytes are refused with a code, or they are exactly what the value is written as. */
function takesOnlyItsOwn({ codec }: Sample, bytes: Uint8Array): void {
  try {
    expect(toHex(codec.encode(codec.decode(bytes)))).to.equal(toHex(bytes));
  } catch (error) {
    if (!(error instanceof ComityError) || !isRejectionCode(String(error.code))) throw error;
  }
}

const anySample = fc.constantFrom(...wireSamples);
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), place, bit: fc.nat(7) }),
  fc.record({
    kind: fc.constant('insert' as const),
    place,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 6 }),
  }),
  fc.record({ kind: fc.constant('repeat' as const), place, length: fc.integer({ min: 1, max: 80 }) }),
  fc.record({ kind: fc.constant('drop' as const), place, length: fc.integer({ min: 1, max: 80 }) }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never;

function mutate(bytes: Uint8Array, change: Mutation): Uint8Array {
  const at = Math.floor(change.place * bytes.length);
  const [before, after] = [bytes.slice(0, at), bytes.slice(at)];
  switch (change.kind) {
    case 'flip':
      return after.length === 0 ? bytes : join([before, after.with(0, (after[0] ?? 0) ^ (1 << change.bit))]);
    case 'insert':
      return join([before, change.bytes, after]);
    case 'repeat':
      return join([before, after.slice(0, change.length), after]);
    case 'drop':
      return join([before, after.slice(change.length)]);
  }
}

/** With each field that is not there put in its place and empty: as a number and as bytes. */
function withDefaults(bytes: Uint8Array): { readonly number: number; readonly changed: Uint8Array }[] {
  const fields = rawFields(bytes);
  const last = 21;
  const absent = Array.from({ length: last }, (_, index) => index + 1).filter(
    (number) => !fields.some((field) => field.number === number),
  );
  return absent.flatMap((number) => {
    const before = fields.filter((field) => field.number < number).map((field) => field.bytes);
    const after = fields.filter((field) => field.number > number).map((field) => field.bytes);
    return [numeric(number, 0), delimited(number, new Uint8Array())].map((field) => ({
      number,
      changed: join([...before, field, ...after]),
    }));
  });
}

describe('codecs', () => {
  it('take a changed message only if it is the one encoding of another value', () => {
    fc.assert(
      fc.property(anySample, fc.array(mutation, { minLength: 1, maxLength: 4 }), (sample, changes) => {
        takesOnlyItsOwn(sample, changes.reduce(mutate, sample.codec.encode(sample.value)));
      }),
      { numRuns: 3000 },
    );
  });

  it('take random bytes only if they are the one encoding of a value', () => {
    fc.assert(fc.property(anySample, fc.uint8Array({ maxLength: 64 }), takesOnlyItsOwn), { numRuns: 2000 });
  });

  for (const sample of wireSamples) {
    const { name, codec, value } = sample;
    const bytes = codec.encode(value);
    const fields = rawFields(bytes);

    it(`${name}: refuses unknown fields, trailing bytes, other orders, repeats and longer numbers`, () => {
      const first = fields[0]?.bytes ?? new Uint8Array();
      const tag = Uint8Array.from(longVarint((fields[0]?.number ?? 1) * 8 + (fields[0]?.wireType ?? 0)));
      const cases = [
        join([bytes, numeric(1000, 1)]),
        join([bytes, delimited(1000, Uint8Array.of(1))]),
        join([bytes, Uint8Array.of(0)]),
        ...(fields.length === 0
          ? []
          : [join([bytes, first]), join([tag, bytes.slice(1)]), bytes.slice(0, -1)]),
        ...(fields.length < 2 ? [] : [join([...fields.slice(1).map((field) => field.bytes), first])]),
      ];
      for (const changed of cases) {
        expect(() => codec.decode(changed), toHex(changed.slice(0, 40))).to.throw(ComityError);
      }
    });
  }

  it('give back what was kept as they gave it when it came, and refuse what can not be read', () => {
    for (const { codec, value } of wireSamples) {
      const bytes = codec.encode(value);
      expect(codec.decodeKept(bytes)).to.deep.equal(codec.decode(bytes));
      refuses('too-large', () => codec.decodeKept(new Uint8Array(codec.bytesMax + 1)));
    }
  });

  it('refuse fields that state their default', () => {
    for (const { codec, value, name } of wireSamples) {
      // An empty message of a oneof is a value of its own: a keepalive would become a ping.
      if (name === 'SessionFrame keepalive') continue;
      for (const { number, changed } of withDefaults(codec.encode(value))) {
        expect(() => codec.decode(changed), `${name}, field ${number}`).to.throw(ComityError);
      }
    }
  });

  it('bound sizes at n and n + 1, before anything is read', () => {
    for (const { codec } of wireSamples) {
      const full = new Uint8Array(codec.bytesMax).fill(255);
      refuses('malformed', () => codec.decode(full));
      refuses('too-large', () => codec.decode(new Uint8Array(codec.bytesMax + 1)));
    }
  });

  it('bound the fields of a message at every depth, whatever they are', () => {
    const counted = defineCodec<number, comity.Record.$Properties, comity.Record>({
      name: 'counted',
      message: comity.Record,
      bytesMax: 1000,
      fieldsMax: 4,
      toWire: (fields) => ({ fields: Array.from({ length: fields }, () => ({ name: 'a' })) }),
      fromWire: ({ fields }) => fields.length,
    });
    expect(counted.decode(counted.encode(2))).to.equal(2);
    refuses('malformed', () => counted.decode(counted.encode(3)));
  });
});

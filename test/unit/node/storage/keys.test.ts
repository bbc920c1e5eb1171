import { expect } from 'chai';
import fc from 'fast-check';
import {
  assertKey,
  joinKey,
  keyNumber,
  keysUnder,
  nextParts,
  numberKey,
  splitKey,
} from '../../../../node/storage/keys.ts';
import { KEYSPACES, LARGE_VALUES, ROW_BYTES_MAX, rowsMax } from '../../../../node/storage/keyspaces.ts';
import type { KeyspaceName } from '../../../../node/storage/keyspaces.ts';
import { physicalBounds, physicalKey } from '../../../../node/storage/rows.ts';
import { SIZES } from '../../../../protocol/limits.ts';
import { collect } from '../../../support/collect.ts';
import { createMemoryStore } from '../../../support/memory-store.ts';

const names = Object.keys(KEYSPACES) as KeyspaceName[];
const key = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 20,
});

describe('the keyspaces', () => {
  it('have names that no key can make another one of', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom(...names), key, (one, other, inner) => {
        const { from, to } = physicalBounds(other);
        const place = physicalKey(one, inner);
        return (place >= from && place < to) === (one === other);
      }),
    );
  });

  it('have prefixes of which none begins another one', () => {
    const prefixes = names.map((name) => physicalBounds(name).from);
    const clashes = prefixes.filter((prefix) =>
      prefixes.some((other) => other !== prefix && other.startsWith(prefix)),
    );
    expect(clashes).to.deep.equal([]);
    expect(names.filter((name) => !/^[a-zA-Z]+$/.test(name))).to.deep.equal([]);
  });

  it('say what they map to what', () => {
    expect(names.filter((name) => !KEYSPACES[name].includes(' → '))).to.deep.equal([]);
  });

  it('have room for the largest envelope and the largest profile, and no value of one row is a large one', () => {
    expect(rowsMax('items') * ROW_BYTES_MAX).to.be.at.least(SIZES.envelopeBytesMax);
    expect(rowsMax('profiles') * ROW_BYTES_MAX).to.be.at.least(SIZES.signedProfileBytesMax);
    const rows = Object.values(LARGE_VALUES).map((large) => large.rowsMax);
    expect(rows.every((count) => count > 1 && count <= 256)).to.equal(true);
  });
});

describe('keys', () => {
  it('sort as the numbers in them', () => {
    const number = fc.maxSafeNat();
    fc.assert(
      fc.property(
        number,
        number,
        (a, b) => numberKey(a) < numberKey(b) === a < b && keyNumber(numberKey(a)) === a,
      ),
    );
    expect(() => numberKey(-1)).to.throw(RangeError);
    expect(() => numberKey(Number.MAX_SAFE_INTEGER + 1)).to.throw(RangeError);
  });

  it('of several parts come apart again, and lie under their first parts', () => {
    expect(splitKey(joinKey('ab', 7, 'cd'))).to.deep.equal(['ab', numberKey(7), 'cd']);
    const { gt, lt } = keysUnder('ab');
    const inside = [joinKey('ab', 'a'), joinKey('ab', 0), joinKey('ab', '~')];
    const outside = ['ab', joinKey('ab~', 'a'), joinKey('abc', 'a'), joinKey('aa', 'z')];
    expect(inside.every((inner) => inner > gt && inner < lt)).to.equal(true);
    expect(outside.some((outer) => outer > gt && outer < lt)).to.equal(false);
  });

  it('are printable ASCII, from 1 to 512 characters', () => {
    for (const good of ['a', 'x'.repeat(512)])
      expect(() => {
        assertKey(good);
      }).not.to.throw();
    for (const bad of ['', 'x'.repeat(513), 'a b', 'é', 'a\n'])
      expect(() => {
        assertKey(bad);
      }).to.throw(RangeError);
  });
});

describe('the parts behind others in composite keys', () => {
  const part = fc.constantFrom('a', 'a0', 'aa', 'b', '~');
  const place = fc.array(part, { minLength: 1, maxLength: 4 });

  it('are found each once, in order, whatever lies under them', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(place, { maxLength: 20 }),
        fc.array(part, { maxLength: 2 }),
        async (places, at) => {
          const store = createMemoryStore();
          const rows = store.keyspace('links');
          await store.commit({
            operations: places.map((parts) => rows.put(joinKey(...parts), new Uint8Array())),
          });
          const under = places.filter(
            (parts) => parts.length > at.length && at.every((name, index) => parts[index] === name),
          );
          const expected = new Set(under.map((parts) => parts[at.length]).sort());
          expect(await collect(nextParts(rows, ...at))).to.deep.equal([...expected]);
        },
      ),
    ));
});

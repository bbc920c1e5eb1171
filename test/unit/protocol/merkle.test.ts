import { createHash } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { fromHex, toHex } from '../../../protocol/hash.ts';
import {
  consistencyRanges,
  EMPTY_FRONTIER,
  EMPTY_ROOT,
  type FullSubtree,
  grow,
  inclusionRanges,
  leafHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from '../../../protocol/merkle.ts';

/** Merkle trees as RFC 9162, section 2.1.1, defines them, with nothing clever. */
function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const hash = (...parts: readonly (Uint8Array | number)[]): Uint8Array => {
    const digest = createHash('sha256');
    for (const part of parts) digest.update(typeof part === 'number' ? Buffer.from([part]) : part);
    return new Uint8Array(digest.digest());
  };
  const [only] = leaves;
  if (only === undefined) return hash();
  if (leaves.length === 1) return hash(0, only);
  const split = 2 ** Math.ceil(Math.log2(leaves.length) - 1);
  return hash(1, naiveRoot(leaves.slice(0, split)), naiveRoot(leaves.slice(split)));
}

const data = (size: number): Uint8Array[] =>
  Array.from({ length: size }, (_, index) => Buffer.from(`leaf ${index}`));
const size = fc.integer({ min: 1, max: 300 });

const path = (leaves: readonly Uint8Array[], ranges: readonly { from: number; to: number }[]) =>
  ranges.map(({ from, to }) => naiveRoot(leaves.slice(from, to)));

describe('a Merkle tree', () => {
  it('has the roots of the published test vectors', () => {
    // The leaves and roots that implementations of RFC 6962 and RFC 9162 have shared since 2013.
    const leaves = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ];
    const roots = leaves.map((_, last) =>
      toHex(
        rootOf(
          grow(
            EMPTY_FRONTIER,
            leaves.slice(0, last + 1).map((leaf) => leafHash(fromHex(leaf))),
          ),
        ),
      ),
    );
    expect(toHex(EMPTY_ROOT)).to.equal('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(roots[0]).to.equal('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    expect(roots[1]).to.equal('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125');
    expect(roots[2]).to.equal('aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77');
    expect(roots[7]).to.equal('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
  });

  it('has the root of the definition at every size, however it grew', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 12 }), (steps) => {
        const leaves = data(steps.reduce((sum, step) => sum + step, 0));
        let frontier = EMPTY_FRONTIER;
        for (const step of steps) {
          frontier = grow(frontier, leaves.slice(frontier.size, frontier.size + step).map(leafHash));
          expect(toHex(rootOf(frontier))).to.equal(toHex(naiveRoot(leaves.slice(0, frontier.size))));
        }
      }),
    );
  });

  it('tells of every subtree that became full, once, with its root', () => {
    const leaves = data(100);
    const full: FullSubtree[] = [];
    grow(EMPTY_FRONTIER, leaves.map(leafHash), (subtree) => full.push(subtree));
    expect(full).to.have.length(50 + 25 + 12 + 6 + 3 + 1);
    for (const { height, to, hash } of full) {
      expect(toHex(hash)).to.equal(toHex(naiveRoot(leaves.slice(to - 2 ** height, to))));
    }
  });
});

describe('an inclusion proof', () => {
  it('shows each leaf in each tree, and no other leaf at its place', () => {
    fc.assert(
      fc.property(size, fc.nat(), (count, seed) => {
        const leaves = data(count);
        const index = seed % count;
        const proof = { index, size: count, path: path(leaves, inclusionRanges(index, count)) };
        const leaf = leafHash(leaves[index] ?? Buffer.from(''));
        const root = naiveRoot(leaves);
        expect(verifyInclusion(leaf, root, proof)).to.equal(true);
        expect(verifyInclusion(leafHash(Buffer.from('other')), root, proof)).to.equal(false);
        expect(verifyInclusion(leaf, naiveRoot(data(count + 1)), proof)).to.equal(false);
        expect(verifyInclusion(leaf, root, { ...proof, path: proof.path.slice(1) })).to.equal(count === 1);
        expect(verifyInclusion(leaf, root, { ...proof, path: [...proof.path, root] })).to.equal(false);
        const elsewhere = { ...proof, index: (index + 1) % count };
        expect(verifyInclusion(leaf, root, elsewhere)).to.equal(count === 1);
      }),
    );
  });

  it('of a leaf behind the end, or of no whole number, shows nothing', () => {
    const root = naiveRoot(data(3));
    const leaf = leafHash(Buffer.from('leaf 2'));
    const proof = { size: 3, path: path(data(3), inclusionRanges(2, 3)) };
    expect(verifyInclusion(leaf, root, { ...proof, index: 2 })).to.equal(true);
    for (const index of [3, -1, 1.5, NaN]) {
      expect(verifyInclusion(leaf, root, { ...proof, index })).to.equal(false);
    }
  });
});

describe('a consistency proof', () => {
  it('shows of every two sizes that the later tree continues the earlier', () => {
    fc.assert(
      fc.property(size, size, (a, b) => {
        const [first, second] = [Math.min(a, b), Math.max(a, b)];
        const leaves = data(second);
        const proof = { first, second, path: path(leaves, consistencyRanges(first, second)) };
        const firstRoot = naiveRoot(leaves.slice(0, first));
        const secondRoot = naiveRoot(leaves);
        expect(verifyConsistency(firstRoot, secondRoot, proof)).to.equal(true);
        const rewritten = [Buffer.from('rewritten'), ...leaves.slice(1)];
        expect(verifyConsistency(naiveRoot(rewritten.slice(0, first)), secondRoot, proof)).to.equal(false);
        expect(verifyConsistency(firstRoot, naiveRoot(rewritten), proof)).to.equal(false);
        expect(
          verifyConsistency(firstRoot, secondRoot, { ...proof, path: [...proof.path, firstRoot] }),
        ).to.equal(false);
        const other = { ...proof, path: path(rewritten, consistencyRanges(first, second)) };
        expect(verifyConsistency(firstRoot, naiveRoot(rewritten), other)).to.equal(false);
      }),
    );
  });

  it('from nothing is empty and takes the root of nothing only', () => {
    const root = naiveRoot(data(5));
    expect(consistencyRanges(0, 5)).to.deep.equal([]);
    expect(verifyConsistency(EMPTY_ROOT, root, { first: 0, second: 5, path: [] })).to.equal(true);
    expect(verifyConsistency(root, root, { first: 0, second: 5, path: [] })).to.equal(false);
    expect(verifyConsistency(root, root, { first: 6, second: 5, path: [] })).to.equal(false);
    expect(verifyConsistency(root, root, { first: 5, second: 5, path: [] })).to.equal(true);
  });
});

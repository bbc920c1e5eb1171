import { hash as digestOf } from 'node:crypto';
import { plain, sameBytes } from './hash.ts';

/**
 * Merkle trees of RFC 9162, section 2.1, with SHA-256: pure, so that a proof can be verified off-line. Leaves
 * are numbered from 0, a tree is named by its size, hashes are 32 bytes.
 */
const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);

function hash(...parts: readonly Uint8Array[]): Uint8Array {
  return plain(digestOf('sha256', Buffer.concat(parts), 'buffer'));
}

/** Root of the tree without leaves. */
export const EMPTY_ROOT = hash();

export function leafHash(data: Uint8Array): Uint8Array {
  return hash(LEAF, data);
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash(NODE, left, right);
}

/**
 * What a growing tree needs to know of itself: the roots of its full subtrees, the largest and oldest first.
 */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
}

export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] };

/**
 * A full subtree that has just got its last leaf: 2 to the power of `height` leaves up to number `to`,
 * exclusive.
 */
export interface FullSubtree {
  readonly height: number;
  readonly to: number;
  readonly hash: Uint8Array;
}

/** The tree with further leaves, given by their hashes; tells of every subtree that becomes full. */
export function grow(
  frontier: Frontier,
  leaves: readonly Uint8Array[],
  full: (subtree: FullSubtree) => void = () => undefined,
): Frontier {
  const peaks = [...frontier.peaks];
  let { size } = frontier;
  for (const leaf of leaves) {
    size += 1;
    let node = leaf;
    for (let height = 1; size % 2 ** height === 0; height++) {
      node = nodeHash(peaks.pop() ?? EMPTY_ROOT, node);
      full({ height, to: size, hash: node });
    }
    peaks.push(node);
  }
  return { size, peaks };
}

/** Root of the tree, from the smallest subtree to the largest. */
export function rootOf(frontier: Frontier): Uint8Array {
  const [last, ...older] = frontier.peaks.toReversed();
  return last === undefined ? EMPTY_ROOT : older.reduce((root, peak) => nodeHash(peak, root), last);
}

/** Leaves `from` to `to`, exclusive: a subtree whose root stands in a proof. */
export interface LeafRange {
  readonly from: number;
  readonly to: number;
}

/** Where a tree of so many leaves, two or more, divides: at the largest power of two below. */
export function splitSize(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/**
 * The subtrees whose roots prove that leaf `index` is in the tree of this size, in the order of the proof.
 */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  let range: LeafRange = { from: 0, to: size };
  while (range.to - range.from > 1) {
    const middle = range.from + splitSize(range.to - range.from);
    const left = { from: range.from, to: middle };
    const right = { from: middle, to: range.to };
    ranges.unshift(index < middle ? right : left);
    range = index < middle ? left : right;
  }
  return ranges;
}

/**
 * The subtrees whose roots prove that the tree of size `second` continues that of size `first`, as in the
 * proof.
 */
export function consistencyRanges(first: number, second: number): LeafRange[] {
  if (first === 0 || first === second) return [];
  const ranges: LeafRange[] = [];
  let range: LeafRange = { from: 0, to: second };
  while (range.to !== first) {
    const middle = range.from + splitSize(range.to - range.from);
    const left = { from: range.from, to: middle };
    const right = { from: middle, to: range.to };
    ranges.unshift(first <= middle ? right : left);
    range = first <= middle ? left : right;
  }
  // The verifier knows the old root itself when it is a subtree of the new tree.
  return range.from === 0 ? ranges : [range, ...ranges];
}

export interface InclusionProof {
  readonly index: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
}

/** Whether the leaf with this hash is number `index` of the tree with this root (RFC 9162, 2.1.3.2). */
export function verifyInclusion(leaf: Uint8Array, root: Uint8Array, proof: InclusionProof): boolean {
  const { index, size, path } = proof;
  if (!isNumber(index) || !isNumber(size) || index >= size) return false;
  const ranges = inclusionRanges(index, size);
  if (ranges.length !== path.length) return false;
  const found = ranges.reduce((node, range, at) => {
    const sibling = path[at] ?? EMPTY_ROOT;
    return range.from > index ? nodeHash(node, sibling) : nodeHash(sibling, node);
  }, leaf);
  return sameBytes(found, root);
}

export interface ConsistencyProof {
  readonly first: number;
  readonly second: number;
  readonly path: readonly Uint8Array[];
}

/** Whether the tree with the second root only added to that with the first (RFC 9162, 2.1.4.2). */
export function verifyConsistency(
  firstRoot: Uint8Array,
  secondRoot: Uint8Array,
  proof: ConsistencyProof,
): boolean {
  const { first, second, path } = proof;
  if (!isNumber(first) || !isNumber(second) || first > second) return false;
  if (consistencyRanges(first, second).length !== path.length) return false;
  if (first === 0) return sameBytes(firstRoot, EMPTY_ROOT);
  const { old, grown } = consistencyRoots(firstRoot, proof);
  return sameBytes(old, firstRoot) && sameBytes(grown, secondRoot);
}

/** Both roots, as they follow from the proof. */
function consistencyRoots(firstRoot: Uint8Array, proof: ConsistencyProof) {
  const { first, second, path } = proof;
  const steps = consistencyRanges(first, second).map(({ to }, at) => ({
    endsOld: to === first,
    isOlder: to <= first,
    hash: path[at] ?? EMPTY_ROOT,
  }));
  // The proof starts at the last subtree of the old tree, which is left out where it is the whole old tree.
  const start = steps[0]?.endsOld === true ? steps.shift()?.hash : undefined;
  const seed = start ?? firstRoot;
  return {
    old: steps.filter(({ isOlder }) => isOlder).reduce((node, { hash }) => nodeHash(hash, node), seed),
    grown: steps.reduce(
      (node, { isOlder, hash }) => (isOlder ? nodeHash(hash, node) : nodeHash(node, hash)),
      seed,
    ),
  };
}

function isNumber(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

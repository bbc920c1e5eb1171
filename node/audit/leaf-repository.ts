import { ComityError } from '../../protocol/errors.ts';
import { EMPTY_FRONTIER, EMPTY_ROOT, grow, nodeHash, rootOf, splitSize } from '../../protocol/merkle.ts';
import type { FullSubtree, LeafRange } from '../../protocol/merkle.ts';
import type { Operation } from '../storage/change.ts';
import type { Keyspace } from '../storage/keyspace.ts';
import { joinKey, keyNumber, keysUnder, splitKey } from '../storage/keys.ts';

const HASH_BYTES = 32;

/**
 * Leaves of a block, and children of a stored subtree: a proof reads at most two blocks and so many rows a
 * level.
 */
export const BLOCK_LEAVES = 256;
const BLOCK_HEIGHT = 8;
const LEAVES = 0;

/**
 * The hashes of the record. Leaves of one batch lie together in runs that never leave their block; the roots
 * of full subtrees of 256, 65,536 … leaves lie beside them, so that proofs and old roots cost the same
 * however long the record.
 */
export class LeafRepository {
  readonly #rows: Keyspace;

  constructor(rows: Keyspace) {
    this.#rows = rows;
  }

  /** Operations that store further leaves from number `from` on, and the subtrees that they filled. */
  put(from: number, leaves: readonly Uint8Array[], full: readonly FullSubtree[]): Operation[] {
    const operations: Operation[] = [];
    for (let at = 0; at < leaves.length;) {
      const number = from + at;
      const run = leaves.slice(at, at + BLOCK_LEAVES - (number % BLOCK_LEAVES));
      operations.push(this.#rows.put(joinKey(String(LEAVES), number), Buffer.concat(run)));
      at += run.length;
    }
    const kept = full.filter(({ height }) => height % BLOCK_HEIGHT === 0);
    return [
      ...operations,
      ...kept.map(({ height, to, hash }) => this.#rows.put(subtreeKey(height, to - 2 ** height), hash)),
    ];
  }

  /** The leaves of a block by their place in it; those that are missing stay out. */
  async block(block: number): Promise<Map<number, Uint8Array>> {
    const first = block * BLOCK_LEAVES;
    const leaves = new Map<number, Uint8Array>();
    const range = { gte: joinKey(String(LEAVES), first), lt: joinKey(String(LEAVES), first + BLOCK_LEAVES) };
    for await (const { key, value } of this.#rows.scan(range)) {
      const from = keyNumber(splitKey(key)[1] ?? '') - first;
      for (let at = 0; at * HASH_BYTES < value.length; at++) {
        leaves.set(from + at, value.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES));
      }
    }
    return leaves;
  }

  /** Whether leaves are stored from this number on. */
  async hasFrom(number: number): Promise<boolean> {
    const { lt } = keysUnder(String(LEAVES));
    for await (const _key of this.#rows.keys({ gte: joinKey(String(LEAVES), number), lt, limit: 1 }))
      return true;
    return false;
  }

  /**
   * Root over a range that is a subtree of some tree. @throws ComityError('damaged') if a leaf of it is
   * missing.
   */
  async root({ from, to }: LeafRange): Promise<Uint8Array> {
    const size = to - from;
    if (size === 0) return EMPTY_ROOT;
    const height = Math.log2(size);
    if (height >= BLOCK_HEIGHT && height % BLOCK_HEIGHT === 0) {
      const stored = await this.#rows.get(subtreeKey(height, from));
      if (stored !== undefined) return stored;
    }
    if (size <= BLOCK_LEAVES) return this.#rootInBlock({ from, to });
    const middle = from + splitSize(size);
    return nodeHash(await this.root({ from, to: middle }), await this.root({ from: middle, to }));
  }

  async #rootInBlock({ from, to }: LeafRange): Promise<Uint8Array> {
    const block = Math.floor(from / BLOCK_LEAVES);
    const leaves = await this.block(block);
    const numbers = Array.from({ length: to - from }, (_, index) => from + index);
    return rootOf(
      grow(
        EMPTY_FRONTIER,
        numbers.map((number) => leafIn(leaves, number)),
      ),
    );
  }
}

function leafIn(block: ReadonlyMap<number, Uint8Array>, number: number): Uint8Array {
  const leaf = block.get(number % BLOCK_LEAVES);
  if (leaf !== undefined) return leaf;
  throw new ComityError(
    'damaged',
    `Entry ${number} of the record is missing: \`comity audit verify\` says how much. Keep a copy of the folder as it is, ` +
      'and restore the latest backup.',
    { details: { number } },
  );
}

function subtreeKey(height: number, from: number): string {
  return joinKey(String(height / BLOCK_HEIGHT), from);
}

import { recordLeaf } from '../../protocol/checkpoint.ts';
import { isComityError } from '../../protocol/errors.ts';
import { sameBytes, toHex } from '../../protocol/hash.ts';
import { EMPTY_FRONTIER, grow, rootOf } from '../../protocol/merkle.ts';
import type { Hex } from '../../protocol/value.ts';
import type { EventRepository, StoredEvent } from './event-repository.ts';
import { BLOCK_LEAVES } from './leaf-repository.ts';
import type { LeafRepository } from './leaf-repository.ts';

/**
 * What can be wrong with an entry: its leaf is not there; its event is not what the leaf was made of; one of
 * its rows does not authenticate. `surplus`: there are leaves behind the last entry.
 */
export type RecordFault = 'missing' | 'altered' | 'damaged' | 'surplus';

export interface RecordReport {
  readonly size: number;
  readonly root: Hex;
  /** Nothing is wrong, and the root follows from the leaves. What is withheld is no fault. */
  readonly intact: boolean;
  /** Entries whose event was erased. */
  readonly withheld: number;
  readonly faults: number;
  /** The first of them, at most `FAULTS_SHOWN`. */
  readonly shown: readonly { readonly number: number; readonly fault: RecordFault }[];
}

export const FAULTS_SHOWN = 1_000;

export interface RecordToVerify {
  readonly events: EventRepository;
  readonly leaves: LeafRepository;
  readonly size: number;
  readonly root: Hex;
}

type Finding = RecordFault | 'withheld' | 'sound';

/** Reads the whole record, block by block, and computes it anew. */
export async function verifyRecord(record: RecordToVerify, signal?: AbortSignal): Promise<RecordReport> {
  const { leaves, size, root } = record;
  const shown: { number: number; fault: RecordFault }[] = [];
  let faults = 0;
  let withheld = 0;
  let frontier = EMPTY_FRONTIER;
  const note = (number: number, finding: Finding): void => {
    if (finding === 'sound') return;
    if (finding === 'withheld') {
      withheld += 1;
      return;
    }
    faults += 1;
    if (shown.length < FAULTS_SHOWN) shown.push({ number, fault: finding });
  };
  for (let first = 0; first < size; first += BLOCK_LEAVES) {
    signal?.throwIfAborted();
    const block = await readBlock(record, first);
    for (const [at, { finding }] of block.entries()) note(first + at, finding);
    frontier = grow(
      frontier,
      block.flatMap(({ leaf }) => leaf ?? []),
    );
  }
  if (await leaves.hasFrom(size)) note(size, 'surplus');
  const intact = faults === 0 && toHex(rootOf(frontier)) === root;
  return { size, root, intact, withheld, faults, shown };
}

interface CheckedEntry {
  readonly leaf: Uint8Array | undefined;
  readonly finding: Finding;
}

async function readBlock(record: RecordToVerify, first: number): Promise<CheckedEntry[]> {
  const numbers = Array.from({ length: Math.min(BLOCK_LEAVES, record.size - first) }, (_, at) => first + at);
  const leaves = await unlessDamaged(record.leaves.block(first / BLOCK_LEAVES));
  const events = await unlessDamaged(record.events.getMany(numbers));
  return Promise.all(
    numbers.map(async (number, at) => {
      const leaf = leaves === DAMAGED ? DAMAGED : leaves.get(at);
      const event = events === DAMAGED ? await unlessDamaged(record.events.get(number)) : events[at];
      return { leaf: leaf === DAMAGED ? undefined : leaf, finding: findingOf(leaf, event) };
    }),
  );
}

const DAMAGED = Symbol('damaged');

async function unlessDamaged<T>(read: Promise<T>): Promise<T | typeof DAMAGED> {
  try {
    return await read;
  } catch (error) {
    if (isComityError(error, 'damaged')) return DAMAGED;
    throw error;
  }
}

function findingOf(
  leaf: Uint8Array | undefined | typeof DAMAGED,
  event: StoredEvent | undefined | typeof DAMAGED,
): Finding {
  if (leaf === DAMAGED || event === DAMAGED) return 'damaged';
  if (leaf === undefined) return 'missing';
  if (event === undefined) return 'withheld';
  return sameBytes(recordLeaf(event.salt, event.bytes), leaf) ? 'sound' : 'altered';
}

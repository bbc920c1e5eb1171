import { recordLeaf } from '../../protocol/checkpoint.ts';
import { toHex } from '../../protocol/hash.ts';
import { consistencyRanges, EMPTY_FRONTIER, grow, inclusionRanges, rootOf } from '../../protocol/merkle.ts';
import type {
  ConsistencyProof,
  Frontier,
  FullSubtree,
  InclusionProof,
  LeafRange,
} from '../../protocol/merkle.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Operation, RecordEvent } from '../storage/change.ts';
import type { Keyspace } from '../storage/keyspace.ts';
import type { KeyspaceName } from '../storage/keyspaces.ts';
import { encodeEvent } from './event-bytes.ts';
import { eventOf, EventRepository, SALT_BYTES } from './event-repository.ts';
import type { StoredEvent } from './event-repository.ts';
import { decodeFrontier, encodeFrontier } from './frontier-bytes.ts';
import { BLOCK_LEAVES, LeafRepository } from './leaf-repository.ts';
import { verifyRecord } from './verify-record.ts';
import type { RecordReport } from './verify-record.ts';

/** Where the record keeps its rows: what of the store it needs. */
export interface RecordSource {
  keyspace(name: KeyspaceName): Keyspace;
}

/** One entry: the event, or nothing where it was erased. */
export interface RecordEntry {
  readonly number: number;
  readonly event: RecordEvent | undefined;
}

export interface RecordRange {
  /** Number of the first entry, 0 without it. */
  readonly from?: number;
  /** Entries at most; without it all. */
  readonly limit?: number;
  /** From the newest, or from `from`, backwards. */
  readonly reverse?: boolean;
}

/** What it takes to show an event to somebody who has only a checkpoint. */
export interface EventProof {
  readonly event: StoredEvent | undefined;
  readonly leaf: Uint8Array;
  readonly proof: InclusionProof;
}

/** Row of `meta` that says where the record ends. */
const FRONTIER_KEY = 'record';

/** The record's rows, once the store is open. */
interface Rows {
  readonly events: EventRepository;
  readonly leaves: LeafRepository;
  readonly meta: Keyspace;
}

/**
 * The node's record: an append-only Merkle log of everything that anybody did. It is handed to the store,
 * which writes its entries in the batch of what they tell of; entries are numbered from 0 in the order of the
 * commits.
 */
export class AuditRecord {
  readonly #randomBytes: (length: number) => Uint8Array;
  #rows: Rows | undefined;
  #frontier: Frontier = EMPTY_FRONTIER;
  #sealed: Frontier | undefined;

  constructor(dependencies: { readonly randomBytes: (length: number) => Uint8Array }) {
    this.#randomBytes = dependencies.randomBytes;
  }

  /** Takes up where the stored record ends. */
  async load(source: RecordSource): Promise<void> {
    const rows: Rows = {
      events: new EventRepository(source.keyspace('recordEvents')),
      leaves: new LeafRepository(source.keyspace('recordLeaves')),
      meta: source.keyspace('meta'),
    };
    const stored = await rows.meta.get(FRONTIER_KEY);
    this.#rows = rows;
    this.#sealed = undefined;
    this.#frontier = stored === undefined ? EMPTY_FRONTIER : decodeFrontier(stored);
  }

  encode(event: RecordEvent): Uint8Array {
    return encodeEvent(event);
  }

  /** The operations that append these events. Follow it with `committed` or `rolledBack`. */
  seal(encoded: readonly Uint8Array[]): Operation[] {
    if (encoded.length === 0) return [];
    const { events, leaves, meta } = this.#open();
    const salts = this.#randomBytes(encoded.length * SALT_BYTES);
    const sealed = encoded.map((bytes, at) => ({
      salt: salts.subarray(at * SALT_BYTES, (at + 1) * SALT_BYTES),
      bytes,
    }));
    const hashes = sealed.map(({ salt, bytes }) => recordLeaf(salt, bytes));
    const full: FullSubtree[] = [];
    const { size } = this.#frontier;
    this.#sealed = grow(this.#frontier, hashes, (subtree) => full.push(subtree));
    return [
      ...sealed.map((event, at) => events.put(size + at, event)),
      ...leaves.put(size, hashes, full),
      meta.put(FRONTIER_KEY, encodeFrontier(this.#sealed)),
    ];
  }

  committed(): void {
    this.#frontier = this.#sealed ?? this.#frontier;
    this.#sealed = undefined;
  }

  rolledBack(): void {
    this.#sealed = undefined;
  }

  /** Entries that are durable. */
  size(): number {
    return this.#frontier.size;
  }

  root(): Hex {
    return toHex(rootOf(this.#frontier));
  }

  async rootAt(size: number): Promise<Hex> {
    return size === this.size() ? this.root() : toHex(await this.#open().leaves.root({ from: 0, to: size }));
  }

  /** Entries in order; those that were erased come without their event. */
  async *list({ from, limit = Infinity, reverse = false }: RecordRange = {}): AsyncGenerator<RecordEntry> {
    const { events } = this.#open();
    const end = this.size();
    const first = reverse ? Math.min(from ?? end, end - 1) : (from ?? 0);
    const count = Math.min(limit, reverse ? first + 1 : end - first);
    for (let done = 0; done < count; done += BLOCK_LEAVES) {
      const step = Math.min(BLOCK_LEAVES, count - done);
      const numbers = Array.from({ length: step }, (_, at) =>
        reverse ? first - done - at : first + done + at,
      );
      const stored = await events.getMany(numbers);
      yield* numbers.map((number, at) => ({ number, event: eventIn(stored[at]) }));
    }
  }

  /** The operation that erases an event; its leaf stays. To be given to `Store.erase`. */
  erasure(number: number): Operation {
    return this.#open().events.remove(number);
  }

  /** That this entry is in the record as it was at this size; to be held against a checkpoint. */
  async proveInclusion(number: number, size = this.size()): Promise<EventProof> {
    const { events, leaves } = this.#open();
    return {
      event: await events.get(number),
      leaf: await leaves.root({ from: number, to: number + 1 }),
      proof: { index: number, size, path: await this.#roots(inclusionRanges(number, size)) },
    };
  }

  /** That the record at the second size only added to what it was at the first. */
  async proveConsistency(first: number, second = this.size()): Promise<ConsistencyProof> {
    return { first, second, path: await this.#roots(consistencyRanges(first, second)) };
  }

  /** Computes the record again from its rows and says what does not fit, or is withheld. */
  verify(signal?: AbortSignal): Promise<RecordReport> {
    const { events, leaves } = this.#open();
    return verifyRecord({ events, leaves, size: this.size(), root: this.root() }, signal);
  }

  #roots(ranges: readonly LeafRange[]): Promise<Uint8Array[]> {
    const { leaves } = this.#open();
    return Promise.all(ranges.map((range) => leaves.root(range)));
  }

  #open(): Rows {
    if (this.#rows === undefined) throw new Error('the record is read before the store is open');
    return this.#rows;
  }
}

function eventIn(stored: StoredEvent | undefined): RecordEvent | undefined {
  return stored === undefined ? undefined : eventOf(stored);
}

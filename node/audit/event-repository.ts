import type { Operation, RecordEvent } from '../storage/change.ts';
import type { Keyspace } from '../storage/keyspace.ts';
import { numberKey } from '../storage/keys.ts';
import { decodeEvent } from './event-bytes.ts';

/** Keeps what is guessable in an event from being guessed by its leaf. */
export const SALT_BYTES = 16;

/** An event with its salt: what the leaf is the hash of. */
export interface StoredEvent {
  readonly salt: Uint8Array;
  readonly bytes: Uint8Array;
}

/** The events of the record, each a row that may be erased while its leaf stays. */
export class EventRepository {
  readonly #rows: Keyspace;

  constructor(rows: Keyspace) {
    this.#rows = rows;
  }

  put(number: number, { salt, bytes }: StoredEvent): Operation {
    return this.#rows.put(numberKey(number), Buffer.concat([salt, bytes]));
  }

  remove(number: number): Operation {
    return this.#rows.remove(numberKey(number));
  }

  /** Nothing for an event that was erased. */
  async get(number: number): Promise<StoredEvent | undefined> {
    const row = await this.#rows.get(numberKey(number));
    return row === undefined ? undefined : storedEvent(row);
  }

  async getMany(numbers: readonly number[]): Promise<(StoredEvent | undefined)[]> {
    const rows = await this.#rows.getMany(numbers.map(numberKey));
    return rows.map((row) => (row === undefined ? undefined : storedEvent(row)));
  }
}

function storedEvent(row: Uint8Array): StoredEvent {
  return { salt: row.subarray(0, SALT_BYTES), bytes: row.subarray(SALT_BYTES) };
}

export function eventOf(stored: StoredEvent): RecordEvent {
  return decodeEvent(stored.bytes);
}

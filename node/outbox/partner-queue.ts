import { LANES } from '../../protocol/delivery/lane-queue.ts';
import type { Deliver } from '../../protocol/delivery/messages.ts';
import type { Room } from '../../protocol/delivery/send-window.ts';
import type { Signed } from '../../protocol/identity/signed.ts';
import type { LinkState } from '../../protocol/session/link-state.ts';
import type { Hex } from '../../protocol/value.ts';
import { type Entry, type EpochQueue, PUT_OFF_MAX } from './epoch-queue.ts';
import { statementOf } from './parcel-row.ts';

export interface PartnerQueueDependencies {
  /** What is sent for an item; undefined if this node has lost it. */
  readonly envelope: (itemId: Hex) => Promise<{ bytes: Uint8Array; withheld: boolean } | undefined>;
  /** As it goes to this partner now: signed again where a key was revoked since. */
  readonly item: (bytes: Uint8Array) => Uint8Array;
  readonly statement: (kind: 'rejection' | 'evidence', signed: Signed) => Signed;
  readonly monotonic: () => number;
  /** Calls back after so many ms. */
  readonly later: (ms: number, then: () => void) => void;
  /** An item that is queued and not there: the queue behind it moves on. */
  readonly lost: (entry: Entry) => void;
}

interface PutOff {
  readonly entry: Entry;
  readonly due: number;
}

/** What was queued a moment ago and is about to leave, in bytes; it need not be read back from the store. */
const FRESH_BYTES_MAX = 4 * 1024 * 1024;

/** What waits for one partner, in all epochs: the order in which it is sent. */
export class PartnerQueue {
  /** Oldest first; numbers are given by the last. */
  readonly epochs: EpochQueue[];
  readonly #dependencies: PartnerQueueDependencies;
  readonly #watchers = new Set<() => void>();
  #putOff: PutOff[] = [];
  readonly #fresh = new Map<Hex, Uint8Array>();
  #freshBytes = 0;
  /** Which session takes what waits. */
  #session = 0;
  /** When the next look at them comes. */
  #nextLook = Number.POSITIVE_INFINITY;

  constructor(epochs: EpochQueue[], dependencies: PartnerQueueDependencies) {
    this.epochs = epochs;
    this.#dependencies = dependencies;
  }

  /** The epoch in which numbers are given. */
  get current(): EpochQueue {
    const current = this.epochs.at(-1);
    if (current === undefined) throw new Error('a partner without an epoch');
    return current;
  }

  watch(wake: () => void): () => void {
    this.#watchers.add(wake);
    return () => {
      this.#watchers.delete(wake);
      if (this.#watchers.size === 0) this.#forgetFresh();
    };
  }

  wake(): void {
    for (const epoch of this.epochs) epoch.look();
    this.#ring();
  }

  #ring(): void {
    for (const wake of this.#watchers) wake();
  }

  /**
   * Keeps an item at hand that was just queued, while a session can take it away at once. Without one it
   * would lie in memory for days, and its body might be erased meanwhile.
   */
  keepFresh(itemId: Hex, bytes: Uint8Array): void {
    if (this.#watchers.size === 0 || this.#freshBytes + bytes.length > FRESH_BYTES_MAX) return;
    this.#fresh.set(itemId, bytes);
    this.#freshBytes += bytes.length;
  }

  /**
   * A session begins: what had no answer in the last one is sent again. Gives the number of the session: what
   * an earlier one still asks for is not taken.
   *
   * @param known what the partner says it has
   */
  rewind(known: readonly LinkState[]): number {
    for (const queue of this.epochs) queue.rewind(known.find(({ epoch }) => epoch === queue.link.epoch));
    this.#putOff = [];
    this.#forgetFresh();
    return ++this.#session;
  }

  #forgetFresh(): void {
    this.#fresh.clear();
    this.#freshBytes = 0;
  }

  /** The higher lanes first; each item with those before it in its case. */
  async take(room: Room, session: number): Promise<Deliver[]> {
    const chosen: Entry[] = [];
    let bytes = 0;
    const isFull = (): boolean =>
      session !== this.#session ||
      chosen.length >= room.parcels ||
      bytes >= room.bytes ||
      this.#putOff.length >= PUT_OFF_MAX;
    const inOrder = LANES.flatMap((lane) => this.epochs.map((epoch) => ({ lane, epoch })));
    for (const { lane, epoch } of inOrder) {
      while (!isFull()) {
        const entries = await epoch.next(lane);
        if (entries.length === 0) break;
        chosen.push(...entries);
        bytes += entries.reduce((sum, entry) => sum + bytesOf(entry), 0);
      }
    }
    const loaded = await Promise.all(chosen.map((entry) => this.#load(entry)));
    return loaded.filter((deliver) => deliver !== undefined);
  }

  /** Entry of a number that the partner answers. */
  async find(epoch: Hex, number: number): Promise<Entry | undefined> {
    return await this.#epochOf(epoch)?.find(number);
  }

  /**
   * It is settled, and that is committed: by an answer to this session or, late, to an earlier one. That may
   * be all that kept this session from being complete.
   */
  forget({ epoch, number }: Entry): void {
    const queue = this.#epochOf(epoch);
    queue?.forget(number);
    if (queue?.holdsNothing === true) this.#ring();
  }

  /** Not now: it is sent again after so many ms. */
  putOff(entry: Entry, ms: number): void {
    entry.state = 'put-off';
    const due = this.#dependencies.monotonic() + ms;
    this.#putOff.push({ entry, due });
    this.#lookAt(due);
  }

  /** One timer for all that is put off, at the earliest time among them. */
  #lookAt(due: number): void {
    if (due >= this.#nextLook) return;
    this.#nextLook = due;
    this.#dependencies.later(due - this.#dependencies.monotonic(), () => {
      if (this.#nextLook === due) this.#lookAgain();
    });
  }

  #lookAgain(): void {
    const now = this.#dependencies.monotonic();
    const waiting = this.#putOff.filter(({ due }) => due > now);
    const ready = this.#putOff.filter(({ entry, due }) => due <= now && entry.state === 'put-off');
    this.#putOff = waiting;
    this.#nextLook = Number.POSITIVE_INFINITY;
    if (waiting.length > 0) this.#lookAt(Math.min(...waiting.map(({ due }) => due)));
    for (const { entry } of ready) this.#epochOf(entry.epoch)?.again(entry);
    this.wake();
  }

  async complete(): Promise<{ epoch: Hex; number: number }[]> {
    const places = await Promise.all(
      this.epochs.map(async (epoch) => ({ epoch: epoch.link.epoch, number: await epoch.complete() })),
    );
    return places.flatMap(({ epoch, number }) => (number === undefined ? [] : [{ epoch, number }]));
  }

  #epochOf(epoch: Hex): EpochQueue | undefined {
    return this.epochs.find(({ link }) => link.epoch === epoch);
  }

  #takeFresh(itemId: Hex): { bytes: Uint8Array; withheld: boolean } | undefined {
    const bytes = this.#fresh.get(itemId);
    if (bytes === undefined) return undefined;
    this.#fresh.delete(itemId);
    this.#freshBytes -= bytes.length;
    return { bytes, withheld: false };
  }

  async #load(entry: Entry): Promise<Deliver | undefined> {
    const { epoch, number, row } = entry;
    if (row.kind !== 'item') {
      const statement = this.#dependencies.statement(row.kind, statementOf(row));
      return { kind: 'deliver', epoch, number, parcel: { kind: row.kind, statement } };
    }
    const envelope = this.#takeFresh(row.itemId) ?? (await this.#dependencies.envelope(row.itemId));
    if (envelope === undefined) {
      this.#dependencies.lost(entry);
      return undefined;
    }
    const { withheld } = envelope;
    const bytes = this.#dependencies.item(envelope.bytes);
    return { kind: 'deliver', epoch, number, parcel: { kind: 'item', item: bytes, withheld } };
  }
}

const STATEMENT_BYTES = 512;

function bytesOf({ row }: Entry): number {
  return row.kind === 'item' ? row.bytes : STATEMENT_BYTES;
}

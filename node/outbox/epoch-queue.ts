import type { Urgency } from '../../protocol/convention/instrument.ts';
import { LANES, LOWEST_LANE } from '../../protocol/delivery/lane-queue.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Link, OutboxRepository } from './outbox-repository.ts';
import type { ParcelRow } from './parcel-row.ts';

/** A number that waits, held in memory because it is about to be sent or has been. */
export interface Entry {
  readonly epoch: Hex;
  readonly number: number;
  readonly row: ParcelRow;
  state: 'ready' | 'away' | 'put-off' | 'settling';
}

/** Entries of one lane that are read ahead. What waits behind them stays in the store, however much it is. */
const AHEAD_MAX = 128;

/** Numbers that are watched one by one until they are seen in the store. */
const GIVEN_MAX = 4096;

interface LaneView {
  /** Up to here all has been read, but for what was given and is not seen yet. */
  cursor: number;
  /** Given in this process and not yet seen in the store: their commits may come in another order. */
  readonly given: Set<number>;
  /** There were too many of these: every commit is worth a look. */
  manyGiven: boolean;
  /** There may be more behind the cursor. */
  more: boolean;
  readonly ready: Entry[];
}

/** The numbers of one epoch: gives them, and finds those that wait, a few at a time. */
export class EpochQueue {
  readonly link: Link;
  readonly #repository: OutboxRepository;
  readonly #entries = new Map<number, Entry>();
  readonly #lanes: Record<Urgency, LaneView>;
  readonly #unused: number[];
  #last: number;
  /** Grows with each rewind, so that what was being read before it is not taken up after it. */
  #generation = 0;

  constructor(link: Link, repository: OutboxRepository, given: { last: number; unused: number[] }) {
    this.link = link;
    this.#repository = repository;
    this.#last = given.last;
    this.#unused = given.unused;
    const view = (): LaneView => ({ cursor: 0, given: new Set(), manyGiven: false, more: true, ready: [] });
    this.#lanes = { emergency: view(), urgent: view(), routine: view() };
  }

  get last(): number {
    return this.#last;
  }

  /** The next number: first those that were given before a failure and never committed. */
  give(lane: Urgency): number {
    const number = this.#unused.shift() ?? ++this.#last;
    const view = this.#lanes[lane];
    view.given.add(number);
    if (view.given.size > GIVEN_MAX) rereadGiven(view);
    return number;
  }

  /** Something has been committed: lanes with numbers not yet seen are worth a look. */
  look(): void {
    for (const lane of LANES) {
      const view = this.#lanes[lane];
      if (view.given.size > 0 || view.manyGiven) view.more = true;
    }
  }

  /** Everything is read anew, as after the start; only what is being settled is not sent again. */
  rewind(): void {
    this.#generation += 1;
    for (const [number, { state }] of this.#entries) {
      if (state !== 'settling') this.#entries.delete(number);
    }
    for (const lane of LANES)
      Object.assign(this.#lanes[lane], { cursor: 0, manyGiven: false, more: true, ready: [] });
  }

  /** The first of a lane that can be sent now, and then is away. */
  async next(lane: Urgency): Promise<Entry | undefined> {
    const view = this.#lanes[lane];
    for (;;) {
      const entry = view.ready.shift();
      if (entry === undefined) {
        if (!view.more) return undefined;
        await this.#readAhead(lane);
      } else if (entry.state === 'ready') {
        entry.state = 'away';
        return entry;
      }
    }
  }

  /**
   * Those of the same case before this one that have not been sent: they go along. Before an item of the
   * lowest lane there is none: its own lane is in order, and the others go first.
   */
  async predecessors({ number, row }: Entry): Promise<Entry[]> {
    if (row.kind !== 'item' || row.lane === LOWEST_LANE) return [];
    const numbers = (await this.#repository.ofCase(this.link.epoch, row.caseId)).filter(
      (one) => one < number,
    );
    const unread = numbers.filter((one) => !this.#entries.has(one));
    await this.#load(unread);
    const found = numbers.map((one) => this.#entries.get(one)).filter((entry) => entry?.state === 'ready');
    for (const entry of found) if (entry !== undefined) entry.state = 'away';
    return found.filter((entry) => entry !== undefined);
  }

  /** What waits under this number, whether it is in memory or not. */
  async find(number: number): Promise<Entry | undefined> {
    const known = this.#entries.get(number);
    if (known !== undefined) return known;
    const [row] = await this.#repository.rows(this.link.epoch, [number]);
    if (row === undefined || !(await this.#repository.isWaiting(this.link.epoch, number, row.lane)))
      return undefined;
    return this.#enter(number, row, 'away');
  }

  /** It is no longer waiting, and that is committed. */
  forget(number: number): void {
    this.#entries.delete(number);
  }

  /** It may be sent again, before what stands behind it. */
  again(entry: Entry): void {
    if (this.#entries.get(entry.number) !== entry) return;
    entry.state = 'ready';
    const { ready } = this.#lanes[entry.row.lane];
    const at = ready.findIndex(({ number }) => number > entry.number);
    ready.splice(at < 0 ? ready.length : at, 0, entry);
  }

  /** Up to which number all have been sent and settled; undefined while something waits. */
  async complete(): Promise<number | undefined> {
    if (this.#entries.size > 0) return undefined;
    for (const lane of LANES) {
      if (this.#lanes[lane].more) await this.#readAhead(lane);
      if (this.#lanes[lane].ready.length > 0) return undefined;
    }
    const given = LANES.flatMap((lane) => [...this.#lanes[lane].given]);
    return Math.min(this.#last, ...[...given, ...this.#unused].map((number) => number - 1));
  }

  async #readAhead(lane: Urgency): Promise<void> {
    const view = this.#lanes[lane];
    const generation = this.#generation;
    view.more = false;
    const from = Math.min(view.cursor + 1, ...view.given);
    const found: number[] = [];
    for await (const number of this.#repository.waiting(this.link.epoch, lane, from)) {
      if (generation !== this.#generation) return;
      view.given.delete(number);
      view.cursor = Math.max(view.cursor, number);
      if (!this.#entries.has(number)) found.push(number);
      if (found.length < AHEAD_MAX) continue;
      view.more = true;
      break;
    }
    const loaded = await this.#load(found);
    view.ready.push(...loaded);
  }

  async #load(numbers: readonly number[]): Promise<Entry[]> {
    if (numbers.length === 0) return [];
    const generation = this.#generation;
    const rows = await this.#repository.rows(this.link.epoch, numbers);
    if (generation !== this.#generation) return [];
    return numbers.flatMap((number, index) => {
      const row = rows[index];
      return row === undefined || this.#entries.has(number) ? [] : [this.#enter(number, row, 'ready')];
    });
  }

  #enter(number: number, row: ParcelRow, state: Entry['state']): Entry {
    const entry: Entry = { epoch: this.link.epoch, number, row, state };
    this.#entries.set(number, entry);
    return entry;
  }
}

/**
 * While nobody takes, a lane may grow without end: it is read again from there on instead of being
 * remembered.
 */
function rereadGiven(view: LaneView): void {
  view.cursor = Math.min(view.cursor, Math.min(...view.given) - 1);
  view.manyGiven = true;
  view.given.clear();
}

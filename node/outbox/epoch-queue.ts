import type { Urgency } from '../../protocol/convention/instrument.ts';
import { LANES, LOWEST_LANE } from '../../protocol/delivery/lane-queue.ts';
import { createNumberSet } from '../../protocol/delivery/number-set.ts';
import { COUNTS, WINDOWS } from '../../protocol/limits.ts';
import type { LinkState } from '../../protocol/session/link-state.ts';
import type { Hex } from '../../protocol/value.ts';
import { GivenNumbers } from './given-numbers.ts';
import { type LaneView, laneView, noteGiven } from './lane-view.ts';
import type { Link, OutboxRepository } from './outbox-repository.ts';
import type { ParcelRow } from './parcel-row.ts';
import { stillWaiting } from './still-waiting.ts';

/** A number that waits, held in memory because it is about to be sent or has been. */
export interface Entry {
  readonly epoch: Hex;
  readonly number: number;
  readonly row: ParcelRow;
  state: 'ready' | 'away' | 'put-off' | 'settling';
}

/** Entries of one lane that are read ahead. What waits behind them stays in the store, however much it is. */
const AHEAD_MAX = 128;

/** While so many are put off, nothing more is tried: the partner asks for time. */
export const PUT_OFF_MAX = 1024;

/**
 * Ranges of numbers that were sent, above the first that was not: what overtakes opens one. Of each, some may
 * be under way or put off, and still the partner never has more ranges than it keeps.
 */
const SCATTERED_MAX = COUNTS.ranges - WINDOWS.parcelsMax - PUT_OFF_MAX;

/** The numbers of one epoch: gives them, and finds those that wait, a few at a time. */
export class EpochQueue {
  readonly link: Link;
  readonly numbers: GivenNumbers;
  readonly #repository: OutboxRepository;
  readonly #entries = new Map<number, Entry>();
  readonly #lanes: Record<Urgency, LaneView>;
  /** Grows with each rewind, so that what was being read before it is not taken up after it. */
  #generation = 0;
  /** What each reading of the store must not take up any more: numbers that were settled since it began. */
  readonly #readings = new Set<Set<number>>();
  /** What the partner has, or was sent in this session. */
  #reached = createNumberSet();

  constructor(link: Link, repository: OutboxRepository, given: { last: number; unused: readonly number[] }) {
    this.link = link;
    this.#repository = repository;
    this.numbers = new GivenNumbers(given);
    this.#lanes = { emergency: laneView(), urgent: laneView(), routine: laneView() };
  }

  /** Which numbers stand for something. */
  get state(): LinkState {
    return this.numbers.state(this.link.epoch);
  }

  /** The next number, for what will wait in this lane. */
  give(lane: Urgency): number {
    const number = this.numbers.give();
    const view = this.#lanes[lane];
    noteGiven(view, number);
    return number;
  }

  /** Something has been committed: lanes with numbers not yet seen are worth a look. */
  look(): void {
    for (const lane of LANES) {
      const view = this.#lanes[lane];
      if (view.given.size > 0 || view.manyGiven) view.more = true;
    }
  }

  /**
   * Everything is read anew, as after the start; only what is being settled is not sent again.
   *
   * @param known what the partner says it has
   */
  rewind(known?: LinkState): void {
    this.#generation += 1;
    this.#reached = createNumberSet(known);
    for (const [number, { state }] of this.#entries) {
      if (state !== 'settling') this.#entries.delete(number);
    }
    for (const lane of LANES)
      Object.assign(this.#lanes[lane], { cursor: 0, manyGiven: false, more: true, ready: [] });
  }

  /** The first of a lane that can be sent now, and then is away; with what must go before it. */
  async next(lane: Urgency): Promise<Entry[]> {
    const generation = this.#generation;
    const view = this.#lanes[lane];
    for (;;) {
      const entry = view.ready.shift();
      if (entry?.state === 'ready') {
        entry.state = 'away';
        const chosen = [...(await this.#predecessors(entry)), entry];
        return generation === this.#generation ? this.#withFillers(chosen) : [];
      }
      if (entry !== undefined) continue;
      if (!view.more) return [];
      await this.#readAhead(lane);
      if (generation !== this.#generation) return [];
    }
  }

  /**
   * Those of the same case before this one that have not been sent: they go along. Before an item of the
   * lowest lane there is none: its own lane is in order, and the others go first.
   */
  async #predecessors({ number, row }: Entry): Promise<Entry[]> {
    if (row.kind !== 'item' || row.lane === LOWEST_LANE) return [];
    const ofCase = await this.#repository.ofCase(this.link.epoch, row.caseId);
    return this.#takeAway(ofCase.filter((one) => one < number));
  }

  /**
   * What overtakes leaves gaps, of which the partner keeps so many. When there are more, the narrowest of
   * them are filled first.
   */
  async #withFillers(chosen: readonly Entry[]): Promise<Entry[]> {
    const all: Entry[] = [];
    for (const entry of chosen) {
      while (!this.#reached.takes(entry.number, SCATTERED_MAX)) {
        const gap = this.#reached.narrowestGap();
        if (gap === undefined) break;
        const numbers = Array.from({ length: gap.last - gap.first + 1 }, (_, index) => gap.first + index);
        all.push(...(await this.#takeAway(await stillWaiting(this.#repository, this.link.epoch, numbers))));
        for (const number of numbers) this.#reached.add(number);
      }
      this.#reached.add(entry.number);
      all.push(entry);
    }
    return all;
  }

  /** Of these numbers, which wait, those that can be sent now; they then are away. */
  async #takeAway(numbers: readonly number[]): Promise<Entry[]> {
    const generation = this.#generation;
    await this.#reading((settled) =>
      this.#load(
        numbers.filter((one) => !this.#entries.has(one)),
        settled,
      ),
    );
    if (generation !== this.#generation) return [];
    const all = numbers.map((one) => this.#entries.get(one)).filter((entry) => entry !== undefined);
    const ready = all.filter(({ state }) => state === 'ready');
    for (const entry of ready) entry.state = 'away';
    return ready;
  }

  /** What waits under this number, whether it is in memory or not. */
  async find(number: number): Promise<Entry | undefined> {
    const known = this.#entries.get(number);
    if (known !== undefined) return known;
    return this.#reading(async (settled) => {
      const [row] = await this.#repository.rows(this.link.epoch, [number]);
      const waits = row && (await this.#repository.isWaiting(this.link.epoch, number, row.lane));
      const meanwhile = this.#entries.get(number);
      if (meanwhile !== undefined || waits !== true || settled.has(number)) return meanwhile;
      return this.#enter(number, row, 'away');
    });
  }

  /** It is no longer waiting, and that is committed. */
  forget(number: number): void {
    this.#entries.delete(number);
    for (const settled of this.#readings) settled.add(number);
  }

  /** Nothing is about to be sent, away or being settled; the store may hold more. */
  get holdsNothing(): boolean {
    return this.#entries.size === 0;
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
    if (!this.holdsNothing) return undefined;
    for (const lane of LANES) {
      if (this.#lanes[lane].more) await this.#readAhead(lane);
      if (this.#lanes[lane].ready.length > 0) return undefined;
    }
    const below = LANES.flatMap((lane) => [...this.#lanes[lane].given].map((number) => number - 1));
    return Math.min(this.numbers.whole, ...below);
  }

  #readAhead(lane: Urgency): Promise<void> {
    return this.#reading((settled) => this.#readLane(lane, settled));
  }

  async #readLane(lane: Urgency, settled: ReadonlySet<number>): Promise<void> {
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
    const loaded = await this.#load(found, settled);
    view.ready.push(...loaded);
  }

  /** What is settled while the store is read may be read there as waiting. */
  async #reading<T>(read: (settled: ReadonlySet<number>) => Promise<T>): Promise<T> {
    const settled = new Set<number>();
    this.#readings.add(settled);
    try {
      return await read(settled);
    } finally {
      this.#readings.delete(settled);
    }
  }

  async #load(numbers: readonly number[], settled: ReadonlySet<number>): Promise<Entry[]> {
    if (numbers.length === 0) return [];
    const generation = this.#generation;
    const rows = await this.#repository.rows(this.link.epoch, numbers);
    if (generation !== this.#generation) return [];
    return numbers.flatMap((number, index) => {
      const row = rows[index];
      const gone = row === undefined || settled.has(number) || this.#entries.has(number);
      return gone ? [] : [this.#enter(number, row, 'ready')];
    });
  }

  #enter(number: number, row: ParcelRow, state: Entry['state']): Entry {
    const entry: Entry = { epoch: this.link.epoch, number, row, state };
    this.#entries.set(number, entry);
    return entry;
  }
}

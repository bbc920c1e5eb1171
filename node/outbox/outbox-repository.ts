import type { Urgency } from '../../protocol/convention/instrument.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { Operation } from '../storage/change.ts';
import { joinKey, keyNumber, keysUnder, nextParts, splitKey } from '../storage/keys.ts';
import type { Store } from '../storage/store.ts';
import { type Depth, laneDigit, laneOf, noDepth } from './lane.ts';
import { decodeParcelRow, encodeParcelRow, type ParcelRow } from './parcel-row.ts';

/** An ordered pair of nodes, from `init` or a restore to the next restore. */
export interface Link {
  readonly party: string;
  readonly epoch: Hex;
  readonly since: Time;
  /** Id of the restore of the store after which it began. */
  readonly restoration?: Hex;
}

/** How far back numbers are looked for that were given and never committed. More are never under way. */
export const UNDER_WAY_MAX = 4096;

/** Items of one case that wait for the same partner and are sent together. */
const OF_CASE_MAX = 1024;

const NOTHING = new Uint8Array();

/**
 * What the outbox keeps: what each number stands for, which of them wait, in which lane, and for which case.
 */
export interface OutboxRepository {
  links(): Promise<Link[]>;
  putLink(link: Link): Operation;
  /** The highest number that was ever committed, and those below it that never were. */
  given(epoch: Hex): Promise<{ last: number; unused: number[] }>;
  depth(epoch: Hex): Promise<Depth>;
  /** Numbers that wait in a lane, ascending, from a number on. */
  waiting(epoch: Hex, lane: Urgency, from: number): AsyncIterable<number>;
  isWaiting(epoch: Hex, number: number, lane: Urgency): Promise<boolean>;
  /** Numbers that wait and belong to a case, ascending. */
  ofCase(epoch: Hex, caseId: Hex): Promise<number[]>;
  rows(epoch: Hex, numbers: readonly number[]): Promise<(ParcelRow | undefined)[]>;
  add(epoch: Hex, number: number, row: ParcelRow): Operation[];
  /** Takes it off the lanes. What it stood for stays on file. */
  remove(epoch: Hex, number: number, row: ParcelRow): Operation[];
  replace(epoch: Hex, number: number, row: ParcelRow): Operation;
}

export function createOutboxRepository(store: Store): OutboxRepository {
  const links = store.keyspace('links');
  const sent = store.keyspace('sent');
  const lanes = store.keyspace('outbox');
  const cases = store.keyspace('outboxCases');
  const lastPart = (key: string): number => keyNumber(splitKey(key).at(-1) ?? '');

  return {
    async links() {
      const found: Link[] = [];
      // Beside them lies a row for each item that ever came.
      for await (const party of nextParts(links)) {
        for await (const { value } of links.scan(keysUnder(party, 'out'))) {
          found.push(JSON.parse(Buffer.from(value).toString('utf8')) as Link);
        }
      }
      return found;
    },
    putLink: (link) =>
      links.put(
        joinKey(store.hashKey('link', link.party), 'out', link.epoch),
        Buffer.from(JSON.stringify(link)),
      ),

    async given(epoch) {
      const unused: number[] = [];
      let last = 0;
      let expected = 0;
      for await (const key of sent.keys({ ...keysUnder(epoch), reverse: true, limit: UNDER_WAY_MAX })) {
        const number = lastPart(key);
        if (last === 0) [last, expected] = [number, number];
        for (; expected > number; expected--) unused.push(expected);
        expected = number - 1;
      }
      const seen = last - unused.length;
      for (; seen < UNDER_WAY_MAX && expected > 0; expected--) unused.push(expected);
      return { last, unused: unused.reverse() };
    },

    async depth(epoch) {
      const depth = noDepth();
      for await (const key of lanes.keys(keysUnder(epoch))) depth[laneOf(splitKey(key)[1] ?? '')] += 1;
      return depth;
    },

    async *waiting(epoch, lane, from) {
      const { lt } = keysUnder(epoch, laneDigit(lane));
      for await (const key of lanes.keys({ gte: joinKey(epoch, laneDigit(lane), from), lt })) {
        yield lastPart(key);
      }
    },
    isWaiting: (epoch, number, lane) => lanes.has(joinKey(epoch, laneDigit(lane), number)),
    async ofCase(epoch, caseId) {
      const found: number[] = [];
      for await (const key of cases.keys({ ...keysUnder(epoch, caseId), limit: OF_CASE_MAX })) {
        found.push(lastPart(key));
      }
      return found;
    },

    async rows(epoch, numbers) {
      const values = await sent.getMany(numbers.map((number) => joinKey(epoch, number)));
      return values.map((value) => value && decodeParcelRow(value));
    },

    add: (epoch, number, row) => [
      sent.put(joinKey(epoch, number), encodeParcelRow(row)),
      lanes.put(joinKey(epoch, laneDigit(row.lane), number), NOTHING),
      ...(row.kind === 'item' ? [cases.put(joinKey(epoch, row.caseId, number), NOTHING)] : []),
    ],
    remove: (epoch, number, row) => [
      lanes.remove(joinKey(epoch, laneDigit(row.lane), number)),
      ...(row.kind === 'item' ? [cases.remove(joinKey(epoch, row.caseId, number))] : []),
    ],
    replace: (epoch, number, row) => sent.put(joinKey(epoch, number), encodeParcelRow(row)),
  };
}

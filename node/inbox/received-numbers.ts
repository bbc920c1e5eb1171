import { createNumberSet, type NumberSet } from '../../protocol/delivery/number-set.ts';
import { fromHex } from '../../protocol/hash.ts';
import { COUNTS } from '../../protocol/limits.ts';
import type { LinkState, Range } from '../../protocol/session/link-state.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Operation } from '../storage/change.ts';
import { joinKey, keysUnder, nextParts, splitKey } from '../storage/keys.ts';
import type { Store } from '../storage/store.ts';
import { incomingKey, numberIn } from './received-items.ts';

/** Numbers above the state row, each of which is looked for at the next start. */
const LOOSE_MAX = 1024;

interface Epoch {
  readonly numbers: NumberSet;
  /** How many were noted since the state row was written. */
  loose: number;
  /** Those of them that stand for no item: once the state row holds them, their own rows say nothing. */
  readonly nameless: Set<number>;
}

function newEpoch(state?: LinkState): Epoch {
  return { numbers: createNumberSet(state), loose: 0, nameless: new Set() };
}

/** How many numbers of each epoch one stream has acknowledged. Another stream knows nothing of it. */
export type Told = Map<Hex, number>;

/**
 * Which numbers of a partner's link are here. A number becomes durable with the row of its own that its
 * parcel's commit carries; so whichever of two concurrent commits is first, no number is ever noted without
 * what it stands for. The row says which item came: a partner who lost it is given it back. A state row is
 * written now and then, so that a start need not read them all, and takes the place of rows that name no
 * item.
 */
export interface ReceivedNumbers {
  has(epoch: Hex, number: number): boolean;
  /** False if there would be more epochs, or more gaps in one, than are kept. */
  takes(epoch: Hex, number: number): boolean;
  /** The operation that notes a number, and the item that it stood for, for the commit of its parcel. */
  note(epoch: Hex, number: number, itemId?: Hex): Operation;
  /** To be called once that is committed. */
  noted(epoch: Hex, number: number): void;
  state(epoch: Hex): LinkState;
  /** Ascending by epoch. */
  states(): LinkState[];
  /** How many numbers up to this one are not here. */
  missing(epoch: Hex, number: number): number;
  /** States of which more is stored than has been told, which is noted. */
  news(told: Told): LinkState[];
  /** Writes a state row, if much has been noted since the last one. */
  compact(): Promise<void>;
}

export async function openReceivedNumbers(store: Store, party: string): Promise<ReceivedNumbers> {
  const rows = store.keyspace('links');
  const link = incomingKey(store, party);
  const epochs = new Map<Hex, Epoch>();
  const epochOf = (epoch: Hex): Epoch => {
    const known = epochs.get(epoch) ?? newEpoch();
    epochs.set(epoch, known);
    return known;
  };

  for await (const epoch of nextParts(rows, ...splitKey(link))) {
    const row = await rows.get(joinKey(link, epoch));
    const state = row && (JSON.parse(Buffer.from(row).toString('utf8')) as LinkState);
    const known = newEpoch(state);
    epochs.set(epoch, known);
    const { lt } = keysUnder(link, epoch);
    for await (const key of rows.keys({ gt: joinKey(link, epoch, state?.watermark ?? 0), lt })) {
      if (known.numbers.add(numberIn(key))) known.loose += 1;
    }
  }

  const stateOf = (epoch: Hex, { numbers }: Epoch): LinkState => ({
    epoch,
    watermark: numbers.watermark,
    ranges: numbers.ranges(),
  });
  let compacting: Promise<void> | undefined;

  const fold = async (epoch: Hex, known: Epoch): Promise<void> => {
    const [folded, held] = [known.loose, namelessIn(known)];
    const state = Buffer.from(JSON.stringify(stateOf(epoch, known)));
    const gone = held.map((number) => rows.remove(joinKey(link, epoch, number)));
    await store.commit({ operations: [rows.put(joinKey(link, epoch), state), ...gone] });
    known.loose -= folded;
    for (const number of held) known.nameless.delete(number);
  };

  return {
    has: (epoch, number) => epochs.get(epoch)?.numbers.has(number) ?? false,
    takes: (epoch, number) => {
      if (!epochs.has(epoch) && epochs.size >= COUNTS.epochs) return false;
      return epochOf(epoch).numbers.takes(number, COUNTS.ranges);
    },
    note: (epoch, number, itemId) => {
      epochOf(epoch).nameless[itemId === undefined ? 'add' : 'delete'](number);
      return rows.put(joinKey(link, epoch, number), fromHex(itemId ?? ''));
    },
    noted: (epoch, number) => {
      const known = epochOf(epoch);
      if (known.numbers.add(number)) known.loose += 1;
    },
    missing: (epoch, number) => {
      const numbers = epochs.get(epoch)?.numbers ?? createNumberSet();
      const above = numbers.ranges().reduce((sum, range) => sum + countUpTo(range, number), 0);
      return Math.max(0, number - numbers.watermark - above);
    },
    state: (epoch) => stateOf(epoch, epochs.get(epoch) ?? newEpoch()),
    states: () =>
      [...epochs].map(([epoch, known]) => stateOf(epoch, known)).sort((a, b) => (a.epoch < b.epoch ? -1 : 1)),
    news: (told) =>
      [...epochs].flatMap(([epoch, known]) => {
        const size = sizeOf(known.numbers);
        if (size === (told.get(epoch) ?? 0)) return [];
        told.set(epoch, size);
        return [stateOf(epoch, known)];
      }),
    compact: async () => {
      const full = [...epochs].find(([, known]) => known.loose >= LOOSE_MAX);
      if (full === undefined || compacting !== undefined) return;
      compacting = fold(...full).finally(() => (compacting = undefined));
      await compacting;
    },
  };
}

/** Those of which it is certain that they came. */
function namelessIn({ nameless, numbers }: Epoch): number[] {
  return [...nameless].filter((number) => numbers.has(number));
}

function sizeOf(numbers: NumberSet): number {
  return numbers.ranges().reduce((sum, { first, last }) => sum + last - first + 1, numbers.watermark);
}

function countUpTo({ first, last }: Range, number: number): number {
  return Math.max(0, Math.min(last, number) - first + 1);
}

import { createNumberSet, type NumberSet } from '../../protocol/delivery/number-set.ts';
import { COUNTS } from '../../protocol/limits.ts';
import type { LinkState, Range } from '../../protocol/session/link-state.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Operation } from '../storage/change.ts';
import { joinKey, keyNumber, keysUnder, splitKey } from '../storage/keys.ts';
import type { Store } from '../storage/store.ts';

/** Rows of single numbers that are kept before they are folded into the state of their epoch. */
const LOOSE_MAX = 1024;

const NOTHING = new Uint8Array();

interface Epoch {
  readonly numbers: NumberSet;
  /** Stored as rows of their own, not yet in the state row. */
  readonly loose: Set<number>;
}

/** How many numbers of each epoch one stream has acknowledged. Another stream knows nothing of it. */
export type Told = Map<Hex, number>;

/**
 * Which numbers of a partner's link are here. A number becomes durable with the row of its own that its
 * parcel's commit carries; so whichever of two concurrent commits is first, no number is ever noted without
 * what it stands for. Rows of single numbers are folded into one state row now and then.
 */
export interface ReceivedNumbers {
  has(epoch: Hex, number: number): boolean;
  /** False if there would be more epochs, or more gaps in one, than are kept. */
  takes(epoch: Hex, number: number): boolean;
  /** The operation that notes a number, for the commit of its parcel. */
  note(epoch: Hex, number: number): Operation;
  /** To be called once that is committed. */
  noted(epoch: Hex, number: number): void;
  /** Ascending by epoch. */
  states(): LinkState[];
  /** How many numbers up to this one are not here. */
  missing(epoch: Hex, number: number): number;
  /** States of which more is stored than has been told, which is noted. */
  news(told: Told): LinkState[];
  /** Folds loose rows into state rows, if there are many. */
  compact(): Promise<void>;
}

export async function openReceivedNumbers(store: Store, party: string): Promise<ReceivedNumbers> {
  const rows = store.keyspace('links');
  const link = joinKey(store.hashKey('link', party), 'in');
  const epochs = new Map<Hex, Epoch>();
  const epochOf = (epoch: Hex): Epoch => {
    const known = epochs.get(epoch) ?? { numbers: createNumberSet(), loose: new Set() };
    epochs.set(epoch, known);
    return known;
  };

  for await (const { key, value } of rows.scan(keysUnder(link))) {
    const [epoch = '', number] = splitKey(key).slice(splitKey(link).length);
    if (number === undefined) {
      const state = JSON.parse(Buffer.from(value).toString('utf8')) as LinkState;
      epochs.set(epoch, { numbers: createNumberSet(state), loose: new Set() });
    } else {
      epochOf(epoch).numbers.add(keyNumber(number));
      epochOf(epoch).loose.add(keyNumber(number));
    }
  }

  const stateOf = (epoch: Hex, { numbers }: Epoch): LinkState => ({
    epoch,
    watermark: numbers.watermark,
    ranges: numbers.ranges(),
  });
  let compacting: Promise<void> | undefined;

  const fold = async (epoch: Hex, known: Epoch): Promise<void> => {
    const folded = [...known.loose];
    const state = Buffer.from(JSON.stringify(stateOf(epoch, known)));
    const operations = [
      rows.put(joinKey(link, epoch), state),
      ...folded.map((number) => rows.remove(joinKey(link, epoch, number))),
    ];
    await store.commit({ operations });
    for (const number of folded) known.loose.delete(number);
  };

  return {
    has: (epoch, number) => epochs.get(epoch)?.numbers.has(number) ?? false,
    takes: (epoch, number) => {
      if (!epochs.has(epoch) && epochs.size >= COUNTS.epochs) return false;
      return epochOf(epoch).numbers.takes(number, COUNTS.ranges);
    },
    note: (epoch, number) => rows.put(joinKey(link, epoch, number), NOTHING),
    noted: (epoch, number) => {
      const known = epochOf(epoch);
      if (known.numbers.add(number)) known.loose.add(number);
    },
    missing: (epoch, number) => {
      const numbers = epochs.get(epoch)?.numbers ?? createNumberSet();
      const above = numbers.ranges().reduce((sum, range) => sum + countUpTo(range, number), 0);
      return Math.max(0, number - numbers.watermark - above);
    },
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
      const full = [...epochs].find(([, known]) => known.loose.size >= LOOSE_MAX);
      if (full === undefined || compacting !== undefined) return;
      compacting = fold(...full).finally(() => (compacting = undefined));
      await compacting;
    },
  };
}

function sizeOf(numbers: NumberSet): number {
  return numbers.ranges().reduce((sum, { first, last }) => sum + last - first + 1, numbers.watermark);
}

function countUpTo({ first, last }: Range, number: number): number {
  return Math.max(0, Math.min(last, number) - first + 1);
}

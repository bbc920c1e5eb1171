import { LANES } from '../../protocol/delivery/lane-queue.ts';
import { evidenceStatement } from '../../protocol/delivery/statements.ts';
import type { Time } from '../../protocol/value.ts';
import { repeat } from '../supervise.ts';
import type { OutboxDependencies } from './dependencies.ts';
import type { EpochQueue } from './epoch-queue.ts';
import { type Lateness, nextLateness } from './lateness.ts';
import type { OutboxRepository } from './outbox-repository.ts';
import type { ItemRow } from './parcel-row.ts';

/** Says DELAY and NON-DELIVERY of what waits too long, each once, whatever restarts lie between. */
export interface LateWatch {
  /** Something new waits, and may be late one day. */
  queued(row: ItemRow): void;
  /** Looks now and then until the signal aborts. */
  run(epochs: () => readonly EpochQueue[], signal: AbortSignal): Promise<void>;
}

/** Between two looks at the clock, in ms. A quarter of an hour need not be told to the second. */
const LOOK_MS = 30_000;

/** Rows of the backlog that are read at once. */
const ROWS_MAX = 256;

/**
 * The backlog is walked through only when the earliest time that something in it can be late has come, and at
 * most twice a minute: what waits needs no timers of its own, and what was delivered in time costs nothing.
 */
export function createLateWatch(dependencies: OutboxDependencies, repository: OutboxRepository): LateWatch {
  const { clock, network, party, signer, items, laneTimes, log } = dependencies;
  let earliest: Time = 0;
  /** What is said is signed, and can't be taken back: it takes the clock, and the time that is sure. */
  const certain = (): Time => Math.min(clock.now(), clock.sure());

  const say = async (
    queue: EpochQueue,
    number: number,
    row: ItemRow & { late: Lateness['level'] },
  ): Promise<void> => {
    const { itemId, lane, late: level } = row;
    if (!(await repository.isWaiting(queue.link.epoch, number, lane))) return;
    const at = clock.now();
    const evidence = { network, party, itemId, level, at };
    const signed = evidenceStatement.sign(evidence, signer());
    const operations = [repository.replace(queue.link.epoch, number, row)];
    const events = [
      { type: `item.${level}`, at, subject: itemId, actor: 'node', detail: { partner: queue.link.party } },
    ];
    await items.takeLateness({ party, evidence, signed }, { operations, events });
    log.warn({ partner: queue.link.party, itemId, level }, 'an item has no receipt in time');
  };

  /** What is due of some rows; the earliest time at which anything else of them is. */
  const look = async (queue: EpochQueue, numbers: readonly number[]): Promise<Time> => {
    const rows = await repository.rows(queue.link.epoch, numbers);
    let next = Number.POSITIVE_INFINITY;
    for (const [index, number] of numbers.entries()) {
      let row = rows[index];
      if (row?.kind !== 'item') continue;
      for (let late = nextLateness(row, laneTimes); late !== undefined; late = nextLateness(row, laneTimes)) {
        if (late.due > certain()) {
          next = Math.min(next, late.due);
          break;
        }
        row = { ...row, late: late.level };
        await say(queue, number, { ...row, late: late.level });
      }
    }
    return next;
  };

  const walk = async (queue: EpochQueue): Promise<Time> => {
    let next = Number.POSITIVE_INFINITY;
    for (const lane of LANES) {
      let numbers: number[] = [];
      for await (const number of repository.waiting(queue.link.epoch, lane, 0)) {
        numbers.push(number);
        if (numbers.length < ROWS_MAX) continue;
        next = Math.min(next, await look(queue, numbers));
        numbers = [];
      }
      next = Math.min(next, await look(queue, numbers));
    }
    return next;
  };

  const walkAll = async (queues: readonly EpochQueue[]): Promise<void> => {
    if (certain() < earliest) return;
    // What is queued meanwhile counts from here on.
    earliest = Number.POSITIVE_INFINITY;
    try {
      for (const queue of queues) earliest = Math.min(earliest, await walk(queue));
    } catch (error) {
      earliest = 0;
      throw error;
    }
  };

  return {
    queued(row) {
      earliest = Math.min(earliest, nextLateness(row, laneTimes)?.due ?? earliest);
    },
    run: (epochs, signal) => repeat(() => walkAll(epochs()), { clock, pauseMs: LOOK_MS, signal }),
  };
}

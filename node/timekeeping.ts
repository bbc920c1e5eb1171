import { toInstant } from '../protocol/control/instant.ts';
import type { Warning } from '../protocol/control/warnings.ts';
import type { Time } from '../protocol/value.ts';
import type { Directory } from './directory/directory.ts';
import type { Links } from './directory/directory-handlers.ts';
import { clocksByPing, middleOf } from './doctor-clocks.ts';
import type { Log } from './log.ts';
import type { PartnerWatch } from './partner-watch.ts';
import { type KeptClock, STEP_MS } from './steady-clock.ts';
import type { Store } from './storage/store.ts';
import { createBell, createTasks, repeat } from './supervise.ts';

interface TimekeepingDependencies {
  readonly clock: KeptClock;
  readonly store: Store;
  readonly log: Log;
  readonly directory: Pick<Directory, 'pins'>;
  readonly links: Pick<Links, 'connected' | 'ping'>;
  readonly watch: Pick<PartnerWatch, 'subscribe'>;
  readonly onBug: (error: unknown) => void;
}

export interface Timekeeping {
  warnings(): Warning[];
  stop(): Promise<void>;
}

/** Row of `meta`: the time that this node was sure of last. */
const KEY = 'time';
const LOOK_MS = 60_000;
const KEEP_MS = 10 * 60_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const DAYS_SHOWN_MIN = 3;

/** Goes on from the time that an earlier life of the node was sure of. */
export async function resumeTime(store: Store, clock: KeptClock): Promise<void> {
  const row = await store.keyspace('meta').get(KEY);
  if (row !== undefined) clock.resume(Number(Buffer.from(row).toString()));
}

/**
 * Notices when the machine's clock jumps, and when it is right again; asks partners who are on line for
 * theirs while this one is in doubt, or nobody has confirmed it since the node was started; and keeps the
 * time for the next life.
 */
export function startTimekeeping(dependencies: TimekeepingDependencies): Timekeeping {
  const { clock, store, log, watch, onBug } = dependencies;
  const tasks = createTasks(onBug);
  const bell = createBell();
  let doubted = false;
  let kept = Number.NEGATIVE_INFINITY;

  const note = async (): Promise<void> => {
    const aheadMs = clock.doubt();
    if ((aheadMs !== undefined) === doubted) return;
    doubted = aheadMs !== undefined;
    const event =
      aheadMs === undefined ? { type: 'clock.believed' } : { type: 'clock.doubted', detail: { aheadMs } };
    if (doubted) log.warn({ aheadMs }, 'the clock of this machine is not believed');
    else log.info({}, 'the clock of this machine is believed again');
    await store.commit({ operations: [], events: [{ ...event, at: clock.now(), actor: 'node' }] });
  };
  const keep = async (leastMs: number): Promise<void> => {
    const sure = clock.sure();
    if (Math.abs(sure - kept) < leastMs) return;
    await store.commit({ operations: [store.keyspace('meta').put(KEY, Buffer.from(String(sure)))] });
    kept = sure;
  };
  const look = async (): Promise<void> => {
    await note();
    if (clock.doubt() !== undefined || clock.now() - clock.sure() > STEP_MS) {
      const ahead = [...(await clocksByPing(dependencies)).values()];
      if (ahead.length > 0) clock.compare(middleOf(ahead));
      await note();
    }
    await keep(KEEP_MS);
  };

  tasks.spawn((signal) => repeat(look, { clock, pauseMs: LOOK_MS, signal, bell }));
  const unsubscribe = watch.subscribe(({ connected }) => {
    if (connected === true) bell.ring();
  });
  return {
    warnings: () => {
      const aheadMs = clock.doubt();
      return aheadMs === undefined ? [] : [clockWarning(aheadMs, clock.now())];
    },
    stop: async () => {
      unsubscribe();
      await tasks.stop();
      await keep(1);
    },
  };
}

function clockWarning(aheadMs: number, now: Time): Warning {
  const how = `${span(Math.abs(aheadMs))} ${aheadMs > 0 ? 'ahead of' : 'behind'}`;
  const message = `The clock of this machine is ${how} what this node knows. It goes by ${toInstant(now)} instead.`;
  return { code: 'clock-jumped', message };
}

function span(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  return days < DAYS_SHOWN_MIN ? `${Math.floor(ms / MINUTE_MS)} minutes` : `${days} days`;
}

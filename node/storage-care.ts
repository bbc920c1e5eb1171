import type { Warning } from '../protocol/control/warnings.ts';
import { ComityError } from '../protocol/errors.ts';
import type { Time } from '../protocol/value.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config/schema.ts';
import type { Log } from './log.ts';
import type { Ballast } from './storage/ballast.ts';
import type { Damage, ScrubStep, Storage } from './storage/storage.ts';
import { createTasks, repeat } from './supervise.ts';

export interface CareDependencies {
  readonly storage: Storage;
  readonly ballast: Ballast;
  readonly clock: Clock;
  readonly log: Log;
  /** Free bytes below which nothing new is accepted. */
  readonly freeBytesMin: number;
  /** So long after the last scrub the next one begins. */
  readonly scrubEveryMs: number;
  /** The node can't go on with this: it ends. */
  readonly onFatal: (error: unknown) => void;
}

const MEBI = 1024 * 1024;
const DAY_MS = 24 * 60 * 60 * 1000;

export function careLimits({ storage }: Config): Pick<CareDependencies, 'freeBytesMin' | 'scrubEveryMs'> {
  return { freeBytesMin: storage.freeMebibytesMin * MEBI, scrubEveryMs: storage.scrubDays * DAY_MS };
}

/** What a scrub has read and found. */
export interface ScrubReport {
  readonly at: Time;
  readonly bytes: number;
  readonly rows: number;
  readonly damage: readonly Damage[];
}

/** Looks after the store while the node runs: reads all of it now and then, and keeps the ballast. */
export interface StorageCare {
  /** Reads all of the store now, as fast as it goes. @param actor who wants it, for the record */
  scrub(actor: string): Promise<ScrubReport>;
  warnings(): Promise<Warning[]>;
  stop(): Promise<void>;
}

/** Row of `meta`. */
const KEY = 'scrub';
/** Damage that is remembered and named one by one. */
const NAMED_MAX = 20;
const TEND_MS = 10 * 60 * 1000;
/** The start has other things to do first. */
const FIRST_TEND_MS = 60 * 1000;
/** What a scrub in the background reads: a gigabyte in two minutes, at a tenth of one processor. */
const BYTES_PER_MS = (8 * MEBI) / 1000;

export async function startStorageCare(dependencies: CareDependencies): Promise<StorageCare> {
  const care = new Care(dependencies);
  await care.load();
  return care;
}

class Care implements StorageCare {
  readonly #dependencies: CareDependencies;
  readonly #tasks;
  #last: ScrubReport | undefined;
  #ballast: Awaited<ReturnType<Ballast['state']>> = 'kept';
  #refusals = 0;

  constructor(dependencies: CareDependencies) {
    this.#dependencies = dependencies;
    this.#tasks = createTasks(dependencies.onFatal);
    dependencies.storage.onReopened(() => {
      this.#refusals += 1;
      dependencies.log.error({}, 'the disk refused a change; the store was closed, opened and checked');
    });
  }

  async load(): Promise<void> {
    const { storage, clock } = this.#dependencies;
    const row = await storage.keyspace('meta').get(KEY);
    this.#last = row === undefined ? undefined : (JSON.parse(Buffer.from(row).toString()) as ScrubReport);
    this.#tasks.spawn(async (signal) => {
      const wait = (step: ScrubStep): Promise<void> => this.#wait(step, signal);
      if (!storage.wholeChecked) await this.#read(storage.checkFiles(signal), wait);
      await clock.delay(FIRST_TEND_MS, signal);
      const tend = async (): Promise<void> => {
        await this.#keepBallast();
        if (this.#isDue()) await this.#scrub('node', wait, signal);
      };
      await repeat(tend, { clock, pauseMs: TEND_MS, signal });
    });
  }

  scrub(actor: string): Promise<ScrubReport> {
    return this.#scrub(actor, () => Promise.resolve(), this.#tasks.signal);
  }

  async warnings(): Promise<Warning[]> {
    return [
      ...spaceWarnings(await this.#dependencies.storage.freeBytes(), this.#dependencies.freeBytesMin),
      ...this.#ballastWarnings(),
      ...this.#refusalWarnings(),
      ...(this.#last?.damage ?? []).map(damageWarning),
    ];
  }

  stop(): Promise<void> {
    return this.#tasks.stop();
  }

  #isDue(): boolean {
    const { clock, scrubEveryMs } = this.#dependencies;
    return this.#last === undefined || clock.now() - this.#last.at >= scrubEveryMs;
  }

  async #scrub(
    actor: string,
    wait: (step: ScrubStep) => Promise<void>,
    signal: AbortSignal,
  ): Promise<ScrubReport> {
    const { storage, clock, log } = this.#dependencies;
    const report = await this.#read(storage.scrub(signal), wait);
    this.#last = { ...report, damage: report.damage.slice(0, NAMED_MAX) };
    const { rows, bytes, damage } = report;
    log.info({ rows, bytes, damaged: damage.length }, 'all of the store was read');
    const event = {
      type: 'storage.scrubbed',
      at: clock.now(),
      actor,
      detail: { rows, damaged: damage.length },
    };
    const row = storage.keyspace('meta').put(KEY, Buffer.from(JSON.stringify(this.#last)));
    await storage.commit({ operations: [row], events: [event] });
    return report;
  }

  async #read(
    steps: AsyncIterable<ScrubStep>,
    wait: (step: ScrubStep) => Promise<void>,
  ): Promise<ScrubReport> {
    const { clock } = this.#dependencies;
    let [bytes, rows] = [0, 0];
    const damage: Damage[] = [];
    for await (const step of steps) {
      bytes += step.bytes;
      rows += step.rows;
      damage.push(...step.damage);
      for (const one of step.damage) this.#found(one);
      await wait(step);
    }
    return { at: clock.now(), bytes, rows, damage };
  }

  /** What a damaged table no longer finds might be taken in twice: the node ends. A damaged value is not used. */
  #found(damage: Damage): void {
    const { log, onFatal } = this.#dependencies;
    if (!('file' in damage)) {
      log.error(damage, 'a stored value is damaged and is not used');
      return;
    }
    log.error(damage, 'a file of the database is damaged');
    onFatal(new ComityError('damaged', damageWarning(damage).message, { details: damage }));
  }

  /** So long that the scrub is hardly felt. */
  #wait({ bytes }: ScrubStep, signal: AbortSignal): Promise<void> {
    return this.#dependencies.clock.delay(Math.ceil(bytes / BYTES_PER_MS), signal);
  }

  async #keepBallast(): Promise<void> {
    const { ballast, log } = this.#dependencies;
    if (await this.#hasRoom()) {
      await ballast.keep().catch((error: unknown) => {
        log.warn({ error }, 'there is no room for the ballast');
      });
    }
    this.#ballast = await ballast.state();
  }

  /** A file that makes the disk too full to work would help nobody. */
  async #hasRoom(): Promise<boolean> {
    const { storage, freeBytesMin } = this.#dependencies;
    return (await storage.freeBytes()) >= freeBytesMin;
  }

  #ballastWarnings(): Warning[] {
    if (this.#ballast === 'kept') return [];
    if (this.#ballast === 'damaged') {
      const message = 'The ballast file in the home is not as it was written.';
      return [{ code: 'ballast-damaged', message }];
    }
    return [{ code: 'ballast-missing', message: 'No space is kept for a full disk.' }];
  }

  #refusalWarnings(): Warning[] {
    if (this.#refusals === 0) return [];
    const message = 'The disk has refused a change; the store was closed, opened and checked.';
    return [{ code: 'disk-refused', message }];
  }
}

function damageWarning(damage: Damage): Warning {
  if ('file' in damage) {
    const message = `The file ${damage.file} of the database is damaged.`;
    return { code: 'file-damaged', subject: damage.file, message };
  }
  const message = `A stored value in ${damage.keyspace} is damaged and is not used.`;
  return { code: 'value-damaged', subject: `${damage.keyspace} ${damage.key}`, message };
}

/** Before the floor is reached there is time to do something. */
export function spaceWarnings(freeBytes: number, floor: number): Warning[] {
  if (freeBytes >= 2 * floor) return [];
  const left = `${Math.floor(freeBytes / MEBI)} MiB are free on the disk`;
  return [
    freeBytes >= floor
      ? { code: 'disk-low', message: `${left}: soon no new work is accepted.` }
      : { code: 'disk-full', message: `${left}: no new work is accepted.` },
  ];
}

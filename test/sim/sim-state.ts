import { type Cases, openCases } from '../../node/cases/cases.ts';
import { laneTimesFrom } from '../../node/config/lane-times.ts';
import { readConfig } from '../../node/config/read-config.ts';
import { openDirectory } from '../../node/directory/directory.ts';
import { createDirectoryRepository } from '../../node/directory/directory-repository.ts';
import { peerIdOf } from '../../node/host/peer-id.ts';
import { openLinks, type OpenLinks } from '../../node/links.ts';
import type { Log } from '../../node/log.ts';
import { createMetrics } from '../../node/metrics.ts';
import { putRestoration } from '../../node/restoration.ts';
import { steadyClock } from '../../node/steady-clock.ts';
import { resumeTime, startTimekeeping } from '../../node/timekeeping.ts';
import type { Store } from '../../node/storage/store.ts';
import { CARICOM, currentPins } from '../../protocol/convention/instruments.ts';
import { toHex } from '../../protocol/hash.ts';
import { fingerprintOf } from '../../protocol/identity/fingerprint.ts';
import type { OpenedProfile } from '../../protocol/identity/profile.ts';
import { authorityOf, CENTRAL, officerOf, signingBy, type TestOfficer } from '../support/party-officers.ts';
import { aProfile, signed, signerFrom } from '../support/profiles.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import type { Disk, DiskFault, Rows } from './disk.ts';
import type { SimNetwork } from './sim-network.ts';
import type { Life, World } from './world.ts';

/** What every State of a simulation is made of, but for its own code. */
export interface Surroundings {
  readonly world: World;
  readonly network: SimNetwork;
  readonly disks: ReadonlyMap<string, Disk>;
  /** Puts something else in the place of a part of a node: to see whether that is noticed. */
  readonly tamper: Tamper;
  readonly report: (invariant: string, detail: string) => void;
}

export interface Tamper {
  readonly store?: (store: Store, code: string) => Store;
}

interface Running {
  readonly life: Life;
  readonly cases: Cases;
  readonly links: OpenLinks;
}

/** Writes that one that fails is picked of: an act that is written takes some. */
const SPARED = 4;

const config = readConfig({ file: '', text: '' });
const profiles = new Map<string, OpenedProfile>();
const officers = new Map<string, TestOfficer>();

/** Keys and what they have signed are the same in every run, and dear to make. */
function memo<T>(known: Map<string, T>, code: string, make: () => T): T {
  const made = known.get(code) ?? make();
  known.set(code, made);
  return made;
}

export function profileOf(code: string): OpenedProfile {
  const instruments = [{ id: CARICOM.id, version: CARICOM.version, digest: currentPins().instrument }];
  const declarations = { 'participation.in_force_from': '2020-01-01' };
  return memo(profiles, code, () => signed(aProfile(code, { instruments, declarations })));
}

export function peerIdOfState(code: string): string {
  return peerIdOf(signerFrom(`${code} node`).publicKey);
}

/** A State: what outlives its process, and the process while it runs. */
export class SimState {
  readonly code: string;
  readonly peerId: string;
  readonly officer: TestOfficer;
  readonly disk: Disk;
  /** How far its wall clock is from the true time, in ms. */
  skewMs = 0;
  readonly #around: Surroundings;
  readonly #random: SeededRandom;
  readonly #backups: { readonly rows: Rows; readonly asOf: number }[] = [];
  #running: Running | undefined;
  /** What is ending, if it still runs. */
  #stopping: Running | undefined;
  #starting = false;
  #wasRestored = false;

  constructor(code: string, around: Surroundings) {
    this.code = code;
    this.peerId = peerIdOfState(code);
    this.officer = memo(officers, code, () => officerOf(code, 'officer', CENTRAL));
    const disk = around.disks.get(code);
    if (disk === undefined) throw new Error(`${code} has no disk`);
    this.disk = disk;
    this.#around = around;
    this.#random = around.world.random(`${code} bytes`);
  }

  /** Undefined while its process does not run. */
  get cases(): Cases | undefined {
    return this.#running?.cases;
  }

  get runs(): boolean {
    return this.#running !== undefined || this.#starting;
  }

  /** Its process runs, and is not about to end. */
  get lasts(): boolean {
    return this.#running !== undefined && this.#running !== this.#stopping;
  }

  /** It was restored, and as far as can be told partners still have what it has not. */
  get recovers(): boolean {
    return this.#wasRestored && this.#running?.links.recovering().length !== 0;
  }

  /** What waits for its partners, as far as the running process knows. */
  queued(partners: readonly string[]): number {
    const { links } = this.#running ?? {};
    const depths = partners.map((partner) => links?.status.queued(partner));
    return depths.flatMap((depth) => Object.values(depth ?? { unknown: 1 })).reduce((a, b) => a + b, 0);
  }

  /** Knows the others from the first start on, as operators have approved them. */
  async install(partners: readonly string[]): Promise<void> {
    const life = { over: false };
    const { clock, log } = this.#basics(life);
    const store = this.disk.store(life);
    const own = profileOf(this.code);
    const rows = createDirectoryRepository(store);
    await store.commit({ operations: [rows.putProfile(own), rows.putOwn(own.digest)] });
    const directory = await openDirectory({ store, clock, log });
    for (const partner of partners) {
      const { bytes, profile } = profileOf(partner);
      await directory.takeUp(bytes, { operator: 'operator' });
      await directory.approve(partner, fingerprintOf(profile.stateKey.publicKey), 'operator');
    }
    life.over = true;
    this.backup();
  }

  backup(): void {
    const { world } = this.#around;
    this.#backups.push({
      rows: this.disk.backup(),
      asOf: world.clock({ over: false }, () => this.skewMs, this.#random).now(),
    });
  }

  /**
   * Its machine is gone: it goes on with another one, on which an operator has restored a backup. Gives what
   * was on the disk before; undefined where it is just being started.
   */
  restore(choice: number, told: boolean): Rows | undefined {
    const backup = this.#backups[choice % this.#backups.length];
    if (this.#starting || backup === undefined) return undefined;
    this.crash(told);
    const before = this.disk.backup();
    this.disk.restore(backup.rows);
    const { store, clock } = this.#basics({ over: true });
    const restoration = { id: toHex(clock.randomBytes(16)), at: clock.now(), asOf: backup.asOf };
    const { keyspace, key, value } = putRestoration(store, restoration);
    if (value !== undefined) this.disk.rows(keyspace).set(key, value);
    this.#wasRestored = true;
    return before;
  }

  /** Something happens to one of its next writes. */
  fail(fault: DiskFault, choice: number): void {
    this.disk.fail(fault, choice % SPARED, () => {
      this.crash(true);
    });
  }

  async start(): Promise<void> {
    if (this.runs) return;
    this.#starting = true;
    const life = { over: false };
    const basics = this.#basics(life);
    await resumeTime(basics.store, basics.clock);
    const directory = await openDirectory(basics);
    const receipt = signerFrom(`${this.code} receipt`);
    const shared = { ...basics, network: 'test', party: this.code, directory };
    const links = await openLinks(
      {
        ...shared,
        config,
        metrics: createMetrics(),
        keys: {
          authority: () => receipt,
          receipt: () => receipt,
          nodeSeed: () => Buffer.alloc(32, `${this.code} node`),
        },
      },
      this.#around.network.of(life),
    );
    const cases = openCases({
      ...shared,
      ...links.forCases,
      laneTimes: laneTimesFrom(config),
      officers: {
        signingBy: (id) => signingBy([this.officer], id),
        byId: (id) => (id === this.officer.officerId ? this.officer : undefined),
      },
      keys: { authority: (desk) => authorityOf(this.code, desk), receipt: () => receipt },
    });
    const { status, watch } = links;
    await links.start(cases);
    startTimekeeping({ ...basics, directory, links: status, watch });
    this.#running = { life, cases, links };
    this.#starting = false;
  }

  /** The process is gone in this moment. Those at the other ends of its connections are told, or not. */
  crash(told: boolean): void {
    if (this.#running === undefined) return;
    const { life } = this.#running;
    this.#running = undefined;
    this.#around.network.died(this.peerId, told);
    life.over = true;
    this.disk.crash();
  }

  /** It ends as it should, and lets what is under way finish. */
  async stop(): Promise<void> {
    const running = this.#running;
    if (running === undefined) return;
    this.#stopping = running;
    const hurry = new AbortController();
    const callOff = this.#around.world.after(config.shutdown.drainSeconds * 1000, () => {
      hurry.abort();
    });
    await running.links.stop(hurry.signal);
    callOff();
    if (this.#running === running) this.crash(true);
  }

  #basics(life: Life) {
    const { world, tamper } = this.#around;
    const store = this.disk.store(life);
    return {
      store: tamper.store?.(store, this.code) ?? store,
      clock: steadyClock(world.clock(life, () => this.skewMs, this.#random)),
      log: this.#log(life),
      onBug: (error: unknown): void => {
        if (!life.over) this.#around.report('no part of a node fails', describe(error));
      },
    };
  }

  /** What a node calls an error is one here, where nobody is hostile and no disk is damaged. */
  #log(life: Life): Log {
    const quiet = (): void => undefined;
    const log: Log = {
      debug: quiet,
      info: quiet,
      warn: quiet,
      error: (context, message) => {
        if (life.over) return;
        this.#around.report(
          'no node calls anything an error',
          `${this.code}: ${message} ${JSON.stringify(context)}`,
        );
      },
      child: () => log,
    };
    return log;
  }
}

export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

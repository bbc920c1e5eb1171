import { compareViews, type KnownCase } from './compare-views.ts';
import { Disk, type DiskFault } from './disk.ts';
import { inspect } from './inspect.ts';
import type { Line } from './line.ts';
import { Losses } from './losses.ts';
import type { Noise } from './noise.ts';
import type { Plan, Step } from './plan.ts';
import { type Accepted, write } from './sim-officer.ts';
import { SimNetwork } from './sim-network.ts';
import { SimState, type Tamper } from './sim-state.ts';
import { Violation } from './violation.ts';
import { Witness } from './witness.ts';
import { World } from './world.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;
/** Installing takes a few commits. */
const INSTALL_MS = 5000;
/** After the last fault everything arrives in this time: the longest pause before something is tried again, twice. */
const SETTLING_MS = 15 * 60 * 1000;
const LOOK_MS = 1000;
/** What was begun before the faults were over is queued within this time. */
const WRITING_MS = 3000;

/** What a run came to, of what it promised. */
export interface Outcome {
  readonly accepted: number;
  readonly cases: number;
  /** Virtual, in ms, from the last fault on until everything had arrived. */
  readonly settledMs: number;
}

/** Runs a plan. @throws Violation */
export async function simulate(plan: Plan, tamper: Tamper = {}): Promise<Outcome> {
  return new Simulation(plan, tamper).run();
}

class Simulation {
  readonly #plan: Plan;
  readonly #world: World;
  readonly #network: SimNetwork;
  readonly #noise: Noise;
  readonly #states: ReadonlyMap<string, SimState>;
  readonly #losses: Losses;
  readonly #witness: Witness;
  #accepted: Accepted[] = [];
  #cases: KnownCase[] = [];
  readonly #alike = new Set<string>();
  #wasNoisy = false;
  #violation: Violation | undefined;

  constructor(plan: Plan, tamper: Tamper) {
    this.#plan = plan;
    this.#world = new World(plan.seed);
    this.#noise = { random: this.#world.random('noise'), drop: 0, repeat: 0, swap: 0 };
    this.#network = new SimNetwork(this.#world, this.#noise);
    const report = this.#report.bind(this);
    const disks = new Map<string, Disk>();
    this.#witness = new Witness({ disks, report });
    for (const code of plan.states) {
      disks.set(
        code,
        new Disk(this.#world, code, (change) => {
          this.#witness.see(code, change);
        }),
      );
    }
    const around = { world: this.#world, network: this.#network, disks, tamper, report };
    this.#states = new Map(plan.states.map((code) => [code, new SimState(code, around)]));
    this.#losses = new Losses(this.#states);
  }

  async run(): Promise<Outcome> {
    await this.#begin();
    for (const step of this.#plan.steps) {
      this.#do(step);
      await this.#world.run(step.ms, () => this.#violation !== undefined);
      await this.#check();
    }
    return this.#settle();
  }

  async #begin(): Promise<void> {
    const { states } = this.#plan;
    const installed = Promise.all(
      [...this.#states.values()].map((state) => state.install(states.filter((code) => code !== state.code))),
    );
    await this.#world.run(INSTALL_MS);
    await installed;
    for (const state of this.#states.values()) void state.start();
    await this.#world.run(INSTALL_MS);
    await this.#check();
  }

  /** The faults are over. Everything arrives, and both sides of every case see the same. */
  async #settle(): Promise<Outcome> {
    Object.assign(this.#noise, { drop: 0, repeat: 0, swap: 0 });
    for (const line of this.#lines()) {
      line.heal(false);
      // A partner that has dropped its own `CaughtUp` says it again in the next session.
      if (this.#wasNoisy) line.reset();
    }
    for (const state of this.#states.values()) {
      state.skewMs = 0;
      state.disk.mend();
      void state.start();
    }
    const from = this.#world.now;
    // An officer may still be writing.
    await this.#world.run(WRITING_MS);
    while (this.#world.now - from < SETTLING_MS && !this.#isSettled()) {
      await this.#world.run(LOOK_MS, () => this.#violation !== undefined);
      this.#throwIfViolated();
      // One that was still stopping is started now.
      for (const state of this.#states.values()) void state.start();
    }
    await this.#check();
    if (!this.#isSettled()) throw new Violation('what was accepted arrives', this.#unsettled().join('; '));
    await this.#world.run(LOOK_MS);
    await this.#check();
    await compareViews(this.#cases, {
      ...{ states: this.#states, accepted: this.#accepted, losses: this.#losses },
      pass: () => this.#world.run(LOOK_MS),
    });
    for (const state of this.#states.values()) state.crash(false);
    return { accepted: this.#accepted.length, cases: this.#cases.length, settledMs: this.#world.now - from };
  }

  #isSettled(): boolean {
    return this.#unsettled().length === 0;
  }

  #unsettled(): string[] {
    const waiting = [...this.#states.values()].flatMap((state) => {
      const queued = state.queued(this.#plan.states.filter((code) => code !== state.code));
      return [
        ...(state.lasts ? [] : [`${state.code} does not run, or not for long`]),
        ...(queued > 0 ? [`${state.code} has ${queued} parcels in its outbox`] : []),
        ...(state.recovers ? [`${state.code} has not recovered`] : []),
      ];
    });
    const unanswered = this.#accepted.filter(({ itemId, from }) => {
      const disk = this.#states.get(from)?.disk;
      return disk?.rows('receipts').has(itemId) !== true && disk?.rows('rejections').has(itemId) !== true;
    });
    return [...waiting, ...unanswered.map(({ itemId, from }) => `${from} has no answer to ${itemId}`)];
  }

  async #check(): Promise<void> {
    this.#throwIfViolated();
    await inspect({
      ...{ states: this.#states, accepted: this.#accepted, alike: this.#alike, losses: this.#losses },
      report: this.#report.bind(this),
    });
    this.#throwIfViolated();
  }

  #throwIfViolated(): void {
    if (this.#violation !== undefined) throw this.#violation;
  }

  #report(invariant: string, detail: string): void {
    this.#violation ??= new Violation(invariant, detail);
  }

  #lines(): Line[] {
    return [...this.#network.lines];
  }

  #do(step: Step): void {
    const [state, other] = this.#pair(step);
    const line = this.#network.line(state.peerId, other.peerId);
    const isEven = step.choice % 2 === 0;
    const failing = (does: DiskFault) => (): void => {
      state.fail(does, step.choice);
    };
    const doings: Readonly<Record<Step['does'], () => void>> = {
      write: () => void this.#write(state, other, step),
      crash: () => {
        state.crash(isEven);
      },
      stop: () => void state.stop(),
      start: () => void state.start(),
      ...{ refuse: failing('refuse'), doubt: failing('doubt'), end: failing('end') },
      backup: () => {
        state.backup();
      },
      restore: () => {
        this.#restore(state, step.choice);
      },
      cut: () => {
        line.cut();
      },
      heal: () => {
        line.heal(isEven);
      },
      reset: () => {
        line.reset();
      },
      skew: () => {
        state.skewMs = isEven ? 0 : (step.choice - 500) * (YEAR_MS / 50);
      },
      noise: () => {
        const [drop = 0, repeat = 0, swap = 0] = isEven
          ? []
          : [step.who % 100, step.whom % 200, step.choice % 200];
        Object.assign(this.#noise, { drop, repeat, swap });
        this.#wasNoisy ||= drop > 0;
      },
    };
    doings[step.does]();
  }

  #pair({ who, whom }: Step): readonly [SimState, SimState] {
    const all = [...this.#states.values()];
    const first = all[who % all.length];
    const second = all[(who + 1 + (whom % (all.length - 1))) % all.length];
    if (first === undefined || second === undefined) throw new Error('a simulation of fewer than two States');
    return [first, second];
  }

  #restore(state: SimState, choice: number): void {
    const before = state.restore(choice >> 1, choice % 2 === 0);
    if (before === undefined) return;
    this.#losses.note(state.code, before);
    this.#witness.forget();
    this.#accepted = this.#accepted.filter((item) => this.#losses.isKept(item));
    const opened = new Set(this.#accepted.filter(({ opens }) => opens).map(({ reference }) => reference));
    this.#cases = this.#cases.filter(({ reference }) => opened.has(reference));
    void state.start();
  }

  async #write(state: SimState, other: SimState, { choice, urgency }: Step): Promise<void> {
    const known = this.#cases.filter(
      ({ between }) => between.includes(state.code) && between.includes(other.code),
    );
    const chosen = choice % 4 === 0 ? undefined : known[choice % Math.max(1, known.length)];
    const intent = { partner: other.code, urgency, choice, ...(chosen && { reference: chosen.reference }) };
    const accepted = await write(state, intent, this.#report.bind(this));
    if (accepted === undefined) return;
    this.#accepted.push(accepted);
    if (chosen === undefined) {
      this.#cases.push({ between: [state.code, other.code], reference: accepted.reference });
    }
  }
}

import { createConduct, type Conduct } from '../../node/conduct.ts';
import { systemClock } from '../../node/clock.ts';
import { openDirectory, type Directory } from '../../node/directory/directory.ts';
import { createDirectoryRepository } from '../../node/directory/directory-repository.ts';
import { createExchange, type Exchange } from '../../node/directory/exchange.ts';
import { silentLog } from '../../node/log.ts';
import { createMetrics } from '../../node/metrics.ts';
import { nextTurn } from '../../node/supervise.ts';
import { fingerprintOf } from '../../protocol/identity/fingerprint.ts';
import type { OpenedProfile } from '../../protocol/identity/profile.ts';
import { meteredChannel } from '../../protocol/metered-channel.ts';
import { SimStream } from '../../test/sim/sim-stream.ts';
import { foreignState } from '../../test/support/foreign-state.ts';
import { createMemoryStore } from '../../test/support/memory-store.ts';
import type { Figure } from './figure.ts';

/** All members of the United Nations. */
const STATES = 193;
const MEBI = 1024 * 1024;

/** What of a node finds other States: its directory, the exchange, and what partners may cost it. */
interface Member {
  readonly profile: OpenedProfile;
  readonly party: string;
  readonly directory: Directory;
  readonly exchange: Exchange;
  readonly conduct: Conduct;
}

/**
 * A whole network in one process: each party knows the one before it at the start, meets whoever has approved
 * it and whom it has approved, and approves by its fingerprint whoever becomes known.
 */
export async function measureNetwork(report: (figure: Figure) => void, states = STATES): Promise<void> {
  const members = await Promise.all(Array.from({ length: states }, (_, index) => aMember(codeOf(index))));
  const network = new Network(members);
  const cpu = process.cpuUsage();
  const begun = performance.now();
  await network.introduceInLine();
  await network.converged;
  const value = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  await network.end();
  network.verify();
  const detail = {
    ...{ parties: states, sessions: network.sessions, approvals: states * (states - 1) },
    ...{ messages: network.messages, cpuS: Math.round((user + system) / 1e4) / 100 },
    residentMebibytes: Math.round(process.memoryUsage.rss() / MEBI),
  };
  report({ name: 'scale.network', value, unit: 's', detail });
}

class Network {
  readonly converged: Promise<void>;
  sessions = 0;
  messages = 0;
  readonly #members: ReadonlyMap<string, Member>;
  readonly #met = new Set<string>();
  readonly #running: Promise<void>[] = [];
  readonly #sessions: AbortController[] = [];
  readonly #reached = Promise.withResolvers<undefined>();
  #complete = 0;

  constructor(members: readonly Member[]) {
    this.#members = new Map(members.map((member) => [member.party, member]));
    this.converged = this.#reached.promise.then(() => undefined);
    for (const member of members) {
      member.directory.onChanged((party) => {
        this.#changed(member, party).catch(this.#reached.reject);
      });
    }
  }

  async introduceInLine(): Promise<void> {
    let before: Member | undefined;
    for (const member of this.#members.values()) {
      if (before !== undefined) {
        await before.directory.takeUp(member.profile.bytes, { operator: 'operator' });
        await member.directory.takeUp(before.profile.bytes, { operator: 'operator' });
      }
      before = member;
    }
  }

  async end(): Promise<void> {
    for (const session of this.#sessions) session.abort();
    await Promise.all(this.#running);
  }

  /** @throws Error unless every directory has every profile */
  verify(): void {
    const wanted = [...this.#members.values()].map(({ profile }) => profile.digest).sort();
    for (const { party, directory } of this.#members.values()) {
      const held = directory.inventory().map(({ digest }) => digest);
      if (held.sort().join() !== wanted.join()) throw new Error(`${party} has not every profile`);
    }
  }

  /** An operator hears of it, who has the fingerprint by telephone. */
  async #changed(member: Member, party: string): Promise<void> {
    const other = this.#members.get(party);
    if (other === undefined) throw new Error(`there is no ${party}`);
    const { directory } = member;
    if (directory.pin(party) === undefined) {
      const fingerprint = fingerprintOf(other.profile.profile.stateKey.publicKey);
      await directory.approve(party, fingerprint, 'operator');
      return;
    }
    if (other.directory.pin(member.party) !== undefined) this.#meet(member, other);
    if (directory.pins().length !== this.#members.size - 1) return;
    this.#complete += 1;
    if (this.#complete === this.#members.size) this.#reached.resolve(undefined);
  }

  #meet(one: Member, other: Member): void {
    const pair = [one.party, other.party].sort().join();
    if (this.#met.has(pair)) return;
    this.#met.add(pair);
    this.sessions += 1;
    this.#offer(one, other);
    this.#offer(other, one);
  }

  #offer(from: Member, to: Member): void {
    const [near, far] = this.#streams();
    const session = new AbortController();
    this.#sessions.push(session);
    const draining = session.signal;
    const metered = (stream: SimStream, conduct: Conduct, party: string) =>
      meteredChannel(stream, {
        meter: conduct.meter(party, 'directory'),
        clock: systemClock,
        turn: nextTurn,
      });
    const driven = from.exchange
      .drive(metered(near, from.conduct, to.party), { party: to.party, draining })
      .finally(() => near.close());
    const served = to.exchange.serve(metered(far, to.conduct, from.party), { party: from.party, draining });
    for (const task of [driven, served]) {
      task.catch(this.#reached.reject);
      this.#running.push(task);
    }
  }

  #streams(): readonly [SimStream, SimStream] {
    const carry = (arrive: () => void): void => {
      this.messages += 1;
      setImmediate(arrive);
    };
    const ends = [new SimStream(carry, () => false), new SimStream(carry, () => false)] as const;
    SimStream.join(...ends);
    return ends;
  }
}

async function aMember(party: string): Promise<Member> {
  const { profile } = foreignState(party, 'caricom', { now: Date.now() });
  const store = createMemoryStore();
  const rows = createDirectoryRepository(store);
  await store.commit({ operations: [rows.putProfile(profile), rows.putOwn(profile.digest)] });
  const shared = { store, clock: systemClock, log: silentLog };
  const directory = await openDirectory(shared);
  const conduct = createConduct({
    ...shared,
    metrics: createMetrics(),
    commit: (change) => store.commit(change),
    tell: () => undefined,
  });
  return {
    profile,
    party,
    directory,
    exchange: createExchange({ directory, clock: systemClock, log: silentLog }),
    conduct,
  };
}

const LETTERS = 26;

/** AA, AB, … */
function codeOf(index: number): string {
  const letter = (place: number): string => String.fromCharCode('A'.charCodeAt(0) + place);
  return letter(Math.floor(index / LETTERS)) + letter(index % LETTERS);
}

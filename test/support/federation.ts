import { rm } from 'node:fs/promises';
import { until } from '../../cli/tester/background.ts';
import type { RouteName } from '../../protocol/control/routes.ts';
import type { Reply, Request } from '../../protocol/control/types.ts';
import {
  askDaemon,
  type DaemonHome,
  type DaemonProcess,
  logIn,
  makeDaemonHome,
  officerKeyOf,
  spawnDaemon,
} from './daemon.ts';
import { eachAtOnce } from './each-at-once.ts';
import { signerFrom } from './profiles.ts';
import { signedDraft } from './signing-officer.ts';
import { smallRequest } from './small-request.ts';

/** A daemon of a State, and what its operator and its officer do there. */
export interface Member {
  readonly state: string;
  readonly home: DaemonHome;
  process: DaemonProcess;
  ask<Name extends RouteName>(name: Name, parts: Request<Name>): Promise<Reply<Name>>;
  /** Kills the process. */
  stop(): Promise<void>;
  /** Starts it again, and logs in. */
  start(): Promise<void>;
}

/** States on one machine, of which none knows another yet. */
export interface Federation {
  readonly members: readonly Member[];
  member(state: string): Member;
  /** Both operators add the other's profile from a file, and approve it. */
  introduce(one: string, other: string): Promise<void>;
  /** Each operator approves candidates as they turn up, until everybody has everybody as a partner. */
  discover(): Promise<void>;
  /** Until every member has sessions with all others. */
  met(): Promise<void>;
  /** Sends a request and waits for the receipt. @returns ms */
  exchange(from: string, to: string): Promise<number>;
  down(): Promise<void>;
}

const WAIT_MS = 120_000;
const WAIT_S = 60;
/** Daemons that are started at once: each takes a second of a processor. */
const AT_ONCE = 4;

/** @param stateKeys seed of the State key of a party that does not have its own */
export async function startFederation(
  folder: string,
  states: readonly string[],
  stateKeys: Readonly<Record<string, string>> = {},
): Promise<Federation> {
  const members: Member[] = [];
  const down = async (): Promise<void> => {
    await Promise.all(members.map((one) => one.stop()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await eachAtOnce(states, AT_ONCE, async (state) => {
      const seed = stateKeys[state];
      const home = await makeDaemonHome(folder, state, seed === undefined ? undefined : signerFrom(seed));
      const member = createMember(state, home);
      members.push(member);
      await member.start();
    });
  } catch (error) {
    await down();
    throw error;
  }
  return federationOf(members, down);
}

function createMember(state: string, home: DaemonHome): Member {
  let token = '';
  const member: Member = {
    state,
    home,
    process: spawnDaemon(home),
    async ask(name, parts) {
      const { status, reply } = await askDaemon<typeof name>(
        home.home,
        name,
        Object.assign({ token }, parts),
      );
      if (status >= 300) throw new Error(`${state} ${name}: ${JSON.stringify(reply)}`);
      return reply;
    },
    async stop() {
      member.process.child.kill('SIGKILL');
      await member.process.ended;
    },
    async start() {
      if (member.process.child.exitCode !== null || member.process.child.signalCode !== null) {
        member.process = spawnDaemon(home);
      }
      await member.process.settled;
      token = await logIn(home.home, state);
    },
  };
  return member;
}

function federationOf(members: readonly Member[], down: () => Promise<void>): Federation {
  const { signal } = new AbortController();
  const member = (state: string): Member => {
    const found = members.find((one) => one.state === state);
    if (found === undefined) throw new Error(`there is no ${state}`);
    return found;
  };
  const inTime = async (what: string, look: () => Promise<boolean>): Promise<void> => {
    if (!(await until(look, WAIT_MS, signal))) throw new Error(`${what} took too long`);
  };
  const approve = async (one: Member, state: string): Promise<void> => {
    // What the operator has heard by telephone.
    const { fingerprint } = await member(state).ask('profile.export', {});
    await one.ask('partners.approve', { params: { state }, body: { fingerprint } });
  };
  return {
    members,
    member,
    down,
    async introduce(one, other) {
      for (const [here, there] of [
        [member(one), member(other)],
        [member(other), member(one)],
      ] as const) {
        const { profile } = await there.ask('profile.export', {});
        await here.ask('partners.add', { body: { profile } });
        await approve(here, there.state);
      }
    },
    discover: () =>
      inTime('discovery', async () => {
        let complete = true;
        for (const one of members) {
          const { rows } = await one.ask('partners.list', {});
          for (const { state, status } of rows) if (status === 'candidate') await approve(one, state);
          complete &&= rows.length === members.length - 1;
        }
        return complete;
      }),
    met: () =>
      inTime('meeting', async () => {
        for (const one of members) {
          const { partners } = await one.ask('status', {});
          const connected = partners.filter((partner) => partner.connected);
          if (connected.length < members.length - 1) return false;
        }
        return true;
      }),
    async exchange(from, to) {
      const begun = performance.now();
      const { draft, problems } = await member(from).ask('acts.prepare', {
        body: { kind: 'mla.general', to, urgency: 'routine', content: smallRequest(), language: 'en' },
      });
      if (draft === undefined) throw new Error(`nothing was prepared: ${JSON.stringify(problems)}`);
      const signer = { signer: officerKeyOf(from) } as Parameters<typeof signedDraft>[0];
      const sent = await member(from).ask('acts.submit', { body: signedDraft(signer, draft) });
      if (!('itemId' in sent)) throw new Error('nothing was sent');
      const request = { params: { itemId: sent.itemId }, query: { waitS: WAIT_S } };
      const { delivery } = await member(from).ask('items.delivery', request);
      if (delivery !== 'relayed') throw new Error(`${from} to ${to}: ${delivery}`);
      return performance.now() - begun;
    },
  };
}

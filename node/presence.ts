import type { Hex } from '../protocol/value.ts';
import type { Clock } from './clock.ts';
import type { Host } from './host/host.ts';
import type { Sessions } from './host/sessions.ts';
import type { Log } from './log.ts';
import { createTasks } from './supervise.ts';

export interface PresenceDependencies {
  readonly makeSessions: () => Sessions;
  /** Listens under the present node key. @throws ComityError `address-in-use`, `cannot-listen` */
  readonly listen: (sessions: Sessions) => Promise<Host>;
  /** Of the own profile, now. */
  readonly peerId: () => Hex;
  /** Partners that have not said yet that they have the present profile. */
  readonly awaited: () => readonly string[];
  readonly clock: Clock;
  readonly log: Log;
  readonly onBug: (error: unknown) => void;
}

/** The host under the present node key, and the sessions on it. Another node key replaces both, live. */
export interface Presence {
  readonly sessions: Sessions;
  addresses(): string[];
  start(): Promise<void>;
  /** Partners, their addresses or this node's own key have changed. */
  refresh(): void;
  /** Lets what is under way with each partner finish. */
  stop(): Promise<void>;
  /** Ends what is left. */
  close(): Promise<void>;
}

/** For partners that are on line to hear of the profile that changes the key, under the old one. */
const HEARD_MS = 5000;
const LOOK_MS = 50;

export function createPresence(dependencies: PresenceDependencies): Presence {
  const { makeSessions, listen, peerId, log, onBug } = dependencies;
  const tasks = createTasks(onBug);
  let sessions = makeSessions();
  let host: Host | undefined;
  let present: Hex | undefined;
  const change = async (signal: AbortSignal): Promise<void> => {
    await heard(dependencies, sessions, signal);
    await sessions.stop();
    await host?.stop();
    signal.throwIfAborted();
    sessions = makeSessions();
    host = await listen(sessions);
    sessions.start(host);
    log.info({}, 'the node answers under another node key');
  };
  return {
    get sessions() {
      return sessions;
    },
    addresses: () => host?.addresses() ?? [],
    async start() {
      present = peerId();
      host = await listen(sessions);
      sessions.start(host);
    },
    refresh() {
      sessions.refresh();
      if (present === undefined || present === peerId()) return;
      present = peerId();
      tasks.spawn(change);
    },
    async stop() {
      await tasks.stop();
      await sessions.stop();
    },
    close: async () => host?.stop(),
  };
}

async function heard(
  { awaited, clock }: PresenceDependencies,
  sessions: Sessions,
  signal: AbortSignal,
): Promise<void> {
  const until = clock.monotonic() + HEARD_MS;
  const isAwaited = (): boolean => awaited().some((party) => sessions.active(party) !== undefined);
  while (isAwaited() && clock.monotonic() < until) await clock.delay(LOOK_MS, signal);
}

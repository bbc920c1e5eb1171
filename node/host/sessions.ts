import type { Meter } from '../../protocol/costs.ts';
import { ComityError, isComityError } from '../../protocol/errors.ts';
import type { Echo } from '../../protocol/session/pings.ts';
import type { FrameStream } from '../../protocol/frames.ts';
import type { ProtocolName } from '../../protocol/ids.ts';
import { TIMES } from '../../protocol/limits.ts';
import { type Log, reasonOf } from '../log.ts';
import { type Backoff, type Bell, createBell, createTasks, type Tasks } from '../supervise.ts';
import type { PeerConnection } from './connection.ts';
import { type GreeterDependencies, makeAcquaintance } from './greeter.ts';
import type { Host } from './host.ts';
import { type PartnerEvents, PartnerSessions } from './partner-sessions.ts';
import { createProgressWatch, type ProgressWatch } from './progress-watch.ts';
import { type Contact, keepConnected } from './reconnect.ts';
import { type Acquaintance, Session, type SessionProtocols } from './session.ts';

export interface SessionsDependencies extends Omit<GreeterDependencies, 'ownPeerId'> {
  readonly log: Log;
  readonly protocols: SessionProtocols;
  /** All pinned, not suspended partners, now. */
  readonly contacts: () => readonly Contact[];
  readonly events?: Partial<PartnerEvents>;
  /** Counts the connections of a party, and what it says on the session's own stream. */
  readonly meterFor: (party: string, field: 'session' | 'connections') => Meter;
  readonly onBug: (error: unknown) => void;
}

export interface SessionsOptions {
  readonly backoff?: Backoff;
  /** For what is under way when a session drains, in ms. */
  readonly drainMs?: number;
}

const DRAIN_MS = 3000;
/** So many connections in a row that ended before a session are no accident. */
const REFUSALS_TOLD = 3;

/** All sessions of this node: accepts them, dials partners who have none, keeps one for each. */
export class Sessions {
  readonly #dependencies: SessionsDependencies;
  readonly #backoff: Backoff;
  readonly #drainMs: number;
  readonly #partners = new Map<string, PartnerSessions>();
  readonly #bells = new Map<string, Bell>();
  /** By party: connections in a row that its node ended before there was a session. */
  readonly #refusals = new Map<string, number>();
  readonly #arriving = new WeakMap<PeerConnection, Promise<Session>>();
  readonly #tasks: Tasks;
  readonly #watch: ProgressWatch;
  #host: Host | undefined;

  constructor(dependencies: SessionsDependencies, options: SessionsOptions = {}) {
    this.#dependencies = dependencies;
    this.#backoff = options.backoff ?? { minMs: TIMES.retryMsMin, maxMs: TIMES.retryMsMax };
    this.#drainMs = options.drainMs ?? DRAIN_MS;
    this.#watch = createProgressWatch(dependencies.clock);
    this.#tasks = createTasks(dependencies.onBug);
  }

  /** Begins to dial. The host's `accept` goes to `accept` here, from before it listens. */
  start(host: Host): void {
    this.#host = host;
    this.#tasks.spawn((signal) => this.#watch.run(signal));
    this.refresh();
  }

  /** The session that carries what this node sends to a party, if there is one. */
  active(party: string): Session | undefined {
    return this.#partners.get(party)?.active;
  }

  /** @returns the round trip to the partner's node in ms. @throws ComityError `not-connected` */
  async ping(party: string): Promise<Echo> {
    const session = this.active(party);
    if (session === undefined) {
      const wayOut = 'it is dialled again by itself: comity status tells since when, comity doctor why';
      const sentence = `There is no session with ${party} now — ${wayOut}.`;
      throw new ComityError('not-connected', sentence, { details: { party } });
    }
    return await session.ping();
  }

  /**
   * Contacts have changed: sessions of those no longer admitted end, others are dialled at their new
   * addresses.
   */
  refresh(): void {
    for (const { all } of this.#partners.values()) {
      for (const session of all) {
        if (this.#dependencies.admitted(session.connection.peerId) === session.party) continue;
        session.end(new ComityError('not-admitted', 'The partner was suspended or has another node now.'));
      }
    }
    for (const { party } of this.#dependencies.contacts()) {
      const bell = this.#bells.get(party);
      if (bell === undefined) this.#keepConnected(party);
      else bell.ring();
    }
  }

  /** Drains all sessions, then ends them. Nobody is dialled or accepted any more. */
  async stop(): Promise<void> {
    await this.#tasks.stop();
    const reason = new ComityError('stopping', 'This node stops.');
    const sessions = [...this.#partners.values()].flatMap(({ all }) => all);
    await Promise.all(
      sessions.map(async (session) => {
        await session.drain(reason);
        await session.ended;
      }),
    );
  }

  /** A partner opened a stream: the session's comes first, and the others wait until it is through. */
  accept(protocol: ProtocolName, frames: FrameStream, connection: PeerConnection): void {
    if (this.#isOpening(protocol, connection)) void this.#greet(connection, frames);
    else this.#serve(protocol, frames, connection);
  }

  #serve(protocol: ProtocolName, frames: FrameStream, connection: PeerConnection): void {
    const session = this.#arriving.get(connection);
    if (session === undefined || protocol === 'session' || protocol === 'evidence') {
      frames.abort(new ComityError('no-session', 'There is no session here that this stream belongs to.'));
      return;
    }
    session.then(
      (greeted) => {
        greeted.serve(protocol, frames);
      },
      (error: unknown) => {
        frames.abort(error as Error);
      },
    );
  }

  /** The session's stream is opened by who dialled. */
  #isOpening(protocol: ProtocolName, { dialler }: PeerConnection): boolean {
    return (
      protocol === 'session' &&
      dialler === 'partner' &&
      this.#host !== undefined &&
      !this.#tasks.signal.aborted
    );
  }

  #greet(connection: PeerConnection, frames: FrameStream): Promise<Session> {
    const arriving = this.#establish(connection, frames);
    arriving.catch((error: unknown) => {
      this.#dependencies.log.info({ error, peerId: connection.peerId }, 'no session came about');
    });
    this.#arriving.set(connection, arriving);
    return arriving;
  }

  async #establish(connection: PeerConnection, frames: FrameStream): Promise<Session> {
    const { clock, protocols, admitted, meterFor } = this.#dependencies;
    if (connection.dialler === 'partner') {
      const party = admitted(connection.peerId);
      if (party !== undefined) meterFor(party, 'connections').charge('session');
    }
    const greeter = { ...this.#dependencies, ownPeerId: this.#ownHost().peerId };
    const acquaintance = await makeAcquaintance(greeter, connection, frames);
    this.#assertStillAdmitted(acquaintance);
    const dependencies = { clock, protocols, watch: this.#watch, drainMs: this.#drainMs };
    const session = new Session(acquaintance, dependencies);
    this.#watch.add(frames, session);
    this.#sessionsWith(session.party).add(session);
    this.#bells.get(session.party)?.ring();
    return session;
  }

  /** An operator may have suspended the partner, or its profile named another node, while it was greeted. */
  #assertStillAdmitted({ connection, party }: Acquaintance): void {
    if (this.#dependencies.admitted(connection.peerId) === party && !this.#tasks.signal.aborted) return;
    const error = new ComityError('not-admitted', 'The node on this connection is no partner’s any more.');
    connection.abort(error);
    throw error;
  }

  #sessionsWith(party: string): PartnerSessions {
    const known =
      this.#partners.get(party) ?? new PartnerSessions(party, this.#ownHost().peerId, this.#events());
    this.#partners.set(party, known);
    return known;
  }

  #events(): PartnerEvents {
    const { log, events } = this.#dependencies;
    return {
      connected: (party, session) => {
        this.#refusals.delete(party);
        log.info({ partner: party, dialler: session.connection.dialler }, 'session begun');
        events?.connected?.(party, session);
      },
      lost: (party, error) => {
        log.info({ partner: party, ...reasonOf(error) }, 'session ended');
        this.#bells.get(party)?.ring();
        events?.lost?.(party, error);
      },
      cloned: (party) => {
        log.error({ partner: party }, 'two nodes with the same key are alive');
        events?.cloned?.(party);
      },
      refused: (party) => {
        log.warn({ partner: party }, 'the node of a partner answers and does not let this one in');
        events?.refused?.(party);
      },
    };
  }

  #keepConnected(party: string): void {
    const bell = createBell();
    this.#bells.set(party, bell);
    const { clock, contacts } = this.#dependencies;
    const contact = (): Contact | undefined => contacts().find((one) => one.party === party);
    const isConnected = (): boolean => (this.#partners.get(party)?.all.length ?? 0) > 0;
    this.#tasks.spawn(async (signal) => {
      const connect = (target: Contact): Promise<boolean> => this.#connect(target, signal);
      await keepConnected({ clock, backoff: this.#backoff, bell, contact, isConnected, connect }, signal);
    });
  }

  async #connect({ party, peerIds, addresses }: Contact, signal: AbortSignal): Promise<boolean> {
    for (const peerId of peerIds) {
      try {
        const connection = await this.#ownHost().dial(peerId, addresses, signal);
        await this.#meet(party, connection);
        return true;
      } catch (error) {
        if (!(error instanceof ComityError)) throw error;
        this.#dependencies.log.debug({ partner: party, error }, 'dialling failed');
      }
    }
    return false;
  }

  async #meet(party: string, connection: PeerConnection): Promise<void> {
    try {
      const frames = await connection.open('session');
      await this.#greet(connection, frames);
    } catch (error) {
      connection.abort(error as Error);
      if (isComityError(error, 'channel-closed')) this.#noteRefusal(party);
      throw error;
    }
  }

  #noteRefusal(party: string): void {
    if (this.#tasks.signal.aborted || (this.#partners.get(party)?.all.length ?? 0) > 0) return;
    const count = (this.#refusals.get(party) ?? 0) + 1;
    this.#refusals.set(party, count);
    if (count === REFUSALS_TOLD) this.#events().refused(party);
  }

  #ownHost(): Host {
    if (this.#host === undefined) throw new Error('sessions are used before they are started');
    return this.#host;
  }
}

import { ComityError } from '../../protocol/errors.ts';
import type { FrameChannel, FrameStream } from '../../protocol/frames.ts';
import type { ProtocolName } from '../../protocol/ids.ts';
import type { Conversation } from '../../protocol/session/conversation.ts';
import type { Echo } from '../../protocol/session/pings.ts';
import type { Greeting } from '../../protocol/session/greeting.ts';
import type { Opener } from '../../protocol/session/key-schedule.ts';
import type { SessionState } from '../../protocol/session/messages.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Clock } from '../clock.ts';
import type { PeerConnection } from './connection.ts';
import { withDeadline } from './deadline.ts';
import type { ProgressWatch } from './progress-watch.ts';

/** What a protocol may know of the session that it runs in. */
export interface SessionView {
  readonly party: string;
  /** What the partner said it has. */
  readonly state: SessionState;
  /** Aborts when nothing new should be begun: what is under way is finished, then the driver returns. */
  readonly draining: AbortSignal;
}

/** A protocol that runs in every session, on one stream of each side. */
export interface SessionProtocol {
  /** Runs on the own stream until it ends or, once the session drains, until nothing is outstanding. */
  drive(channel: FrameChannel, session: SessionView): Promise<void>;
  /** Runs on the partner's stream until it ends. */
  serve(channel: FrameChannel, session: SessionView): Promise<void>;
}

export type SessionProtocolName = Exclude<ProtocolName, 'session' | 'evidence'>;
export type SessionProtocols = Readonly<Record<SessionProtocolName, SessionProtocol>>;

/** What is known once both sides have said `Hello` and `State` on a connection. */
export interface Acquaintance {
  readonly party: string;
  readonly connection: PeerConnection;
  readonly greeting: Greeting;
  readonly state: SessionState;
  readonly conversation: Conversation;
}

export interface SessionDependencies {
  readonly clock: Clock;
  readonly protocols: SessionProtocols;
  readonly watch: ProgressWatch;
  readonly drainMs: number;
}

/**
 * One connection with a partner on which both sides know each other. Its streams live and end together: the
 * first that ends by itself drains the rest, the first that breaks ends them.
 */
export class Session implements SessionView {
  readonly party: string;
  readonly state: SessionState;
  readonly bootId: Hex;
  readonly connection: PeerConnection;
  /** Resolves with the reason when nothing runs any more. */
  readonly ended: Promise<Error>;

  readonly #dependencies: SessionDependencies;
  readonly #greeting: Greeting;
  readonly #conversation: Conversation;
  readonly #drain = new AbortController();
  readonly #driven: Promise<void>[] = [];
  readonly #served: Promise<void>[] = [];
  readonly #servedNames = new Set<SessionProtocolName>();
  readonly #over = Promise.withResolvers<Error>();
  #reason: Error | undefined;

  constructor(acquaintance: Acquaintance, dependencies: SessionDependencies) {
    this.party = acquaintance.party;
    this.state = acquaintance.state;
    this.bootId = acquaintance.greeting.partnerBootId;
    this.connection = acquaintance.connection;
    this.#greeting = acquaintance.greeting;
    this.#conversation = acquaintance.conversation;
    this.#dependencies = dependencies;
    this.ended = this.#over.promise;
    void this.#run(this.#conversation.ended);
    void this.#conclude();
  }

  get draining(): AbortSignal {
    return this.#drain.signal;
  }

  ping(): Promise<Echo> {
    return this.#conversation.ping();
  }

  /** Opens the own streams and lets every protocol run on its own. Once for a session. */
  drive(): void {
    const names = Object.keys(this.#dependencies.protocols) as SessionProtocolName[];
    for (const name of names) this.#driven.push(this.#run(this.#driveOne(name)));
  }

  /**
   * Lets a protocol serve the stream that the partner opened for it. One for each protocol in a session: a
   * second one would be sealed under the same key, from the same nonce on.
   */
  serve(name: SessionProtocolName, frames: FrameStream): void {
    if (this.#servedNames.has(name)) {
      frames.abort(new ComityError('out-of-turn', 'The partner opened a second stream of one protocol.'));
      return;
    }
    this.#servedNames.add(name);
    const channel = this.#seal(frames, name, 'partner');
    this.#served.push(this.#run(this.#dependencies.protocols[name].serve(channel, this)));
  }

  /**
   * Begins nothing new, waits for what is under way and lets the dialler close the connection; after
   * `drainMs` whoever still waits closes it.
   */
  async drain(reason: Error): Promise<void> {
    if (this.#drain.signal.aborted) return;
    this.#reason ??= reason;
    this.#drain.abort(reason);
    const { clock, drainMs } = this.#dependencies;
    const settled = Promise.all(this.#driven).then(() => this.#partnerIsDone());
    await withDeadline(clock, drainMs, Promise.race([settled, this.ended]), () => {
      this.end(reason);
    });
    await this.connection.close();
  }

  /** Ends everything now. */
  end(reason: Error): void {
    this.#reason ??= reason;
    this.#drain.abort(reason);
    this.connection.abort(reason);
  }

  async #conclude(): Promise<void> {
    await this.connection.closed;
    const reason = (this.#reason ??= new ComityError('session-ended', 'The connection has closed.'));
    this.#drain.abort(reason);
    await Promise.all([...this.#driven, ...this.#served]);
    this.#over.resolve(reason);
  }

  #partnerIsDone(): Promise<unknown> {
    return this.connection.dialler === 'own' ? Promise.all(this.#served) : this.connection.closed;
  }

  async #driveOne(name: SessionProtocolName): Promise<void> {
    const frames = await this.connection.open(name);
    if (this.draining.aborted) {
      await frames.close();
      return;
    }
    const channel = this.#seal(frames, name, 'own');
    await this.#dependencies.protocols[name].drive(channel, this);
    await channel.close();
  }

  #seal(frames: FrameStream, name: ProtocolName, opener: Opener): FrameChannel {
    this.#dependencies.watch.add(frames, this);
    return this.#greeting.seal(frames, name, opener);
  }

  /** Gives a promise that never rejects: what one stream comes to is what the session comes to. */
  async #run(stream: Promise<void>): Promise<void> {
    try {
      await stream;
      void this.drain(new ComityError('session-ended', 'One side has nothing more to say.'));
    } catch (error) {
      this.end(error as Error);
    }
  }
}

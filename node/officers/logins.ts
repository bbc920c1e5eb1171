import { ComityError } from '../../protocol/errors.ts';
import { assertStrongKey, verifySignature, type Signature } from '../../protocol/identity/keys.ts';
import { TAGS } from '../../protocol/ids.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { Clock } from '../clock.ts';
import type { Store } from '../storage/store.ts';
import { CHALLENGE_MS, createChallenges, type Challenges } from './challenges.ts';
import type { Caller, Officer } from './officer.ts';
import type { Officers } from './officers.ts';
import { createSessionRepository, type Session } from './session-repository.ts';

const TOKEN_BYTES = 32;
/** Sessions of one officer at a time; the oldest one makes room. */
const SESSIONS_MAX = 16;

export interface LoginDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly officers: Officers;
  /** Of this node: what is signed for it is worth nothing at another one. */
  readonly peerId: () => string;
}

export interface LoginProof {
  readonly publicKey: Uint8Array;
  readonly challenge: Uint8Array;
  /** Over the PeerId of the node and the challenge, under the tag of logins. */
  readonly signature: Signature;
}

/** Sessions of officers: opened by proof of possession of a key, ended by time, logout or removal. */
export interface Logins {
  /** @throws ComityError `weak-key` */
  challenge(publicKey: Uint8Array): { challenge: Uint8Array; expiresAt: Time };
  /** @throws ComityError `login-refused`, in the same words whatever was wrong. */
  open(proof: LoginProof): Promise<{ token: string; caller: Caller }>;
  /** Whose session this is, if it is one. */
  authenticate(token: string): Caller | undefined;
  /** The same by the session's name. */
  session(sessionId: Hex): Caller | undefined;
  close(sessionId: Hex): Promise<void>;
  /** Ends all sessions of an officer; how many there were. */
  closeAll(officerId: Hex): Promise<number>;
}

export async function openLogins(dependencies: LoginDependencies, sessionMs: number): Promise<Logins> {
  const logins = new LoginsOnFile(dependencies, sessionMs);
  await logins.load();
  dependencies.store.onReopened(() => void logins.load());
  return logins;
}

class LoginsOnFile implements Logins {
  readonly #dependencies: LoginDependencies;
  readonly #sessionMs: number;
  readonly #challenges: Challenges;
  #sessions = new Map<Hex, Session>();

  constructor(dependencies: LoginDependencies, sessionMs: number) {
    this.#dependencies = dependencies;
    this.#sessionMs = sessionMs;
    this.#challenges = createChallenges(dependencies.clock);
  }

  async load(): Promise<void> {
    const sessions = await this.#repository().all();
    this.#sessions = new Map(sessions.map((session) => [session.id, session]));
  }

  challenge(publicKey: Uint8Array): { challenge: Uint8Array; expiresAt: Time } {
    assertUsable(publicKey);
    return {
      challenge: this.#challenges.open(publicKey),
      expiresAt: this.#dependencies.clock.now() + CHALLENGE_MS,
    };
  }

  async open({ publicKey, challenge, signature }: LoginProof): Promise<{ token: string; caller: Caller }> {
    const { clock, officers, store } = this.#dependencies;
    const peerId = this.#dependencies.peerId();
    const fresh = this.#challenges.redeem(challenge, publicKey);
    if (!fresh || !verifySignature(publicKey, TAGS.signLogin, signature, peerId, challenge)) throw refused();
    const officer = await officers.enrol(publicKey);
    if (officer === undefined) throw refused();

    const token = Buffer.from(clock.randomBytes(TOKEN_BYTES)).toString('base64url');
    const openedAt = clock.now();
    const id = store.hashKey('officer session', token);
    const session: Session = { id, officerId: officer.id, openedAt, expiresAt: openedAt + this.#sessionMs };
    const ended = [...this.#expired(openedAt), ...this.#crowdedOut(officer)];
    const operations = [
      ...ended.map((old) => this.#repository().remove(old.id)),
      this.#repository().put(session),
    ];
    await store.commit({ operations });
    for (const old of ended) this.#sessions.delete(old.id);
    this.#sessions.set(id, session);
    return { token, caller: { officer, sessionId: id, expiresAt: session.expiresAt } };
  }

  authenticate(token: string): Caller | undefined {
    return this.session(this.#dependencies.store.hashKey('officer session', token));
  }

  session(sessionId: Hex): Caller | undefined {
    const { clock, officers } = this.#dependencies;
    const session = this.#sessions.get(sessionId);
    if (session === undefined || clock.now() >= session.expiresAt) return undefined;
    const officer = officers.byId(session.officerId);
    if (officer === undefined || officer.removedAt !== undefined) return undefined;
    return { officer, sessionId: session.id, expiresAt: session.expiresAt };
  }

  async close(sessionId: Hex): Promise<void> {
    const session = this.#sessions.get(sessionId);
    if (session !== undefined) await this.#end([session]);
  }

  async closeAll(officerId: Hex): Promise<number> {
    const sessions = this.#sessionsOf(officerId);
    await this.#end(sessions);
    return sessions.length;
  }

  async #end(sessions: readonly Session[]): Promise<void> {
    if (sessions.length === 0) return;
    const { clock, store } = this.#dependencies;
    for (const { id } of sessions) this.#sessions.delete(id);
    const operations = sessions.map(({ id }) => this.#repository().remove(id));
    const at = clock.now();
    const events = sessions.map(({ officerId }) => ({ type: 'officer.logged-out', at, subject: officerId }));
    await store.commit({ operations, events });
  }

  #sessionsOf(officerId: Hex): Session[] {
    return [...this.#sessions.values()].filter((session) => session.officerId === officerId);
  }

  #expired(now: Time): Session[] {
    return [...this.#sessions.values()].filter((session) => now >= session.expiresAt);
  }

  #crowdedOut(officer: Officer): Session[] {
    const { clock } = this.#dependencies;
    const live = this.#sessionsOf(officer.id).filter((session) => clock.now() < session.expiresAt);
    return live.sort((a, b) => b.openedAt - a.openedAt).slice(SESSIONS_MAX - 1);
  }

  #repository() {
    return createSessionRepository(this.#dependencies.store.keyspace('officerSessions'));
  }
}

/** Under a weak key a signature proves nothing, so it never comes to a proof. */
function assertUsable(publicKey: Uint8Array): void {
  try {
    assertStrongKey(publicKey);
  } catch (cause) {
    throw new ComityError('weak-key', 'This is no key that proves anything — make one with: comity enrol.', {
      cause,
    });
  }
}

function refused(): ComityError {
  return new ComityError(
    'login-refused',
    'This key is not admitted here, or the proof came too late — ask an operator to admit its fingerprint: comity officer add.',
  );
}

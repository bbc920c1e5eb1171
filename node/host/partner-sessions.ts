import { ComityError } from '../../protocol/errors.ts';
import type { Hex } from '../../protocol/value.ts';
import { elected, superseded } from './election.ts';
import type { Session } from './session.ts';

export interface PartnerEvents {
  /** There is a session again after none. */
  readonly connected: (party: string, session: Session) => void;
  /** There is none any more. */
  readonly lost: (party: string, reason: Error) => void;
  /** Two processes with the partner's key are alive at once: its key was copied, or a backup of it runs. */
  readonly cloned: (party: string) => void;
  /** Its node answers, has proved who it is, and has ended each of the last connections before a session. */
  readonly refused: (party: string) => void;
}

/** How many earlier processes of a partner are remembered, to notice one that comes back. */
const BOOT_IDS_MAX = 64;

/** The sessions with one partner: one, or two while both sides dialled at once. */
export class PartnerSessions {
  readonly #party: string;
  readonly #ownPeerId: string;
  readonly #events: PartnerEvents;
  readonly #sessions: Session[] = [];
  readonly #formerBootIds = new Set<Hex>();
  #active: Session | undefined;

  constructor(party: string, ownPeerId: string, events: PartnerEvents) {
    this.#party = party;
    this.#ownPeerId = ownPeerId;
    this.#events = events;
  }

  /** The session that carries what this node sends. */
  get active(): Session | undefined {
    return this.#active;
  }

  get all(): readonly Session[] {
    return this.#sessions;
  }

  add(session: Session): void {
    const first = this.#sessions.length === 0;
    for (const old of superseded(this.#sessions, session)) this.#supersede(old, session);
    this.#noteProcess(session);
    this.#sessions.push(session);
    void session.ended.then((reason) => {
      this.#remove(session, reason);
    });
    if (first) this.#events.connected(this.#party, session);
    this.#elect();
  }

  #supersede(old: Session, by: Session): void {
    if (old.bootId !== by.bootId) this.#formerBootIds.add(old.bootId);
    old.end(new ComityError('superseded', 'The partner has begun a new session.'));
  }

  #noteProcess({ bootId }: Session): void {
    if (this.#formerBootIds.has(bootId)) this.#events.cloned(this.#party);
    for (const oldest of this.#formerBootIds) {
      if (this.#formerBootIds.size <= BOOT_IDS_MAX) break;
      this.#formerBootIds.delete(oldest);
    }
  }

  #remove(session: Session, reason: Error): void {
    const index = this.#sessions.indexOf(session);
    if (index < 0) return;
    this.#sessions.splice(index, 1);
    if (this.#active === session) this.#active = undefined;
    if (this.#sessions.length === 0) this.#events.lost(this.#party, reason);
    else this.#elect();
  }

  #elect(): void {
    const alive = this.#sessions.filter(({ draining }) => !draining.aborted);
    const partnerPeerId = alive[0]?.connection.peerId ?? '';
    const winner = elected(alive, this.#ownPeerId, partnerPeerId);
    if (winner === undefined) return;
    const crossed = new ComityError('superseded', 'Both sides dialled at once: one session stays.');
    for (const other of alive) {
      // One that the partner dialled and that carries nothing of ours is the partner's to close: should the
      // partner know of no other, it is the one that works.
      const isOurs = other === this.#active || other.connection.dialler === 'own';
      if (other !== winner && isOurs) void other.drain(crossed);
    }
    if (winner === this.#active) return;
    this.#active = winner;
    winner.drive();
  }
}

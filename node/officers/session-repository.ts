import type { Hex, Time } from '../../protocol/value.ts';
import type { Operation } from '../storage/change.ts';
import type { Keyspace } from '../storage/keyspace.ts';

export interface Session {
  /** Keyed hash of the token: who reads the store can't log in with it. */
  readonly id: Hex;
  readonly officerId: Hex;
  readonly openedAt: Time;
  readonly expiresAt: Time;
}

export interface SessionRepository {
  all(): Promise<Session[]>;
  put(session: Session): Operation;
  remove(id: Hex): Operation;
}

export function createSessionRepository(keyspace: Keyspace): SessionRepository {
  return {
    all: async () => {
      const sessions: Session[] = [];
      for await (const { value } of keyspace.scan()) {
        sessions.push(JSON.parse(Buffer.from(value).toString()) as Session);
      }
      return sessions;
    },
    put: (session) => keyspace.put(session.id, Buffer.from(JSON.stringify(session))),
    remove: (id) => keyspace.remove(id),
  };
}

import type { SessionView } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { Context, Places } from '../context.ts';
import { lastSocket, readSession } from '../folder/session.ts';
import { type ControlClient, createControlClient } from './control-client.ts';
import { socketOfHome } from './socket-of-home.ts';

export interface LoggedIn {
  readonly client: ControlClient;
  readonly session: SessionView;
}

/**
 * A client with the session of the officer's folder.
 * @throws ComityError `not-logged-in` if there is none, or it is over.
 */
export function connect({ places, now }: Context): LoggedIn {
  const stored = readSession(places.officer);
  if (stored === undefined) {
    throw new ComityError('not-logged-in', `no session in ${places.officer} — log in: comity login`);
  }
  if (now() >= Date.parse(stored.session.expiresAt)) {
    throw new ComityError('not-logged-in', 'the session is over — log in: comity login');
  }
  const socketPath = namedSocket(places) ?? stored.socketPath;
  return { client: createControlClient({ socketPath, token: stored.token }), session: stored.session };
}

/** Where to log in: what was named now, else where the last login was, else the account's own node. */
export function socketToLogInAt(places: Places): string {
  return namedSocket(places) ?? lastSocket(places.officer) ?? socketOfHome(places.defaultHome);
}

function namedSocket(places: Places): string | undefined {
  if (places.node !== undefined) return places.node;
  return places.home === undefined ? undefined : socketOfHome(places.home);
}

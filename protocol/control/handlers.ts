import type { Hex } from '../value.ts';
import type { Role } from './roles.ts';
import type { ROUTES, RouteName } from './routes.ts';
import type { Reply, Request, WatchEvent } from './types.ts';

/** Who asks, as the session says. */
export interface Caller {
  /** Names the officer in the record of the node. */
  readonly officerId: Hex;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly desks: readonly string[];
  readonly sessionId: Hex;
}

type Routes = typeof ROUTES;

/** Routes that answer with one document or text. */
export type AnsweredRoute = {
  [Name in RouteName]: Routes[Name]['produces'] extends 'events' ? never : Name;
}[RouteName];

/** The caller of a route: nobody is known where anyone may ask. */
export type CallerOf<Name extends RouteName> = Routes[Name]['access'] extends 'anyone' ? undefined : Caller;

/**
 * Answers a route. What a caller can act on is thrown as a ComityError; anything else that is thrown is a
 * bug.
 */
export type Handler<Name extends RouteName> = (
  request: Request<Name>,
  caller: CallerOf<Name>,
) => Promise<Reply<Name>> | Reply<Name>;

/** One handler for each route: the compiler finds the gap. Each service gives those of its own routes. */
export type Handlers<Name extends AnsweredRoute = AnsweredRoute> = { readonly [N in Name]: Handler<N> };

/** Where events come from for those who watch. */
export interface WatchSource {
  /** Calls the listener with what this caller may hear of, until the returned function is called. */
  subscribe(caller: Caller, listener: (event: WatchEvent) => void): () => void;
}

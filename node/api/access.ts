import type { Caller } from '../../protocol/control/handlers.ts';
import { permits, ROUTES, type RouteName } from '../../protocol/control/routes.ts';
import { ComityError, isComityError } from '../../protocol/errors.ts';

const BEARER = /^Bearer ([A-Za-z0-9_-]{1,64})$/;

/** Whether `admit` would still let this caller in: a session may have ended since. */
export function stillAdmits(...asked: Parameters<typeof admit>): boolean {
  try {
    return admit(...asked) !== undefined;
  } catch (error) {
    if (isComityError(error)) return false;
    throw error;
  }
}

/**
 * Deny by default: who may use a route stands in the table of routes, and is decided before anything of the
 * request is read. Gives the caller; nobody where anyone may ask.
 *
 * @throws ComityError `not-logged-in`, `not-permitted`
 */
export function admit(
  name: RouteName,
  authorization: string | undefined,
  authenticate: (token: string) => Caller | undefined,
): Caller | undefined {
  const route = ROUTES[name];
  if (route.access === 'anyone') return undefined;
  const token = BEARER.exec(authorization ?? '')?.[1];
  const caller = token === undefined ? undefined : authenticate(token);
  if (caller === undefined) {
    throw new ComityError(
      'not-logged-in',
      'You are not logged in here, or the session is over — comity login.',
    );
  }
  if (permits(route, caller.roles)) return caller;
  const needed = route.access.map((role) => role.replaceAll('_', ' ')).join(', ');
  const sentence = `This needs one of the roles ${needed} — an operator gives them: comity officer add.`;
  throw new ComityError('not-permitted', sentence, { details: { needed: [...route.access] } });
}

import { CASE_ROLES, ROLES, type Role } from './roles.ts';

/** `anyone`: who reaches the socket, without a session. Otherwise a session with one of the roles. */
export type Access = 'anyone' | readonly Role[];

export interface Route<Who extends Access = Access> {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Path with `:name` for parameters; a parameter is percent-encoded as one segment. */
  readonly path: string;
  readonly access: Who;
  /** What comes back: one JSON document, a text, a stream of server-sent events, or a file as it is made. */
  readonly produces: 'json' | 'text' | 'events' | 'bytes';
}

const OPERATE = ['operator'] as const satisfies readonly Role[];
const RECORD = ['auditor', 'operator'] as const satisfies readonly Role[];

type For<Who extends Access> = Route<Who> & { readonly produces: 'json' };

const read = <const Who extends Access>(path: string, access: Who): For<Who> => ({
  method: 'GET',
  path,
  access,
  produces: 'json',
});
const act = <const Who extends Access>(path: string, access: Who): For<Who> => ({
  method: 'POST',
  path,
  access,
  produces: 'json',
});
const remove = <const Who extends Access>(path: string, access: Who): For<Who> => ({
  method: 'DELETE',
  path,
  access,
  produces: 'json',
});

/**
 * Every route of the control API, and who may use it. Its schemas stand under the same names in `schemas.ts`;
 * they are apart because a client needs no more than this at run time, and starts faster without the schemas.
 */
export const ROUTES = {
  health: { method: 'GET', path: '/healthz', access: 'anyone', produces: 'json' },
  ready: { method: 'GET', path: '/readyz', access: 'anyone', produces: 'json' },
  metrics: { method: 'GET', path: '/metrics', access: RECORD, produces: 'text' },
  status: read('/status', ROLES),
  watch: { method: 'GET', path: '/watch', access: ROLES, produces: 'events' },

  'login.challenge': act('/login/challenge', 'anyone'),
  'login.open': act('/login', 'anyone'),
  'login.close': act('/logout', ROLES),
  whoami: read('/whoami', ROLES),

  'profile.show': read('/profile', ROLES),
  'profile.export': read('/profile/export', ROLES),
  'profile.draft': act('/profile/draft', OPERATE),
  'profile.publish': act('/profile', OPERATE),
  'keys.list': read('/keys', OPERATE),
  'partners.list': read('/partners', ROLES),
  'partners.show': read('/partners/:state', ROLES),
  'partners.ping': act('/partners/:state/ping', ROLES),
  'partners.add': act('/partners', OPERATE),
  'partners.approve': act('/partners/:state/approve', OPERATE),
  'partners.repin': act('/partners/:state/repin', OPERATE),
  'partners.export': read('/partners/:state/profile', ROLES),
  'partners.proof': read('/partners/:state/proof', ROLES),
  'partners.acknowledge': act('/partners/:state/acknowledge', OPERATE),
  'partners.remove': act('/partners/:state/remove', OPERATE),
  'partners.suspend': act('/partners/:state/suspend', OPERATE),
  'partners.resume': act('/partners/:state/resume', OPERATE),
  'officers.list': read('/officers', [...RECORD, 'head_of_desk']),
  'officers.add': act('/officers', OPERATE),
  'officers.remove': remove('/officers/:name', OPERATE),

  'kinds.list': read('/kinds', ROLES),
  'kinds.show': read('/kinds/:kind', ROLES),
  'forms.show': read('/forms/:name', ROLES),
  'convention.show': read('/convention/:paragraph', ROLES),

  'acts.prepare': act('/acts/prepare', CASE_ROLES),
  'acts.submit': act('/acts', CASE_ROLES),
  'acts.submitEach': act('/acts/each', CASE_ROLES),
  'drafts.list': read('/drafts', CASE_ROLES),
  'drafts.remove': remove('/drafts/:draftId', CASE_ROLES),
  'inbox.list': read('/inbox', CASE_ROLES),
  'outbox.list': read('/outbox', CASE_ROLES),
  'cases.list': read('/cases', CASE_ROLES),
  'cases.show': read('/cases/:reference', CASE_ROLES),
  'cases.timeline': read('/cases/:reference/timeline', [...CASE_ROLES, 'auditor']),
  'cases.replies': read('/cases/:reference/replies', CASE_ROLES),
  'items.open': act('/items/:itemId/open', CASE_ROLES),
  'items.delivery': read('/items/:itemId/delivery', [...CASE_ROLES, 'auditor']),

  'forks.list': read('/forks', OPERATE),
  'forks.proof': read('/forks/:itemId/proof', OPERATE),
  'quarantine.list': read('/quarantine', OPERATE),
  'quarantine.release': act('/quarantine/:itemId/release', OPERATE),
  'quarantine.reject': act('/quarantine/:itemId/reject', OPERATE),

  doctor: read('/doctor', OPERATE),
  'storage.scrub': act('/storage/scrub', OPERATE),
  'backup.make': { method: 'POST', path: '/backup', access: OPERATE, produces: 'bytes' },
  'backup.stored': act('/backup/stored', OPERATE),

  'audit.list': read('/audit', RECORD),
  'audit.verify': act('/audit/verify', RECORD),
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;

/** The names alone, in the order of the table. */
export const ROUTE_NAMES = Object.keys(ROUTES) as readonly RouteName[];

/**
 * Whether someone with these roles may use a route. A route that is open to anyone needs no session at all.
 */
export function permits(route: Route, roles: readonly Role[]): boolean {
  const { access } = route;
  return access === 'anyone' || roles.some((role) => access.includes(role));
}

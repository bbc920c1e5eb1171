import type { Desk } from '../identity/desk.ts';
import type { Language } from './field-spec.ts';
import type { DeskRole, Instrument, KindSpec } from './instrument.ts';
import { isTrue } from './is-true.ts';
import type { Route } from './kind-spec.ts';
import { openingSide } from './opening-side.ts';
import { type DraftInput, draftFacts } from './partner/draft-facts.ts';
import { coversKind, type PartyProfile } from './partner/party-profile.ts';
import { type Finding, type Problem, problem } from './problem.ts';
import { kindOf } from './verb-in.ts';

export interface RouteInput {
  readonly instrument: Instrument;
  readonly kind: string;
  /** From the side that its kind lets open a case, or back to it: MLA-17 speaks of every message. */
  readonly direction: 'forth' | 'back';
  readonly from: { readonly profile: PartyProfile; readonly desk: string };
  readonly to: { readonly profile: PartyProfile; readonly desk: string };
  /** The special region that it concerns (MLA-15); the whole territory if left out. */
  readonly scope?: string;
  readonly language?: Language;
  /** What a route that is open only under a condition depends on; absent: no such route is. */
  readonly draft?: Omit<DraftInput, 'own' | 'partner' | 'recipientRole'>;
}

/** Desks at the end of some routes from which a kind is sent, or at which it is answered (`back`). */
function senderRoles(routes: readonly Route[], direction: RouteInput['direction']): readonly DeskRole[] {
  return [...new Set(routes.flatMap((route) => (direction === 'forth' ? route.from : route.to)))];
}

/** Who answers goes back the way that the opening took, whatever it was open for. */
function isOpen(input: RouteInput, { onlyIf }: Route): boolean {
  if (onlyIf === undefined || input.direction === 'back') return true;
  const { draft, from, to, instrument, kind } = input;
  if (draft === undefined) return false;
  const recipientRole = deskById(to.profile, to.desk)?.role;
  const author = openingSide(instrument, { kind, verb: '', content: {} });
  const facts = draftFacts(
    {
      ...{ ...draft, own: from.profile, partner: to.profile },
      ...(recipientRole === undefined ? {} : { recipientRole }),
    },
    author,
  );
  return isTrue(onlyIf, facts);
}

/** Desks of a party that may send a kind of their own motion. */
export function senderDesks(instrument: Instrument, kind: string, profile: PartyProfile): readonly Desk[] {
  const spec = kindOf(instrument, kind);
  if (spec === undefined) return [];
  const roles = senderRoles(spec.routes, 'forth');
  return profile.desks.filter((desk) => roles.includes(desk.role) && coversKind(desk.competence, kind));
}

/**
 * Desks of the partner to which a kind may be addressed, the likeliest first: competent for the kind, for the
 * region if one is named, in the order of the roles that the kind names. A route that is open only under a
 * condition is never the likeliest: who wants it names the desk.
 */
export function recipientDesks(
  instrument: Instrument,
  kind: string,
  partner: PartyProfile,
  scope?: string,
): readonly Desk[] {
  const spec = kindOf(instrument, kind);
  const usual = spec?.routes.filter(({ onlyIf }) => onlyIf === undefined) ?? [];
  return desksAlong(usual.length > 0 ? usual : (spec?.routes ?? []), { kind, partner, scope });
}

interface Wanted {
  readonly kind: string;
  readonly partner: PartyProfile;
  readonly scope: string | undefined;
}

/** Desks of a partner at the end of some routes. */
function desksAlong(routes: readonly Route[], { kind, partner, scope }: Wanted): readonly Desk[] {
  const roles = senderRoles(routes, 'back');
  const fitting = partner.desks.filter(
    (desk) => roles.includes(desk.role) && coversKind(desk.competence, kind),
  );
  const inScope = fitting.filter((desk) => coversScope(partner, desk, scope));
  return inScope.sort((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role));
}

/** MLA-15: a region with an authority of its own goes to that one, the rest to the one for the whole. */
function coversScope(partner: PartyProfile, desk: Desk, scope: string | undefined): boolean {
  if (scope === undefined || scope === '') return isWhole(desk);
  const own = partner.desks.some((other) => other.role === desk.role && other.territory === scope);
  return own ? desk.territory === scope : isWhole(desk);
}

function isWhole(desk: Desk): boolean {
  return desk.territory === 'whole' || desk.territory === '';
}

/**
 * Whether a message may go from desk to desk: everything that stands against it, with the desks that would
 * do.
 */
export function checkRoute(input: RouteInput): readonly Problem[] {
  const spec = kindOf(input.instrument, input.kind);
  if (spec === undefined) return [];
  const findings = [...senderFindings(input, spec), ...recipientFindings(input, spec)];
  return findings.map((finding) => problem(finding, input.language ?? 'en'));
}

function senderFindings(input: RouteInput, spec: KindSpec): readonly Finding[] {
  const desk = deskById(input.from.profile, input.from.desk);
  if (desk === undefined)
    return [unknownDesk(input.from.profile, input.from.desk, input.from.profile.desks, spec)];
  const roles = senderRoles(spec.routes, input.direction);
  if (roles.includes(desk.role)) return copiesOwed(input, spec, desk);
  return [finding(spec, 'wrong-sender-desk', { role: desk.role, roles: roles.join(', ') })];
}

/** EMLA-9: who goes a way that owes a copy to other desks of their own State hears of it. */
function copiesOwed(input: RouteInput, spec: KindSpec, sender: Desk): readonly Finding[] {
  if (input.direction === 'back') return [];
  const recipient = deskById(input.to.profile, input.to.desk);
  const taken = spec.routes.filter(
    (route) =>
      recipient !== undefined &&
      route.from.includes(sender.role) &&
      route.to.includes(recipient.role) &&
      isOpen(input, route),
  );
  const [{ copies = [], paragraph } = { paragraph: '' }] = taken;
  if (taken.length === 0 || copies.length === 0) return [];
  return [{ path: '', paragraph, level: 'WARN', code: 'copy-owed', details: { roles: copies.join(', ') } }];
}

function recipientFindings(input: RouteInput, spec: KindSpec): readonly Finding[] {
  const { profile } = input.to;
  const mine = routesFrom(input, spec);
  const open = mine.filter((route) => isOpen(input, route));
  const roles = senderRoles(open, input.direction === 'forth' ? 'back' : 'forth');
  const desk = deskById(profile, input.to.desk);
  const allowed =
    input.direction === 'forth'
      ? desksAlong(open, { kind: input.kind, partner: profile, scope: input.scope })
      : profile.desks.filter(({ role }) => roles.includes(role));
  if (desk !== undefined && allowed.includes(desk)) return [];
  const closed = mine.find(
    (route) => !open.includes(route) && desk !== undefined && route.to.includes(desk.role),
  );
  if (closed !== undefined) return [closedRoute(input, closed)];
  if (allowed.length === 0) {
    return [finding(spec, 'no-recipient-desk', { party: profile.party, roles: roles.join(', ') })];
  }
  if (desk === undefined) return [unknownDesk(profile, input.to.desk, allowed, spec)];
  return [whyNot({ input, spec, desk, roles, desks: names(allowed) })];
}

/** The routes that the sending desk could take; all of them if it could take none. */
function routesFrom(input: RouteInput, spec: KindSpec): readonly Route[] {
  const sender = deskById(input.from.profile, input.from.desk);
  const mine = spec.routes.filter(
    (route) => sender !== undefined && senderRoles([route], input.direction).includes(sender.role),
  );
  return mine.length > 0 ? mine : spec.routes;
}

function closedRoute({ to }: RouteInput, { paragraph }: Route): Finding {
  const { party } = to.profile;
  return { path: '', paragraph, level: 'BLOCK', code: 'route-not-open', details: { party, desk: to.desk } };
}

interface Misaddressed {
  readonly input: RouteInput;
  readonly spec: KindSpec;
  readonly desk: Desk;
  readonly roles: readonly DeskRole[];
  readonly desks: string;
}

function whyNot({ input, spec, desk, roles, desks }: Misaddressed): Finding {
  const { party } = input.to.profile;
  const details = { party, desk: desk.id, desks };
  if (!roles.includes(desk.role)) {
    return finding(spec, 'wrong-recipient-desk', { ...details, role: desk.role, roles: roles.join(', ') });
  }
  if (!coversKind(desk.competence, input.kind)) {
    return finding(spec, 'desk-not-competent', { ...details, kind: input.kind });
  }
  const scope = input.scope === undefined || input.scope === '' ? 'whole' : input.scope;
  return {
    ...finding(spec, 'scope-elsewhere', { ...details, territory: desk.territory, scope }),
    paragraph: 'MLA-15',
  };
}

function unknownDesk(profile: PartyProfile, desk: string, allowed: readonly Desk[], spec: KindSpec): Finding {
  return finding(spec, 'unknown-desk', { party: profile.party, desk, desks: names(allowed) });
}

function finding(spec: KindSpec, code: Finding['code'], details: Readonly<Record<string, string>>): Finding {
  return { path: '', paragraph: spec.routes[0]?.paragraph ?? '', level: 'BLOCK', code, details };
}

function deskById(profile: PartyProfile, id: string): Desk | undefined {
  return profile.desks.find((desk) => desk.id === id);
}

function names(desks: readonly Desk[]): string {
  return desks.map(({ id }) => id).join(', ');
}

import type { Desk } from '../identity/desk.ts';
import type { Language } from './field-spec.ts';
import type { DeskRole, Instrument, KindSpec } from './instrument.ts';
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
}

/** Desks that may send a kind, or answer one (`back`). */
function senderRoles(spec: KindSpec, direction: RouteInput['direction']): readonly DeskRole[] {
  return [...new Set(spec.routes.flatMap((route) => (direction === 'forth' ? route.from : route.to)))];
}

/** Desks of a party that may send a kind of their own motion. */
export function senderDesks(instrument: Instrument, kind: string, profile: PartyProfile): readonly Desk[] {
  const spec = kindOf(instrument, kind);
  if (spec === undefined) return [];
  const roles = senderRoles(spec, 'forth');
  return profile.desks.filter((desk) => roles.includes(desk.role) && coversKind(desk.competence, kind));
}

/**
 * Desks of the partner to which a kind may be addressed, the likeliest first: competent for the kind, for the
 * region if one is named, in the order of the roles that the kind names.
 */
export function recipientDesks(
  instrument: Instrument,
  kind: string,
  partner: PartyProfile,
  scope?: string,
): readonly Desk[] {
  const spec = kindOf(instrument, kind);
  if (spec === undefined) return [];
  const roles = senderRoles(spec, 'back');
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
  const roles = senderRoles(spec, input.direction);
  if (roles.includes(desk.role)) return [];
  return [finding(spec, 'wrong-sender-desk', { role: desk.role, roles: roles.join(', ') })];
}

function recipientFindings(input: RouteInput, spec: KindSpec): readonly Finding[] {
  const { profile } = input.to;
  const roles = senderRoles(spec, input.direction === 'forth' ? 'back' : 'forth');
  const desk = deskById(profile, input.to.desk);
  const allowed =
    input.direction === 'forth'
      ? recipientDesks(input.instrument, input.kind, profile, input.scope)
      : profile.desks.filter(({ role }) => roles.includes(role));
  if (allowed.length === 0) {
    return [finding(spec, 'no-recipient-desk', { party: profile.party, roles: roles.join(', ') })];
  }
  if (desk === undefined) return [unknownDesk(profile, input.to.desk, allowed, spec)];
  return allowed.includes(desk) ? [] : [whyNot({ input, spec, desk, roles, desks: names(allowed) })];
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

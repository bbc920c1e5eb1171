import type { Profile } from '../../identity/profile.ts';
import type { Time, Value } from '../../value.ts';
import { given, isList, isRecord } from '../content/form-value.ts';
import type { Fields } from '../../value.ts';

/** What the checks read of a public profile. */
export type PartyProfile = Pick<
  Profile,
  'party' | 'kind' | 'desks' | 'instruments' | 'acceptance' | 'declarations' | 'validUntil'
>;

/** The day of a moment, in UTC. */
export function dayOf(at: Time): string {
  return new Date(at).toISOString().slice(0, 10);
}

/**
 * The value of a declaration, as it stands on a day; `mla.emergency_direct.judicial` looks into one. It may be
 * wrapped with the words, the moment and the depositary's notice of it (register, section 4): then it counts
 * from `effective_from` until `withdrawn_on`.
 */
export function declaredValue(
  profile: Pick<PartyProfile, 'declarations'>,
  name: string,
  day: string,
): Value | undefined {
  const found = underName(profile.declarations, name);
  if (found !== undefined) return onDay(found, day);
  const dot = name.lastIndexOf('.');
  const group = dot < 0 ? undefined : declaredValue(profile, name.slice(0, dot), day);
  return isRecord(group) ? given(group, name.slice(dot + 1)) : undefined;
}

function onDay(value: Value, day: string): Value | undefined {
  if (!isRecord(value) || !Object.hasOwn(value, 'value')) return value;
  const from = given(value, 'effective_from');
  const until = given(value, 'withdrawn_on');
  if (typeof from === 'string' && day < from) return undefined;
  if (typeof until === 'string' && day >= until) return undefined;
  return given(value, 'value');
}

/** `mla.costs_note` stands under that name, or as `costs_note` in a group `mla`. */
function underName(content: Fields, name: string): Value | undefined {
  const whole = given(content, name);
  const dot = name.indexOf('.');
  if (whole !== undefined || dot < 0) return whole;
  const group = given(content, name.slice(0, dot));
  return isRecord(group) ? underName(group, name.slice(dot + 1)) : undefined;
}

/** The records of a declared list. */
export function declaredRecords(
  profile: Pick<PartyProfile, 'declarations'>,
  name: string,
  day: string,
): readonly Fields[] {
  const value = declaredValue(profile, name, day);
  return isList(value) ? value.filter(isRecord) : [];
}

/** A declared code or text. */
export function declaredText(
  profile: Pick<PartyProfile, 'declarations'>,
  name: string,
  day: string,
): string | undefined {
  const value = declaredValue(profile, name, day);
  return typeof value === 'string' ? value : undefined;
}

/** Whether a record with `from` and `until` covers a day; `until` is the last one. */
export function coversDay(record: Fields, day: string): boolean {
  const from = given(record, 'from');
  const until = given(record, 'until');
  return !(typeof from === 'string' && day < from) && !(typeof until === 'string' && day > until);
}

export function textsIn(record: Fields, name: string): readonly string[] {
  const value = given(record, name);
  return isList(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

/** Whether `*`, `mla.*` or `mla.general` covers a kind; an empty list covers every kind. */
export function coversKind(patterns: readonly string[], kind: string): boolean {
  if (patterns.length === 0) return true;
  return patterns.some((pattern) =>
    pattern.endsWith('*') ? kind.startsWith(pattern.slice(0, -1)) : pattern === kind,
  );
}

/** The texts of a declared list. */
export function declaredTexts(
  profile: Pick<PartyProfile, 'declarations'>,
  name: string,
  day: string,
): readonly string[] {
  const value = declaredValue(profile, name, day);
  return isList(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

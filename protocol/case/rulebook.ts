import type {
  DeskRole,
  Instrument,
  KindSpec,
  PeriodSpec,
  Urgency,
  VerbSpec,
} from '../convention/instrument.ts';
import { isTrue } from '../convention/is-true.ts';
import { kindOf, verbIn } from '../convention/verb-in.ts';
import type { Hex, Value } from '../value.ts';
import { factsOf } from './facts-of.ts';
import type { Utterance } from './move.ts';
import type { CaseState } from './state.ts';

/** What the fold reads of a public profile that a header pins. */
export interface ProfilePins {
  /** The State's own choice where the text gives no number (D-20). */
  period(timer: string, urgency: Urgency): PeriodSpec | undefined;
  /** Fixed UTC offset of a desk, in minutes: the one by which it counts days. */
  offsetMinutes(desk: string): number;
  /** What kind of authority a desk is; undefined if there is none of that id. */
  roleOf(desk: string): DeskRole | undefined;
  /** What the State declares on a day, such as `2027-03-31`; undefined if nothing. */
  declares(field: string, day: string): Value | undefined;
}

/** By profile digest. The same for the same digest, for ever: profiles are kept in every version. */
export type PinnedProfiles = (profile: Hex) => ProfilePins | undefined;

/** What a case is folded by, to its end. */
export interface Rulebook {
  readonly instrument: Instrument;
  readonly pins: PinnedProfiles;
}

export interface Row {
  readonly kind: KindSpec;
  readonly verb: VerbSpec;
}

/**
 * The row of the instrument in which an act stands: as its kind varies the verb and, where its content makes
 * it count as another verb, with the consequences of that one (register 3.1.1). Undefined if kind or verb is
 * unknown.
 */
export function rowOf(rules: Rulebook, state: CaseState, said: Utterance): Row | undefined {
  const { instrument } = rules;
  const { kind } = state.frame;
  const row = plainRow(instrument, kind, said.act.verb);
  const alias = row?.verb.countsAs?.find(
    ({ when }) => when === undefined || isTrue(when, factsOf(rules, state, said)),
  );
  if (row === undefined || alias === undefined) return row;
  const other = plainRow(instrument, kind, alias.verb);
  return other === undefined ? row : { kind: row.kind, verb: joinRows(row.verb, other.verb) };
}

/** Data is looked up by names that partners choose: never through the prototype. */
export function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

const known = new WeakMap<Instrument, Map<string, Map<string, Row>>>();

/**
 * Rows are made once: an instrument never changes. Unknown names, which a partner can invent, are not kept.
 */
export function plainRow(instrument: Instrument, kind: string, verb: string): Row | undefined {
  const kinds = known.get(instrument) ?? new Map<string, Map<string, Row>>();
  known.set(instrument, kinds);
  const found = kinds.get(kind)?.get(verb);
  if (found !== undefined) return found;
  const kindSpec = kindOf(instrument, kind);
  const verbSpec = verbIn(instrument, kind, verb);
  if (kindSpec === undefined || verbSpec === undefined) return undefined;
  const row = { kind: kindSpec, verb: verbSpec };
  kinds.set(kind, (kinds.get(kind) ?? new Map<string, Row>()).set(verb, row));
  return row;
}

/** Such an act keeps its own sender, statuses and dialogs, and takes the other's consequences. */
function joinRows(verb: VerbSpec, other: VerbSpec): VerbSpec {
  const to = other.to ?? verb.to;
  return {
    ...verb,
    ...(to === undefined ? {} : { to }),
    effects: union(verb.effects ?? [], other.effects ?? []),
    discharges: union(verb.discharges, other.discharges),
    dischargesWhen: union(verb.dischargesWhen ?? [], other.dischargesWhen ?? []),
    guards: union(verb.guards, other.guards),
    checks: union(verb.checks ?? [], other.checks ?? []),
    caveats: union(verb.caveats, other.caveats),
  };
}

function union<T>(first: readonly T[], second: readonly T[]): readonly T[] {
  return [...first, ...second.filter((entry) => !first.includes(entry))];
}

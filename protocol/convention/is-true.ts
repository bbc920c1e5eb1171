import type { Fields, Value } from '../value.ts';
import { given, isList, isRecord } from './content/form-value.ts';
import { holds, isGivenAt, isOneOf, valueAt } from './content/value-at.ts';
import type { Facts, SaidFact } from './facts.ts';
import type { DateSource, Predicate, Who } from './predicate.ts';
import type { Side } from './roles.ts';

const DAY_MS = 86_400_000;

/**
 * Whether a rule that is data holds of an act. Pure and total: it answers for any content, and what is not
 * there, or has another shape, makes a question false. Its cost is that of the predicate times the lists that
 * it looks through; it reads own properties alone. Names of fields are those of the act, unless it is asked
 * of another content.
 */
export function isTrue(predicate: Predicate, facts: Facts, content: Fields = facts.content): boolean {
  return ask(predicate, { facts, content });
}

/** The facts, and the content that names of fields mean: of the act, of an entry in it, of another act. */
interface Asked {
  readonly facts: Facts;
  readonly content: Fields;
}

/** Every member of the union, by the name that tells it from the others. */
type MemberName = Exclude<Predicate extends infer P ? (P extends P ? keyof P : never) : never, 'equals'>;

type Of<Name extends MemberName> = Extract<Predicate, Readonly<Record<Name, unknown>>>;

const ASKERS: { readonly [Name in MemberName]: (predicate: Of<Name>, asked: Asked) => boolean } = {
  all: ({ all }, asked) => all.every((part) => ask(part, asked)),
  any: ({ any }, asked) => any.some((part) => ask(part, asked)),
  not: ({ not }, asked) => !ask(not, asked),
  field: (predicate, { content }) => holds(content, predicate),
  given: ({ given: path }, { content }) => isGivenAt(content, path),
  some: hasEntry,
  opening: ({ opening }, { facts }) => ask(opening, { facts, content: facts.opening }),
  said: wasSaid,
  author: ({ author }, { facts }) => facts.author === author,
  status: ({ status }, { facts }) => facts.status !== undefined && status.includes(facts.status),
  phase: ({ phase }, { facts }) => facts.phase !== undefined && phase.includes(facts.phase),
  procedure: ({ procedure }, { facts: { regime } }) =>
    regime !== undefined && procedure.includes(regime.procedure),
  legalBasis: ({ legalBasis }, { facts: { regime } }) =>
    regime?.legalBasis.some(({ basis }) => legalBasis.includes(basis)) === true,
  urgency: ({ urgency }, { facts }) => urgency.includes(facts.urgency),
  declares: isDeclared,
  dialog: standsSo,
  owes: isOwed,
  caveat: ({ caveat }, { facts }) => facts.caveats.includes(caveat),
  condition: hasCondition,
  whole: (_, { facts }) => facts.whole,
  settles: ({ settles }, { facts }) => facts.settles(settles),
  recipient: ({ recipient }, { facts: { recipientRole } }) =>
    recipientRole !== undefined && recipient.includes(recipientRole),
  refers: refersToSuch,
  covers: coversAll,
  linked: ({ linked }, { facts }) => facts.links.some((relation) => linked.includes(relation)),
  quotes: isQuoted,
  agreed: ({ agreed }, { facts }) => facts.agreed.includes(agreed),
  days: isFarEnough,
};

function ask(predicate: Predicate, asked: Asked): boolean {
  const name = Object.keys(predicate).find((key) => Object.hasOwn(ASKERS, key)) as MemberName | undefined;
  const asker = name && (ASKERS[name] as (predicate: Predicate, asked: Asked) => boolean);
  return asker?.(predicate, asked) ?? false;
}

/** The side that a rule means, as seen from the author of the act. */
function sideMeant(who: Who, author: Side): Side {
  if (who === 'author') return author;
  if (who !== 'other') return who;
  return author === 'requesting' ? 'requested' : 'requesting';
}

/** Records, or codes, which are then read as the field `value`. */
function hasEntry({ some: { list, where } }: Of<'some'>, { facts, content }: Asked): boolean {
  const entries = valueAt(content, list);
  if (!isList(entries)) return false;
  return entries.some(
    (entry) =>
      where === undefined || ask(where, { facts, content: isRecord(entry) ? entry : { value: entry } }),
  );
}

function lastSaid(facts: Facts, verb: string | readonly string[], by?: Who): SaidFact | undefined {
  const verbs = typeof verb === 'string' ? [verb] : verb;
  const side = by === undefined ? undefined : sideMeant(by, facts.author);
  return facts.said.findLast(
    (entry) => verbs.includes(entry.verb) && (side === undefined || entry.side === side),
  );
}

function wasSaid({ said: { verb, by, where } }: Of<'said'>, { facts }: Asked): boolean {
  const last = lastSaid(facts, verb, by);
  return last !== undefined && (where === undefined || ask(where, { facts, content: last.content }));
}

function isQuoted({ quotes: { verb, kind, receipt, where } }: Of<'quotes'>, { facts }: Asked): boolean {
  return facts.quotes.some(
    ({ act, receivedAt }) =>
      (verb === undefined || verb.includes(act.verb)) &&
      (kind === undefined || kind.includes(act.kind)) &&
      (receipt === undefined || receivedAt !== undefined) &&
      (where === undefined || ask(where, { facts, content: act.content })),
  );
}

function isDeclared({ declares: { by, field, equals } }: Of<'declares'>, { facts }: Asked): boolean {
  const value = facts.declared(sideMeant(by, facts.author), field);
  if (value === undefined || equals === undefined) return value !== undefined;
  return isList(value) ? value.some((entry) => isOneOf(entry, equals)) : isOneOf(value, equals);
}

function standsSo({ dialog: { name, purpose, is } }: Of<'dialog'>, { facts }: Asked): boolean {
  const mine = facts.dialogs.filter(
    (entry) => entry.dialog === name && (purpose === undefined || entry.purpose === purpose),
  );
  if (is === 'absent') return mine.length === 0;
  if (is === 'closed') return mine.some((entry) => entry.is !== 'open');
  return mine.some((entry) => entry.is === is);
}

function isOwed({ owes: { timer, by } }: Of<'owes'>, { facts }: Asked): boolean {
  const debtor = by === undefined ? undefined : sideMeant(by, facts.author);
  return facts.owed.some((duty) => duty.timer === timer && (debtor === undefined || duty.debtor === debtor));
}

function hasCondition({ condition: { type, is, named } }: Of<'condition'>, asked: Asked): boolean {
  const states: readonly string[] = is;
  const ids = named === undefined ? undefined : idsAt(asked.content, named);
  return asked.facts.conditions.some(
    (entry) =>
      states.includes(entry.state) &&
      (type === undefined || entry.type === type) &&
      (ids === undefined || ids.includes(entry.id)),
  );
}

function refersToSuch({ refers: { field, list, where } }: Of<'refers'>, { facts, content }: Asked): boolean {
  const ids = idsAt(content, field);
  const entries = valueAt(facts.opening, list);
  if (!isList(entries)) return false;
  return entries.some((entry) => {
    if (!isRecord(entry)) return false;
    const isMeant = ids.length === 0 || idsOf(given(entry, 'id')).some((id) => ids.includes(id));
    return isMeant && (where === undefined || ask(where, { facts, content: entry }));
  });
}

function coversAll({ covers: { field, list } }: Of<'covers'>, { facts, content }: Asked): boolean {
  const ids = idsAt(content, field);
  return idsAt(facts.opening, list).every((id) => ids.includes(id));
}

/** The id, or the ids, that a field names. */
function idsAt(content: Fields, field: string): readonly string[] {
  const value = valueAt(content, field);
  return isList(value) ? value.flatMap(idsOf) : idsOf(value);
}

function idsOf(value: Value | undefined): readonly string[] {
  if (isRecord(value)) return idsOf(given(value, 'id'));
  return typeof value === 'string' && value !== '' ? [value] : [];
}

function isFarEnough({ days: { from, to, atLeast } }: Of<'days'>, asked: Asked): boolean {
  const start = dayNumber(dateOf(from, asked));
  const end = dayNumber(dateOf(to, asked));
  return start !== undefined && end !== undefined && end - start >= atLeast;
}

function dateOf(source: DateSource, { facts, content }: Asked): Value | undefined {
  if (source === 'act') return facts.day;
  if ('field' in source) return valueAt(content, source.field);
  if ('opening' in source) return valueAt(facts.opening, source.opening);
  const last = lastSaid(facts, source.said.verb);
  return last === undefined ? undefined : valueAt(last.content, source.said.field);
}

/** Days since 1970 of a date, or of the date of a moment such as `2027-03-31T12:00:00Z`. */
function dayNumber(value: Value | undefined): number | undefined {
  const date = typeof value === 'string' ? /^[0-9]{4}-[0-9]{2}-[0-9]{2}(?=T|$)/.exec(value)?.[0] : undefined;
  const midnight = date === undefined ? Number.NaN : Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(midnight) ? undefined : midnight / DAY_MS;
}

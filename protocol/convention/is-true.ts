import type { Fields, Value } from '../value.ts';
import { isList, isRecord } from './content/form-value.ts';
import { holds, isGivenAt, isOneOf, valueAt } from './content/value-at.ts';
import type { Facts, SaidFact } from './facts.ts';
import type { DateSource, Predicate, Who } from './predicate.ts';
import type { Side } from './roles.ts';

const DAY_MS = 86_400_000;

/**
 * Whether a rule that is data holds of an act. Pure and total: it answers for any content, and what is not
 * there, or has another shape, makes a question false. Its cost is that of the predicate times the lists that
 * it looks through; it reads own properties alone.
 */
export function isTrue(predicate: Predicate, facts: Facts): boolean {
  return ask(predicate, { facts, content: facts.content });
}

/** The facts, and the content that names of fields mean: of the act, of an entry in it, of another act. */
interface Asked {
  readonly facts: Facts;
  readonly content: Fields;
}

function ask(predicate: Predicate, asked: Asked): boolean {
  if ('all' in predicate) return predicate.all.every((part) => ask(part, asked));
  if ('any' in predicate) return predicate.any.some((part) => ask(part, asked));
  if ('not' in predicate) return !ask(predicate.not, asked);
  return askContent(predicate, asked) ?? askCase(predicate, asked.facts) ?? askRecord(predicate, asked.facts);
}

type Of<Name extends string> = Extract<Predicate, Readonly<Record<Name, unknown>>>;

/** What is asked of contents: of the act, an entry, the opening, an earlier act, a quoted one, two dates. */
function askContent(predicate: Predicate, asked: Asked): boolean | undefined {
  const { facts, content } = asked;
  if ('field' in predicate) return holds(content, predicate);
  if ('given' in predicate) return isGivenAt(content, predicate.given);
  if ('some' in predicate) return hasEntry(predicate, asked);
  if ('opening' in predicate) return ask(predicate.opening, { facts, content: facts.opening });
  if ('said' in predicate) return wasSaid(predicate, facts);
  if ('quotes' in predicate) return isQuoted(predicate, facts);
  if ('days' in predicate) return isFarEnough(predicate, asked);
  return undefined;
}

function askCase(predicate: Predicate, facts: Facts): boolean | undefined {
  if ('status' in predicate) return facts.status !== undefined && predicate.status.includes(facts.status);
  if ('phase' in predicate) return facts.phase !== undefined && predicate.phase.includes(facts.phase);
  if ('urgency' in predicate) return predicate.urgency.includes(facts.urgency);
  if ('procedure' in predicate)
    return facts.regime !== undefined && predicate.procedure.includes(facts.regime.procedure);
  if ('legalBasis' in predicate)
    return facts.regime?.legalBasis.some(({ basis }) => predicate.legalBasis.includes(basis)) === true;
  return undefined;
}

/** What a State declares, and what stands on record beside the status. */
function askRecord(predicate: Predicate, facts: Facts): boolean {
  if ('declares' in predicate) return isDeclared(predicate, facts);
  if ('dialog' in predicate) return standsSo(predicate, facts);
  if ('owes' in predicate) return isOwed(predicate, facts);
  if ('caveat' in predicate) return facts.caveats.includes(predicate.caveat);
  if ('condition' in predicate) return hasCondition(predicate, facts);
  if ('linked' in predicate) return facts.links.some((relation) => predicate.linked.includes(relation));
  if ('agreed' in predicate) return facts.agreed.includes(predicate.agreed);
  return false;
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

function wasSaid({ said: { verb, by, where } }: Of<'said'>, facts: Facts): boolean {
  const last = lastSaid(facts, verb, by);
  return last !== undefined && (where === undefined || ask(where, { facts, content: last.content }));
}

function isQuoted({ quotes: { verb, kind, receipt, where } }: Of<'quotes'>, facts: Facts): boolean {
  return facts.quotes.some(
    ({ act, hasReceipt }) =>
      (verb === undefined || verb.includes(act.verb)) &&
      (kind === undefined || kind.includes(act.kind)) &&
      (receipt === undefined || hasReceipt) &&
      (where === undefined || ask(where, { facts, content: act.content })),
  );
}

function isDeclared({ declares: { by, field, equals } }: Of<'declares'>, facts: Facts): boolean {
  const value = facts.declared(sideMeant(by, facts.author), field);
  if (value === undefined || equals === undefined) return value !== undefined;
  return isList(value) ? value.some((entry) => isOneOf(entry, equals)) : isOneOf(value, equals);
}

function standsSo({ dialog: { name, purpose, is } }: Of<'dialog'>, facts: Facts): boolean {
  const mine = facts.dialogs.filter(
    (entry) => entry.dialog === name && (purpose === undefined || entry.purpose === purpose),
  );
  if (is === 'absent') return mine.length === 0;
  if (is === 'closed') return mine.some((entry) => entry.is !== 'open');
  return mine.some((entry) => entry.is === is);
}

function isOwed({ owes: { timer, by } }: Of<'owes'>, facts: Facts): boolean {
  const debtor = by === undefined ? undefined : sideMeant(by, facts.author);
  return facts.owed.some((duty) => duty.timer === timer && (debtor === undefined || duty.debtor === debtor));
}

function hasCondition({ condition: { type, is } }: Of<'condition'>, facts: Facts): boolean {
  const states: readonly string[] = is;
  return facts.conditions.some(
    (entry) => states.includes(entry.state) && (type === undefined || entry.type === type),
  );
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

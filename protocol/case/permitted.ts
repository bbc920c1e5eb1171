import type { FieldSpec, Instrument, KindGround, Side, Text, VerbSpec } from '../convention/instrument.ts';
import { isTrue } from '../convention/is-true.ts';
import { fieldsOf, kindOf } from '../convention/verb-in.ts';
import type { Fields, Time } from '../value.ts';
import { barrierOf } from './barrier.ts';
import type { Case } from './case.ts';
import { dischargeable } from './discharged-by.ts';
import { factsOf } from './facts-of.ts';
import type { Utterance } from './move.ts';
import { type CaseEvidence, NO_EVIDENCE, resolve } from './resolve.ts';
import { rowOf } from './rulebook.ts';
import { otherSide } from './state.ts';

/** Something that a side can say now. Whether its content is in order, `judge` says. */
export interface PermittedVerb {
  readonly verb: string;
  readonly title: Text;
  readonly paragraph: string;
  /** The earliest time by which this side owes it, if it discharges an open duty that has a time. */
  readonly owedBy?: Time;
  readonly owedUnder?: string;
  readonly fields: readonly FieldSpec[];
}

/**
 * What a side can say in a case as it stands at a time: what is owed first, by its time; then the rest, in
 * the order of the instrument.
 */
export function permitted(
  instrument: Instrument,
  current: Case,
  side: Side,
  { at, evidence = NO_EVIDENCE }: { readonly at: Time; readonly evidence?: CaseEvidence },
): readonly PermittedVerb[] {
  const due = resolve(current, evidence, at).dueItems.filter(({ owner }) => owner === side);
  const verbs = kindOf(instrument, current.kind)?.verbs ?? [];
  const found = verbs
    .map((verb) => rowFor(instrument, current, { side, at, verb }))
    .filter((spec) => spec !== undefined)
    .map((spec): PermittedVerb => {
      const owed = due.find(({ obligation }) => dischargeable(spec).includes(obligation.timer));
      return {
        verb: spec.verb,
        title: spec.title,
        paragraph: spec.paragraph,
        ...(owed?.dueAt === undefined ? {} : { owedBy: owed.dueAt, owedUnder: owed.paragraph }),
        fields: openFields(instrument, current, { side, at, verb: spec.verb }),
      };
    });
  return found.sort((a, b) => owedAt(a) - owedAt(b));
}

interface Asked {
  readonly side: Side;
  readonly at: Time;
  readonly verb: string;
}

/** The form of a verb, without the grounds that are not open in this case. */
function openFields(instrument: Instrument, current: Case, asked: Asked): readonly FieldSpec[] {
  const fields = fieldsOf(instrument, current.kind, asked.verb) ?? [];
  const grounds = kindOf(instrument, current.kind)?.grounds ?? [];
  if (grounds.every(({ onlyIf }) => onlyIf === undefined)) return fields;
  const { rules, tail } = current.history;
  const facts = factsOf({ ...rules, instrument }, tail.state, utterance(current, asked, {}));
  const isOpen = ({ onlyIf }: KindGround): boolean => onlyIf === undefined || isTrue(onlyIf, facts);
  const closed = grounds.filter((ground) => !isOpen(ground)).map(({ code }) => code);
  return closed.length === 0 ? fields : fields.map((field) => withoutGrounds(field, closed));
}

function withoutGrounds(field: FieldSpec, closed: readonly string[]): FieldSpec {
  const { choices, choicesFrom, fields } = field;
  const isList = choicesFrom === 'grounds' && choices !== undefined;
  return {
    ...field,
    ...(isList && { choices: choices.filter(({ code }) => !closed.includes(code)) }),
    ...(fields !== undefined && { fields: fields.map((inner) => withoutGrounds(inner, closed)) }),
  };
}

/** A verb said now by a side, which goes by the profiles that were last named in the case. */
function utterance(current: Case, { side, at, verb }: Asked, content: Fields): Utterance {
  const mine = current.history.tips[side]?.entry.header;
  const theirs = current.history.tips[otherSide(side)]?.entry.header;
  const pinned =
    mine ??
    (theirs && {
      senderProfile: theirs.recipientProfile,
      recipientProfile: theirs.senderProfile,
      recipient: theirs.sender,
      urgency: theirs.urgency,
    });
  const seenIndex = current.chains[otherSide(side)].sequence;
  return { side, act: { verb, content }, at, seenIndex, ...(pinned !== undefined && { pinned }) };
}

function owedAt({ owedBy }: PermittedVerb): number {
  return owedBy ?? Number.MAX_SAFE_INTEGER;
}

/** The row of a verb that nothing stands in the way of. Two versions of history can only be closed. */
function rowFor(instrument: Instrument, current: Case, asked: Asked): VerbSpec | undefined {
  const { history } = current;
  const said = utterance(current, asked, probe(current, asked.side));
  const rules = { ...history.rules, instrument };
  if (barrierOf(rules, history.tail.state, said) !== undefined) return undefined;
  const row = rowOf(rules, history.tail.state, said);
  return current.forked.length > 0 && row?.verb.effects?.includes('close') !== true ? undefined : row?.verb;
}

/**
 * A content that names every condition which the side could answer: whether there is one is what is asked.
 */
function probe(current: Case, side: Side): Fields {
  const conditions = current.conditions.filter(({ proposer }) => proposer !== side).map(({ id }) => id);
  return conditions.length === 0 ? {} : { conditions };
}

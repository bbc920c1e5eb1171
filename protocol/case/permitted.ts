import type { FieldSpec, Instrument, Side, Text, VerbSpec } from '../convention/instrument.ts';
import { fieldsOf, kindOf } from '../convention/verb-in.ts';
import type { Fields, Time } from '../value.ts';
import { barrierOf } from './barrier.ts';
import type { Case } from './case.ts';
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
      const owed = due.find(({ obligation }) => spec.discharges.includes(obligation.timer));
      return {
        verb: spec.verb,
        title: spec.title,
        paragraph: spec.paragraph,
        ...(owed?.dueAt === undefined ? {} : { owedBy: owed.dueAt, owedUnder: owed.paragraph }),
        fields: fieldsOf(instrument, current.kind, spec.verb) ?? [],
      };
    });
  return found.sort((a, b) => owedAt(a) - owedAt(b));
}

function owedAt({ owedBy }: PermittedVerb): number {
  return owedBy ?? Number.MAX_SAFE_INTEGER;
}

/** The row of a verb that nothing stands in the way of. Two versions of history can only be closed. */
function rowFor(
  instrument: Instrument,
  current: Case,
  { side, at, verb }: { readonly side: Side; readonly at: Time; readonly verb: string },
): VerbSpec | undefined {
  const { history } = current;
  const act = { verb, content: probe(current, side) };
  const said = { side, act, at, seenIndex: current.chains[otherSide(side)].sequence };
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

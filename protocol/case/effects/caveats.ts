import type { CaveatSpec } from '../../convention/instrument.ts';
import type { Fields, Hex } from '../../value.ts';
import { compareBytes } from '../canonical.ts';
import type { Caveat } from '../case.ts';
import { holds } from '../../convention/content/value-at.ts';
import { factsOf } from '../facts-of.ts';
import { isTrue } from '../../convention/is-true.ts';
import { idsIn, recordIn, recordsIn, textIn } from '../content.ts';
import { levelUnder } from '../levels.ts';
import type { Consequence, Move } from '../move.ts';
import { own } from '../rulebook.ts';
import { type CaseState, otherSide } from '../state.ts';
import { grown } from '../trail.ts';

/** One restriction: its type, its own id within the act, and its machine part. */
interface Restriction {
  readonly caveat: string;
  readonly own: string;
  readonly terms: Fields;
}

/** Adds a caveat of the act. Types that the instrument does not know bind nobody. */
export function bindCaveat(state: CaseState, move: Move, restriction: Restriction): CaseState {
  const spec = own(move.rules.instrument.caveats, restriction.caveat);
  if (spec === undefined) return state;
  const until = textIn(restriction.terms, 'until');
  const caveat: Caveat = {
    id: `${move.id}/${restriction.own}`,
    caveat: spec.caveat,
    paragraph: spec.paragraph,
    imposer: otherSide(spec.binds),
    binds: spec.binds,
    imposedBy: move.id,
    level: levelUnder(move.row.kind, spec.paragraph, state.regime, 'BLOCK'),
    terms: restriction.terms,
    ...(until === undefined ? {} : { until }),
    widenedBy: [],
  };
  return { ...state, caveats: [...state.caveats, caveat] };
}

/** What the act restricts by what it says, and what is restricted without being asked (MLA-24). */
export const imposeCaveats: Consequence = (state, move) => {
  let next = state;
  if (move.row.verb.effects?.includes('accept_conditions') === true) return next;
  for (const name of move.row.verb.caveats) {
    const spec = own(move.rules.instrument.caveats, name);
    if (spec === undefined || (spec.binds === move.side && spec.from !== undefined)) continue;
    next = spec.from === undefined ? bindAutomatic(next, move, spec) : bindStated(next, move, spec);
  }
  return next;
};

/** One caveat of such a type stands for all that is furnished in the case. */
function bindAutomatic(state: CaseState, move: Move, spec: CaveatSpec): CaseState {
  if (!move.row.kind.automaticCaveats.includes(spec.caveat)) return state;
  if (state.caveats.some(({ caveat }) => caveat === spec.caveat)) return state;
  return bindCaveat(state, move, { caveat: spec.caveat, own: spec.caveat, terms: {} });
}

function bindStated(state: CaseState, move: Move, spec: CaveatSpec): CaseState {
  let next = state;
  for (const restriction of restrictionsIn(move.act.content, spec))
    next = bindCaveat(next, move, restriction);
  return next;
}

/** Each entry of the list that the type is read from, or the record in which the act says it. */
function restrictionsIn(content: Fields, spec: CaveatSpec): readonly Restriction[] {
  const { list, when } = spec.from ?? {};
  const applies = (fields: Fields) => when === undefined || holds(fields, when);
  if (list !== undefined) {
    return recordsIn(content, list)
      .filter(applies)
      .map((terms) => ({ caveat: spec.caveat, own: textIn(terms, 'id') ?? '', terms }))
      .filter((restriction) => restriction.own !== '');
  }
  const [head = ''] = (when?.field ?? '').split('.');
  return applies(content)
    ? [{ caveat: spec.caveat, own: spec.caveat, terms: recordIn(content, head) ?? {} }]
    : [];
}

/**
 * Caveats that an act names by their own id or their type, and by the item that imposed them if it says
 * which.
 */
export function caveatsNamed(state: Pick<CaseState, 'caveats'>, content: Fields): readonly Caveat[] {
  const name = textIn(content, 'caveat');
  const item = textIn(content, 'item');
  if (name === undefined) return [];
  return state.caveats.filter(
    ({ id, caveat, imposedBy }) =>
      (caveat === name || id === name || id === `${imposedBy}/${name}`) &&
      (item === undefined || imposedBy === item),
  );
}

/**
 * Only the side that imposed a caveat lifts it, and only by an act that breaks no rule (3.1.5). Lifted from a
 * later day, it binds until then; lifted in part, it is widened.
 */
export const liftCaveats: Consequence = (state, move) => {
  const content = move.act.content;
  const lifted = caveatsNamed(state, content).filter(({ imposer }) => imposer === move.side);
  if (!move.conforms || lifted.length === 0) return state;
  const from = textIn(content, 'from');
  const isPart = textIn(content, 'scope') === 'part' || idsIn(content, 'objects').length > 0;
  if (from === undefined && !isPart) return endCaveats(state, lifted, move.id);
  const change = (caveat: Caveat): Caveat => {
    if (isPart || from === undefined) return { ...caveat, widenedBy: [...caveat.widenedBy, move.id] };
    const until = caveat.until !== undefined && compareBytes(caveat.until, from) < 0 ? caveat.until : from;
    return { ...caveat, until };
  };
  return {
    ...state,
    caveats: state.caveats.map((caveat) => (lifted.includes(caveat) ? change(caveat) : caveat)),
  };
};

/** Caveats that end with the act, whatever it says or as it says. */
export const endByType: Consequence = (state, move) => {
  const { endsCaveats = [], endsCaveatsWhen = [] } = move.row.verb;
  const types = [
    ...endsCaveats,
    ...endsCaveatsWhen
      .filter(({ when }) => isTrue(when, factsOf(move.rules, move.before, move)))
      .map(({ caveat }) => caveat),
  ];
  if (types.length === 0 || !move.conforms) return state;
  return endCaveats(
    state,
    state.caveats.filter(({ caveat }) => types.includes(caveat)),
    move.id,
  );
};

function endCaveats(state: CaseState, ended: readonly Caveat[], endedBy: Hex): CaseState {
  if (ended.length === 0) return state;
  return {
    ...state,
    caveats: state.caveats.filter((caveat) => !ended.includes(caveat)),
    endedCaveats: grown(state.endedCaveats, ...ended.map((caveat) => ({ ...caveat, endedBy }))),
  };
}

/** A consent widens what its author had restricted, as far as it says (MLA-24). */
export const widen: Consequence = (state, move) => {
  const decision = textIn(move.act.content, 'decision');
  if (!move.conforms || decision === undefined || decision === 'deny') return state;
  const caveats = state.caveats.map((caveat) =>
    caveat.imposer === move.side ? { ...caveat, widenedBy: [...caveat.widenedBy, move.id] } : caveat,
  );
  return { ...state, caveats };
};

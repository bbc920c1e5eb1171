import type { Fields } from '../../value.ts';
import type { Part, PartState } from '../case.ts';
import { idsIn, recordsIn, textIn } from '../content.ts';
import { type Consequence, coversWhole, type Move } from '../move.ts';
import type { CaseState } from '../state.ts';
import { grown } from '../trail.ts';

/** Id of the one part of a case whose opening lists none. */
export const WHOLE = 'whole';

/** Parts that can still be granted, refused or withdrawn. */
export function isOpen(part: Part): boolean {
  return part.state === 'asked' || part.state === 'granted';
}

/** The parts that an act speaks of, by id: all of them if it covers the whole. */
export function partsNamed(state: Pick<CaseState, 'parts'>, content: Fields): ReadonlySet<string> {
  const all = coversWhole(content);
  return new Set(all ? state.parts.map((part) => part.id) : idsIn(content, 'parts'));
}

/**
 * Takes regime and parts from an opening act; one that is said again replaces them. What was decided on a
 * request before it was confirmed in writing holds for each of its parts.
 */
export const openParts: Consequence = (state, move) => {
  const regime = move.act.regime ?? state.regime;
  const noted =
    move.row.verb.carriesOpening === true ? state.parts.find(({ id }) => id === WHOLE) : undefined;
  const { state: at, by } = noted ?? { state: 'asked', by: move.id };
  const parts = askedIn(move).map((part): Part => ({ ...part, state: at, by }));
  return { ...state, ...(regime === undefined ? {} : { regime }), parts };
};

function askedIn({ act: { content }, row }: Move): readonly Pick<Part, 'id' | 'asked' | 'procedures'>[] {
  const byId = new Map<string, Fields>();
  for (const asked of recordsIn(content, row.kind.partsField ?? 'measures')) {
    const id = textIn(asked, 'id');
    if (id !== undefined && !byId.has(id)) byId.set(id, asked);
  }
  const whole = { id: WHOLE, asked: {}, procedures: idsIn(content, 'particular_procedures') };
  if (byId.size === 0) return [whole];
  return [...byId].map(([id, asked]) => ({ id, asked, procedures: proceduresFor(content, id) }));
}

/** A procedure that names no measure belongs to all of them (MLA-20d). */
function proceduresFor(content: Fields, part: string): readonly string[] {
  const asked = recordsIn(content, 'particular_procedures');
  const mine = asked.filter((procedure) => (textIn(procedure, 'measure') ?? part) === part);
  return mine.map((procedure) => textIn(procedure, 'id')).filter((id) => id !== undefined);
}

export const grantParts: Consequence = (state, move) => ({
  ...decide(state, move, 'granted'),
  granted: true,
});

export const refuseParts: Consequence = (state, move) => decide(state, move, 'refused');

/** What was refused is asked again (D-04). */
export const askAgain: Consequence = (state, move) => ({
  ...state,
  parts: state.parts.map((part) => {
    if (part.state !== 'refused') return part;
    const { ground: _, ...rest } = part;
    return { ...rest, state: 'asked', by: move.id };
  }),
});

export const withdrawParts: Consequence = (state, move) => decide(state, move, 'withdrawn');

/** A part is done when its outcome is told. */
export const answerParts: Consequence = (state, move) => {
  const told = new Set(idsIn(move.act.content, 'outcomes'));
  return withAnswers(setParts(state, move, told, 'done'), move);
};

/** The last answer: what it does not mention is answered by it all the same, or refused before. */
export const answerAll: Consequence = (state, move) => {
  const all = new Set(state.parts.map((part) => part.id));
  return withAnswers(setParts(state, move, all, 'done'), move);
};

function decide(state: CaseState, move: Move, to: PartState): CaseState {
  return setParts(state, move, partsNamed(state, move.act.content), to);
}

function setParts(state: CaseState, move: Move, ids: ReadonlySet<string>, to: PartState): CaseState {
  const grounds = to === 'refused' ? groundsByPart(move.act.content) : undefined;
  const parts = state.parts.map((part) => {
    if (!ids.has(part.id) || !isOpen(part)) return part;
    const ground = grounds?.get(part.id) ?? grounds?.get(WHOLE);
    return { ...part, state: to, by: move.id, ...(ground === undefined ? {} : { ground }) };
  });
  return { ...state, parts };
}

/** The first ground for each part; one that names no part is the ground for all. */
function groundsByPart(content: Fields): ReadonlyMap<string, string> {
  const byPart = new Map<string, string>();
  for (const entry of recordsIn(content, 'grounds')) {
    const ground = textIn(entry, 'code');
    if (ground === undefined) continue;
    const parts = idsIn(entry, 'parts');
    for (const part of parts.length === 0 ? [WHOLE] : parts) if (!byPart.has(part)) byPart.set(part, ground);
  }
  return byPart;
}

/** Procedures answered leave the part; objects are furnished from here on (MLA-22, MLA-24). */
function withAnswers(state: CaseState, move: Move): CaseState {
  const answered = new Set(idsIn(move.act.content, 'procedures'));
  if (answered.size === 0) return state;
  const parts = state.parts.map((part) => {
    const left = part.procedures.filter((id) => !answered.has(id));
    return left.length === part.procedures.length ? part : { ...part, procedures: left };
  });
  return { ...state, parts };
}

/** Whatever act carries objects furnishes them. */
export const furnish: Consequence = (state, move) => {
  const objects = recordsIn(move.act.content, 'objects');
  const ids = objects.map((object) => textIn(object, 'id')).filter((id) => id !== undefined);
  if (ids.length === 0) return state;
  return { ...state, furnished: grown(state.furnished, ...ids.map((id) => ({ id, by: move.side }))) };
};

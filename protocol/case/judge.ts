import type { Instrument, Level, Side, Text, VerbSpec } from '../convention/instrument.ts';
import { checkText } from '../convention/check-text.ts';
import { openingSide } from '../convention/opening-side.ts';
import { fill } from '../convention/sentences/sentence.ts';
import type { Act } from '../item/act.ts';
import type { Fields, Hex, Time } from '../value.ts';
import { type Barrier, barrierOf } from './barrier.ts';
import type { Case } from './case.ts';
import { findInChain } from './chain-item.ts';
import { SENTENCES } from './findings/sentences.ts';
import type { Pinned, SpokenAct, Utterance } from './move.ts';
import { openingRowOf } from './opening.ts';
import { rowOf, type Rulebook } from './rulebook.ts';
import { findingsIn } from './rules.ts';
import type { CheckFinding, RuleFinding } from './rules/rule.ts';
import { type CaseState, emptyState, otherSide, statusFor } from './state.ts';

/** What stands against an act, for the officer who is about to sign it or for the one who has received it. */
export interface Finding {
  readonly level: Level;
  readonly paragraph: string;
  /** Of the rule: a code with a sentence of `findings/`, or the name of a check of the instrument. */
  readonly code: string;
  readonly message: Text;
  /** Verbs that lead on instead. */
  readonly wayOut: readonly string[];
}

/** An act before it is signed, and what its header will say. */
export interface JudgeContext {
  readonly act: SpokenAct;
  /** When it is made: periods that the fold must judge go by it (D-18). */
  readonly at: Time;
  readonly pinned: Pinned;
}

/**
 * Judges an act of a side in a case as it stands, by what the fold may read: header times and acts. BLOCK and
 * ACK hold the own officer back; on the other side's act the fold has made a flag of each BLOCK already.
 * Contents, routes and profiles are checked elsewhere (`protocol/convention`).
 */
export function judge(
  instrument: Instrument,
  current: Case,
  side: Side,
  { act, at, pinned }: JudgeContext,
): readonly Finding[] {
  const { history } = current;
  const state = history.tail.state;
  const rules = { ...history.rules, instrument };
  const said: Utterance = { side, act, at, pinned, seenIndex: current.chains[otherSide(side)].sequence };
  const row = rowOf(rules, state, said);
  const barrier = forkBarrier(current, row?.verb) ?? barrierOf(rules, state, said);
  if (row === undefined || barrier !== undefined) {
    const status = statusFor(state, side);
    const code = barrier ?? 'unknown-verb';
    const found = { code, paragraph: row?.verb.paragraph ?? '', level: 'BLOCK', about: { status } } as const;
    return [spell(found, act.content)];
  }
  const sideOfItem = (id: Hex) =>
    (['requesting', 'requested'] as const).find((of) => findInChain(history.tips[of], id) !== undefined);
  return findingsIn({ rules, state, row, said, sideOfItem }).map((finding) => spell(finding, act.content));
}

/**
 * Judges an act that is to open a case: nothing has been said in it, and no item but this one is its own.
 */
export function judgeOpening(rules: Rulebook, { act, at, pinned }: OpeningContext): readonly Finding[] {
  const side = openingSide(rules.instrument, act);
  const row = openingRowOf(rules.instrument, act);
  if (row === undefined) {
    const unknown = { code: 'unknown-verb', paragraph: '', level: 'BLOCK' } as const;
    return [spell(unknown, act.content)];
  }
  const state = stateBefore(side, { act, at, pinned });
  const said: Utterance = { side, act, at, pinned, seenIndex: 0 };
  return findingsIn({ rules, state, row, said, sideOfItem: () => undefined }).map((finding) =>
    spell(finding, act.content),
  );
}

type OpeningContext = JudgeContext & { readonly act: SpokenAct & Pick<Act, 'kind'> };

/** A case that has no item yet, and so neither id nor addresses that a rule could read. */
function stateBefore(opener: Side, { act, at, pinned }: OpeningContext): CaseState {
  const nowhere = { party: '', authority: '' };
  return emptyState(
    {
      ...{ caseId: '', instrument: '', catalogue: '', openedBy: '', exercise: false },
      ...{ kind: act.kind, urgency: pinned.urgency, openedAt: at, opener, opening: act.content },
      parties: { requesting: '', requested: '' },
    },
    { requesting: nowhere, requested: nowhere },
  );
}

/** Two versions of history stand side by side: the case can only be closed, and goes on in a new one. */
function forkBarrier(current: Case, verb: VerbSpec | undefined): Barrier | undefined {
  const isClose = verb?.effects?.includes('close') === true;
  return current.forked.length > 0 && !isClose ? 'not-in-this-status' : undefined;
}

function spell(finding: RuleFinding | CheckFinding, content: Fields): Finding {
  if ('check' in finding) {
    const { check, level, paragraph } = finding;
    const message = checkText(check, content);
    return { level, paragraph, code: check.check, message, wayOut: check.instead ?? [] };
  }
  const { code, paragraph, level, about = {}, instead } = finding;
  const { text, instead: usual } = SENTENCES[code];
  const inFrench = about['title_fr'] === undefined ? about : { ...about, title: about['title_fr'] };
  const message = {
    en: fill(text.en, about),
    ...(text.fr === undefined ? {} : { fr: fill(text.fr, inFrench) }),
  };
  return { level, paragraph, code, message, wayOut: instead ?? usual };
}

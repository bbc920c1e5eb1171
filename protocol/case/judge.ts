import type { Instrument, Level, Side, Text, VerbSpec } from '../convention/instrument.ts';
import { fill } from '../convention/sentences/sentence.ts';
import type { Hex, Time } from '../value.ts';
import { type Barrier, barrierOf } from './barrier.ts';
import type { Case } from './case.ts';
import { findInChain } from './chain-item.ts';
import { type FindingCode, SENTENCES } from './findings/sentences.ts';
import type { Pinned, SpokenAct, Utterance } from './move.ts';
import { rowOf } from './rulebook.ts';
import { findingsIn } from './rules.ts';
import type { RuleFinding } from './rules/rule.ts';
import { otherSide, statusFor } from './state.ts';

/** What stands against an act, for the officer who is about to sign it or for the one who has received it. */
export interface Finding {
  readonly level: Level;
  readonly paragraph: string;
  readonly code: FindingCode;
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
    return [spell({ code, paragraph: row?.verb.paragraph ?? '', level: 'BLOCK', about: { status } })];
  }
  const sideOfItem = (id: Hex) =>
    (['requesting', 'requested'] as const).find((of) => findInChain(history.tips[of], id));
  return findingsIn({ rules, state, row, said, sideOfItem }).map(spell);
}

/** Two versions of history stand side by side: the case can only be closed, and goes on in a new one. */
function forkBarrier(current: Case, verb: VerbSpec | undefined): Barrier | undefined {
  const isClose = verb?.effects?.includes('close') === true;
  return current.forked.length > 0 && !isClose ? 'not-in-this-status' : undefined;
}

function spell({ code, paragraph, level, about = {}, instead }: RuleFinding): Finding {
  const { text, instead: usual } = SENTENCES[code];
  const inFrench = about['title_fr'] === undefined ? about : { ...about, title: about['title_fr'] };
  const message = {
    en: fill(text.en, about),
    ...(text.fr === undefined ? {} : { fr: fill(text.fr, inFrench) }),
  };
  return { level, paragraph, code, message, wayOut: instead ?? usual };
}

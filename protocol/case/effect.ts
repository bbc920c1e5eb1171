import type { Effect } from '../convention/instrument.ts';
import type { Act } from '../item/act.ts';
import type { Header } from '../item/header.ts';
import type { Hex } from '../value.ts';
import { barrierOf } from './barrier.ts';
import type { Verdict } from './case.ts';
import { agree, forward, link } from './effects/agreements.ts';
import { endByType, imposeCaveats, liftCaveats, widen } from './effects/caveats.ts';
import {
  acceptConditions,
  declineConditions,
  determineConditions,
  dropDeclined,
  proposeConditions,
  settleConditionDialogs,
} from './effects/conditions.ts';
import { closeAnswered, openDialog, speakWithin } from './effects/dialogs.ts';
import { contest, discharge, openDuties, restart } from './effects/obligations.ts';
import {
  answerAll,
  answerParts,
  askAgain,
  furnish,
  grantParts,
  openParts,
  refuseParts,
  withdrawParts,
} from './effects/parts.ts';
import { remember } from './effects/said.ts';
import { closeSide, endMoot, movePhase, moveStatus } from './effects/status.ts';
import type { Consequence, Move } from './move.ts';
import { openingRowOf } from './opening.ts';
import { rowOf, type Rulebook } from './rulebook.ts';
import type { CaseState } from './state.ts';

const EFFECTS: Readonly<Record<Effect, readonly Consequence[]>> = {
  open: [openParts],
  grant: [grantParts, dropDeclined],
  refuse: [refuseParts],
  reconsider: [askAgain],
  result: [answerParts, dropDeclined],
  final_result: [answerAll, dropDeclined],
  withdraw: [withdrawParts],
  propose_conditions: [proposeConditions],
  accept_conditions: [acceptConditions],
  decline_conditions: [declineConditions],
  determine_conditions: [determineConditions],
  impose_caveats: [],
  lift_caveat: [liftCaveats],
  consent: [widen],
  agree: [agree],
  contest: [contest],
  link: [link],
  forward: [forward],
  close: [closeSide],
};

/** What every act does after its own effects, in this order. */
const AFTERWARDS: readonly Consequence[] = [
  furnish,
  moveStatus,
  closeAnswered,
  speakWithin,
  openDialog,
  settleConditionDialogs,
  discharge,
  endMoot,
  openDuties,
  restart,
  imposeCaveats,
  endByType,
  movePhase,
  remember,
];

export interface InTurn extends Omit<Move, 'rules' | 'row' | 'at' | 'before' | 'pinned'> {
  readonly id: Hex;
  readonly header: Header;
  readonly act: Act;
}

export interface Outcome {
  readonly verdict: Verdict;
  readonly state: CaseState;
}

/**
 * The case after an act whose author could say it, in the order in which both sides place it. What has become
 * impossible in the meantime is overtaken, and leaves the case as it is.
 */
export function takeEffect(rules: Rulebook, state: CaseState, turn: InTurn): Outcome {
  const first = state.frame.openedBy === turn.id;
  const said = { ...turn, at: turn.header.createdAt, pinned: turn.header };
  const row = first ? openingRowOf(rules.instrument, turn.act) : rowOf(rules, state, said);
  if (row === undefined) return { verdict: 'inert', state };
  const move: Move = { ...said, rules, row, before: state };
  if (!first && !turn.prevails && barrierOf(rules, state, move) !== undefined)
    return { verdict: 'overtaken', state };
  let next = state;
  const own = (row.verb.effects ?? []).flatMap((effect) => EFFECTS[effect]);
  for (const consequence of [...own, ...AFTERWARDS]) next = consequence(next, move);
  return { verdict: 'effective', state: next };
}

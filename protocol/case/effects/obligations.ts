import type { Duty, PeriodSpec, Side, TimerSpec, Urgency } from '../../convention/instrument.ts';
import type { Anchor, Obligation, ObligationState } from '../case.ts';
import { isTrue } from '../../convention/is-true.ts';
import { recordIn, textIn } from '../content.ts';
import { endOfDate } from '../due.ts';
import { dischargedBy } from '../discharged-by.ts';
import { factsOf } from '../facts-of.ts';
import { levelUnder } from '../levels.ts';
import { type Consequence, coversWhole, type Move } from '../move.ts';
import { own, type ProfilePins } from '../rulebook.ts';
import { type CaseState, otherSide } from '../state.ts';
import { grown } from '../trail.ts';

/**
 * Opens the duties that the act brings; where text, profile and instrument give no time, the duty has none.
 */
export const openDuties: Consequence = (state, move) => {
  const opened = move.row.verb.duties
    .map((duty) => obligationOf(state, move, duty))
    .filter((obligation) => obligation !== undefined);
  return opened.length === 0 ? state : { ...state, obligations: [...state.obligations, ...opened] };
};

function obligationOf(state: CaseState, move: Move, duty: Duty): Obligation | undefined {
  const timer = own(move.rules.instrument.timers, duty.timer);
  if (timer === undefined || !applies(state, move, duty)) return undefined;
  const debtor = debtorOf(duty, move.side);
  const clock = clockOf(move, timer, debtor);
  if (clock.anchor.from !== 'date' && clock.period === undefined) return undefined;
  return {
    id: `${move.id}/${timer.timer}`,
    timer: timer.timer,
    paragraph: duty.paragraph,
    level: levelUnder(move.row.kind, duty.paragraph, state.regime, 'REMIND'),
    debtor,
    creditor: otherSide(debtor),
    openedBy: move.id,
    bound: timer.bound,
    ...clock,
    state: 'open',
  };
}

type Clock = Pick<Obligation, 'anchor' | 'period' | 'periodFrom' | 'offsetMinutes'>;

/** From when, how long, by whose choice, and in whose days. */
function clockOf(move: Move, timer: TimerSpec, debtor: Side): Clock {
  const { header } = move;
  const mine = debtor === move.side;
  const pins = move.rules.pins(mine ? header.senderProfile : header.recipientProfile);
  const offsetMinutes = pins?.offsetMinutes((mine ? header.sender : header.recipient).authority) ?? 0;
  const anchor = anchorOf(move, timer, offsetMinutes);
  if (anchor.from === 'date') return { anchor, periodFrom: 'date', offsetMinutes };
  const declared = declaredPeriod(move, timer, debtor);
  if (declared !== undefined) return { anchor, period: declared, periodFrom: 'profile', offsetMinutes };
  return { anchor, ...periodOf(timer, header.urgency, pins), offsetMinutes };
}

/** Days within which the creditor wants it, as its State declares (EPROD-7). */
function declaredPeriod(move: Move, { declaredDays }: TimerSpec, debtor: Side): PeriodSpec | undefined {
  if (declaredDays === undefined) return undefined;
  const days = factsOf(move.rules, move.before, move).declared(otherSide(debtor), declaredDays);
  return typeof days === 'number' ? { amount: days, unit: 'days' } : undefined;
}

/** The number of the text; else what the debtor's State chose; else the instrument's own (D-20). */
function periodOf(
  timer: TimerSpec,
  urgency: Urgency,
  pins: ProfilePins | undefined,
): Pick<Obligation, 'period' | 'periodFrom'> {
  const usual = timer.period[urgency];
  const inText = timer.bound === 'number_in_text';
  const chosen = inText ? undefined : pins?.period(timer.timer, urgency);
  const period = chosen ?? usual;
  const periodFrom = inText ? 'text' : chosen === undefined ? 'instrument' : 'profile';
  // A period is two values, whatever else a profile's entry holds.
  return period === undefined
    ? { periodFrom }
    : { period: { amount: period.amount, unit: period.unit }, periodFrom };
}

/** An opening that is said again, or confirmed, opens no duty that is still open from the first time. */
function applies(state: CaseState, move: Move, duty: Duty): boolean {
  const { onlyBy = move.side, onlyIn = [move.before.status], onlyWhen } = duty;
  if (onlyBy !== move.side || !onlyIn.includes(move.before.status)) return false;
  if (onlyWhen !== undefined && !isTrue(onlyWhen, factsOf(move.rules, move.before, move))) return false;
  const again = move.row.verb.effects?.includes('open') === true;
  return !state.obligations.some(
    ({ timer, debtor }) => again && timer === duty.timer && debtor === debtorOf(duty, move.side),
  );
}

function debtorOf(duty: Duty, author: Side): Side {
  if (duty.debtor === 'author') return author;
  return duty.debtor === 'other' ? otherSide(author) : duty.debtor;
}

function anchorOf(move: Move, timer: TimerSpec, offsetMinutes: number): Anchor {
  const created: Anchor = { from: 'created', itemId: move.id, at: move.header.createdAt };
  if (timer.anchor === 'received') return { ...created, from: 'received' };
  if (timer.anchor === 'created' || timer.dateField === undefined) return created;
  const at = endOfDate(dateIn(move, timer.dateField), offsetMinutes);
  return at === undefined ? created : { from: 'date', itemId: move.id, at };
}

function dateIn(move: Move, field: string): string {
  const [head = '', inner] = field.split('.');
  if (inner === undefined) return textIn(move.act.content, head) ?? '';
  return textIn(recordIn(move.act.content, head) ?? {}, inner) ?? '';
}

/**
 * Discharges what the act discharges. An act that breaks a rule discharges no duty of its author (3.1.5); one
 * of the creditor waives; one about a part of the case settles nothing that concerns the whole; a question
 * that is still partly open keeps its duty.
 */
export const discharge: Consequence = (state, move) => {
  const timers = dischargedBy(move.rules, move.before, { said: move, verb: move.row.verb });
  if (timers.length === 0 || isPartial(move)) return state;
  const within = move.row.verb.within;
  return settle(state, move, (obligation) => {
    if (!timers.includes(obligation.timer) || obligation.openedBy === move.id) return undefined;
    if (isStillAsked(state, move, obligation)) return undefined;
    if (obligation.debtor !== move.side) return within === undefined ? 'waived' : undefined;
    return move.conforms ? 'discharged' : undefined;
  });
};

/**
 * Whether the act leaves open the question that the duty is to answer, with its debtor's turn still to come.
 */
function isStillAsked(state: CaseState, move: Move, { openedBy, debtor }: Obligation): boolean {
  const { closes, within } = move.row.verb;
  if (closes === undefined && within === undefined) return false;
  return state.dialogs.some((dialog) => dialog.openedBy === openedBy && dialog.waitsFor === debtor);
}

function isPartial(move: Move): boolean {
  return (
    typeof move.row.verb.to === 'object' && 'whole' in move.row.verb.to && !coversWhole(move.act.content)
  );
}

function settle(
  state: CaseState,
  move: Move,
  outcome: (obligation: Obligation) => ObligationState | undefined,
): CaseState {
  const settled: Obligation[] = [];
  const open = state.obligations.filter((obligation) => {
    const to = outcome(obligation);
    if (to === undefined) return true;
    settled.push({ ...obligation, state: to, by: move.id });
    return false;
  });
  if (settled.length === 0) return state;
  return { ...state, obligations: open, settledObligations: grown(state.settledObligations, ...settled) };
}

/**
 * Duties to answer a question that has become moot. The duties of an author who broke a rule stay (3.1.5).
 */
export function supersede(state: CaseState, move: Move, openedBy: ReadonlySet<string>): CaseState {
  return settle(state, move, (obligation) => {
    const spared = obligation.debtor === move.side && !move.conforms;
    return openedBy.has(obligation.openedBy) && !spared ? 'superseded' : undefined;
  });
}

/**
 * A duty that its debtor disputes, by the item that opened it and its timer, stays and is shown as disputed
 * (D-05).
 */
export const contest: Consequence = (state, move) => {
  const named = `${textIn(move.act.content, 'item') ?? ''}/${textIn(move.act.content, 'timer') ?? ''}`;
  const disputed = ({ id, debtor, state: at }: Obligation) =>
    at === 'open' && debtor === move.side && id === named;
  if (!state.obligations.some(disputed)) return state;
  const obligations = state.obligations.map((obligation): Obligation =>
    disputed(obligation) ? { ...obligation, state: 'contested', by: move.id } : obligation,
  );
  return { ...state, obligations };
};

/** Where the timer says so, a word of the debtor starts its period anew, once. */
export const restart: Consequence = (state, move) => {
  const starts = (obligation: Obligation) =>
    obligation.debtor === move.side &&
    obligation.anchor.from !== 'date' &&
    !state.restarted.includes(obligation.id) &&
    own(move.rules.instrument.timers, obligation.timer)?.restartedOnceBy === move.act.verb;
  const again = state.obligations.filter(starts);
  if (again.length === 0 || !move.conforms) return state;
  const anchor: Anchor = { from: 'created', itemId: move.id, at: move.header.createdAt };
  return {
    ...state,
    restarted: [...state.restarted, ...again.map(({ id }) => id)],
    obligations: state.obligations.map((obligation) =>
      again.includes(obligation) ? { ...obligation, anchor } : obligation,
    ),
  };
};

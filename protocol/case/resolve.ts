import type { PeriodSpec, Side, TimerSpec } from '../convention/instrument.ts';
import type { Hex, Time } from '../value.ts';
import type { Case, Caveat, Obligation } from './case.ts';
import { dueFrom, endOfDate, endOfPeriod } from './due.ts';
import { type Pause, pausedMs, pausesOf } from './pauses.ts';
import { own } from './rulebook.ts';

/** What signed receipts add to the fold: when an item was received, by the party that it was addressed to. */
export interface CaseEvidence {
  receivedAt(item: Hex): Time | undefined;
}

export const NO_EVIDENCE: CaseEvidence = { receivedAt: () => undefined };

/** A duty with its dates. The same for both sides that have the same receipts. */
export interface DueItem {
  readonly obligation: Obligation;
  readonly owner: Side;
  readonly paragraph: string;
  /** Milliseconds, UTC; absent for a duty without a time. While it is paused, as if the clock went on now. */
  readonly dueAt?: Time;
  readonly overdue: boolean;
  readonly paused: boolean;
  /**
   * `law`: the number or the date stands in the text or in an act. `default`: a State or this software chose
   * it.
   */
  readonly bound: 'law' | 'agreed' | 'default';
  /**
   * Its clock starts with a receipt that is not here: it is shown as if that had come when the item was made.
   */
  readonly assumed: boolean;
  /**
   * When the owner should be reminded, ascending: before the time, at it, and each time it comes round again.
   */
  readonly remindAt: readonly Time[];
}

export interface Reminder {
  /** `<obligation>@<time>`: the same however often it is asked for. */
  readonly key: string;
  readonly at: Time;
  readonly item: DueItem;
}

export interface CaveatInForce {
  readonly caveat: Caveat;
  /** The end of its last day, UTC; absent if it names none. */
  readonly endsAt?: Time;
  readonly inForce: boolean;
}

export interface Resolved {
  readonly dueItems: readonly DueItem[];
  readonly overdue: readonly DueItem[];
  /** Those whose time has come; a caller skips the keys that it has told already. */
  readonly reminders: readonly Reminder[];
  readonly caveats: readonly CaveatInForce[];
}

const DAY_MS = 86_400_000;

/**
 * What is due when, overdue, or to be reminded of, at a time. A lapse changes no status: it permits an act
 * (D-18).
 */
export function resolve(current: Case, evidence: CaseEvidence, now: Time): Resolved {
  const dueItems = current.obligations
    .map((obligation) => dueItemOf(current, obligation, evidence, now))
    .sort(
      (a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || (a.obligation.id < b.obligation.id ? -1 : 1),
    );
  const reminders = dueItems.flatMap((item) =>
    item.remindAt
      .filter((at) => at <= now)
      .slice(-1)
      .map((at) => ({ key: `${item.obligation.id}@${at}`, at, item })),
  );
  return {
    dueItems,
    overdue: dueItems.filter(({ overdue }) => overdue),
    reminders,
    caveats: current.caveats.map((caveat) => caveatAt(caveat, now)),
  };
}

/** The duty whose running time is out first, as far as the items tell; of two at once the lower id. */
export function firstDue(current: Case, now: Time): { obligation: Obligation; dueAt: Time } | undefined {
  let first: { obligation: Obligation; dueAt: Time } | undefined;
  for (const obligation of current.obligations) {
    const { dueAt, paused } = clockOf(current, obligation, NO_EVIDENCE, now);
    if (dueAt === undefined || paused) continue;
    const earlier = first === undefined || dueAt < first.dueAt;
    if (earlier || (dueAt === first?.dueAt && obligation.id < first.obligation.id)) {
      first = { obligation, dueAt };
    }
  }
  return first;
}

interface DutyClock {
  readonly timer: TimerSpec | undefined;
  /** When it began, if that is known. */
  readonly received: Time | undefined;
  readonly dueAt: Time | undefined;
  readonly paused: boolean;
}

function clockOf(current: Case, obligation: Obligation, evidence: CaseEvidence, now: Time): DutyClock {
  const timer = own(current.history.rules.instrument.timers, obligation.timer);
  const { anchor } = obligation;
  const received = anchor.from === 'received' ? evidence.receivedAt(anchor.itemId) : anchor.at;
  const pauses = pausesOf(current, timer?.pausedBy ?? []);
  const dueAt = dueWithPauses(obligation, pauses, { from: received ?? anchor.at, now });
  return { timer, received, dueAt, paused: pauses.some(({ until }) => until === undefined) };
}

function dueItemOf(current: Case, obligation: Obligation, evidence: CaseEvidence, now: Time): DueItem {
  const { timer, received, dueAt, paused } = clockOf(current, obligation, evidence, now);
  const runs = dueAt !== undefined && !paused && obligation.state === 'open';
  return {
    obligation,
    owner: obligation.debtor,
    paragraph: obligation.paragraph,
    ...(dueAt === undefined ? {} : { dueAt }),
    overdue: runs && now >= dueAt,
    paused,
    bound: boundOf(obligation),
    assumed: received === undefined,
    remindAt: runs ? remindersOf(timer, obligation, { dueAt, now }) : [],
  };
}

/** A date that an act names does not move. */
function dueWithPauses(
  obligation: Obligation,
  pauses: readonly Pause[],
  { from, now }: { readonly from: Time; readonly now: Time },
): Time | undefined {
  const stoppedMs = obligation.anchor.from === 'date' ? 0 : pausedMs(pauses, from, now);
  return dueFrom(obligation, from + stoppedMs);
}

function boundOf(obligation: Obligation): DueItem['bound'] {
  if (obligation.bound === 'agreed') return 'agreed';
  return obligation.bound === 'number_in_text' || obligation.periodFrom === 'date' ? 'law' : 'default';
}

function remindersOf(
  timer: TimerSpec | undefined,
  obligation: Obligation,
  { dueAt, now }: { dueAt: Time; now: Time },
): readonly Time[] {
  const before = (timer?.remindBeforeDays ?? [])
    .map((days) => dueAt - days * DAY_MS)
    .filter((at) => at > obligation.anchor.at);
  const again =
    timer?.repeats === undefined ? [] : roundsOf(timer.repeats, obligation.offsetMinutes, { dueAt, now });
  return [...before, dueAt, ...again].sort((a, b) => a - b);
}

/**
 * When a repeating duty last came round, and when it will again: an owner who was away is told once, not of
 * each.
 */
function roundsOf(
  period: PeriodSpec,
  offsetMinutes: number,
  { dueAt, now }: { dueAt: Time; now: Time },
): readonly Time[] {
  const stepMs =
    endOfPeriod(0, period, offsetMinutes) - endOfPeriod(0, { ...period, amount: 0 }, offsetMinutes);
  if (stepMs <= 0 || now < dueAt) return [];
  const passed = Math.floor((now - dueAt) / stepMs);
  const next = dueAt + (passed + 1) * stepMs;
  return passed === 0 ? [next] : [next - stepMs, next];
}

function caveatAt(caveat: Caveat, now: Time): CaveatInForce {
  const endsAt = caveat.until === undefined ? undefined : endOfDate(caveat.until, 0);
  return {
    caveat,
    ...(endsAt === undefined ? {} : { endsAt }),
    inForce: endsAt === undefined || now < endsAt,
  };
}

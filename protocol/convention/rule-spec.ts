import type { Text } from './field-spec.ts';
import type { Predicate } from './predicate.ts';
import type { Level, Side, Urgency } from './roles.ts';
import type { FieldEquals } from './verb-spec.ts';

/**
 * A rule that is data alone: where `when` holds of an act, this is found, with this weight, under this
 * paragraph. BLOCK holds the own side back and flags the other's act; ACK asks the own officer for a reason;
 * WARN is shown (register 0.2).
 */
export interface CheckSpec {
  /** Names the rule in findings and in records: `preservation-too-short`. Unique in an instrument. */
  readonly check: string;
  readonly level: Extract<Level, 'BLOCK' | 'ACK' | 'WARN' | 'HELP'>;
  readonly paragraph: string;
  readonly when: Predicate;
  /** What is wrong and what to do, for an officer. `{name}` stands for a field of the act. */
  readonly says: Text;
  /** Verbs, or kinds, that lead on instead. */
  readonly instead?: readonly string[];
}

export interface PeriodSpec {
  readonly amount: number;
  readonly unit: 'minutes' | 'hours' | 'days';
}

export interface TimerSpec {
  readonly timer: string;
  readonly paragraph: string;
  readonly title: Text;
  /** The clock starts when the act was created, or when the debtor's receipt says it came. */
  readonly anchor: 'created' | 'received' | 'date_in_act';
  readonly dateField?: string;
  /** An urgency that has no period here opens nothing, but where a date in the act says when. */
  readonly period: Readonly<Partial<Record<Urgency, PeriodSpec>>>;
  /** Days that the creditor's State declares in this field of its profile, in the place of the period. */
  readonly declaredDays?: string;
  /** After it has run out it is due again after each of these, until it is discharged. */
  readonly repeats?: PeriodSpec;
  /** A verb of the debtor that starts the period anew, once. */
  readonly restartedOnceBy?: string;
  readonly bound:
    | 'number_in_text'
    | 'without_delay'
    | 'promptly'
    | 'rapidly_expedited'
    | 'as_soon_as_possible'
    | 'agreed'
    | 'default';
  readonly remindBeforeDays: readonly number[];
  /** Dialogs that stop the clock while they are open, and statuses that stop it while they last. */
  readonly pausedBy: readonly string[];
}

export interface DialogSpec {
  readonly dialog: string;
  readonly title: Text;
  readonly paragraph: string;
  readonly waitsFor: Side | 'other';
}

export interface CaveatSpec {
  readonly caveat: string;
  readonly paragraph: string;
  readonly binds: Side;
  readonly title: Text;
  /**
   * Where an act that may open it says so: each entry of a list, or the act itself. Absent: opened without
   * being asked.
   */
  readonly from?: { readonly list?: string; readonly when?: FieldEquals };
  /** In the words of an officer: when it ends. */
  readonly ends: Text;
}

export interface GroundSpec {
  readonly code: string;
  readonly paragraph: string;
  readonly title: Text;
  /** Fields of the ground entry that must be given. */
  readonly mustCarry: readonly string[];
  readonly subCodes?: readonly string[];
  readonly postponementOnly?: boolean;
  /** Stands for a ground that no list has (D-07). */
  readonly unlisted?: boolean;
  /** Never enough alone; the forbidden ground that says why. */
  readonly neverAlone?: string;
}

export interface ForbiddenGroundSpec {
  readonly code: string;
  readonly paragraph: string;
  readonly title: Text;
  /** The yes/no question whose *yes* shows that the ground was used. */
  readonly askedBy?: string;
}

export interface ParagraphSpec {
  readonly code: string;
  readonly article: string;
  /** In our words. */
  readonly says: Text;
  /** What this software does about it. */
  readonly does?: Text;
  /** Set where the text has a slip: what it says literally, and what is applied (register 0.5). */
  readonly slip?: { readonly literal: string; readonly applied: string; readonly anomaly: string };
}

/**
 * Where a crossing ends otherwise than the canonical order says (register 3.1.4, D-16). `first` is the act
 * that the order places first, `second` the one whose author had not seen it.
 */
export interface CrossingException {
  readonly first: string;
  readonly second: string;
  readonly result: 'second_prevails' | 'closes_dialog' | 'voids_first';
  /** Only where the second act is so. */
  readonly when?: Predicate;
  /** Only where the receiver of an item that the second act quotes had it before the first act was made. */
  readonly receivedBefore?: true;
  readonly paragraph: string;
}

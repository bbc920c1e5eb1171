import type { Act, Regime } from '../item/act.ts';
import type { Fields, Time, Value } from '../value.ts';
import type { DeskRole, Side, Status, Urgency } from './roles.ts';

/** A question between the sides, as a rule may ask about it. */
export interface DialogFact {
  readonly dialog: string;
  readonly purpose?: string;
  readonly is: 'open' | 'answered' | 'moot';
}

/** An item of another case, or of this one, as an act quotes it. */
export interface QuotedFact {
  readonly act: Pick<Act, 'kind' | 'verb' | 'content'>;
  /** As the receipt that is quoted with it says. */
  readonly receivedAt?: Time;
}

export interface SaidFact {
  readonly verb: string;
  readonly side: Side;
  readonly content: Fields;
}

/**
 * What a `Predicate` may be asked of: an act, and the case as its author had it. Lists are read only if the
 * predicate asks for them; every name in them may come from a partner.
 */
export interface Facts {
  readonly content: Fields;
  readonly opening: Fields;
  readonly author: Side;
  /** The day of the act, in UTC: `2027-03-31`. */
  readonly day: string;
  readonly urgency: Urgency;
  /** Of the act if it has one, else of the case. */
  readonly regime?: Regime;
  /** Absent before there is a case. */
  readonly status?: Status;
  readonly phase?: string;
  /** The last effective act of each verb and side, the oldest first. */
  readonly said: readonly SaidFact[];
  readonly dialogs: readonly DialogFact[];
  readonly owed: readonly { readonly timer: string; readonly debtor: Side }[];
  /** Types of the caveats that bind somebody on the day of the act. */
  readonly caveats: readonly string[];
  readonly conditions: readonly { readonly id: string; readonly type?: string; readonly state: string }[];
  /** Relations of links on record, and of those in the act. */
  readonly links: readonly string[];
  /** Subjects. */
  readonly agreed: readonly string[];
  readonly quotes: readonly QuotedFact[];
  /** Role of the desk to which the act is addressed. */
  readonly recipientRole?: DeskRole;
  /** Whether the act speaks of the whole case, or of all that is left of it. */
  readonly whole: boolean;
  /** Whether the act answers all that is open in the dialogs of a name. */
  settles(dialog: string): boolean;
  /** What a side declares, on the day of the act, in the profile that the act pins. */
  declared(side: Side, field: string): Value | undefined;
}

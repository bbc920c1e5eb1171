import type { Act, Regime } from '../item/act.ts';
import type { Address } from '../item/address.ts';
import type { Header } from '../item/header.ts';
import type { Level, PeriodSpec, Side, Status, TimerSpec, Urgency } from '../convention/instrument.ts';
import type { Fields, Hex, Time } from '../value.ts';
import type { History } from './history.ts';

/**
 * What the fold reads of an item. Without an `act` the item is one that this node knows to be void (rejected
 * or quarantined): it takes its place in the chain and has no effect.
 */
export interface FoldEntry {
  readonly id: Hex;
  readonly header: Header;
  readonly act?: Act;
}

/**
 * `effective`: it did what it says. `overtaken`: when its turn came it was no longer possible; nobody's
 * fault. `inert`: not its author's to say, or not in this status; stored, flagged, moves nothing (register
 * 3.1.5). `void`: passed.
 */
export type Verdict = 'effective' | 'overtaken' | 'inert' | 'void';

export interface PlacedItem {
  readonly id: Hex;
  readonly side: Side;
  readonly sequence: number;
  /** Empty for a void: whoever rejected it may not have its act. */
  readonly verb: string;
  readonly verdict: Verdict;
  /** Paragraphs that the act breaks, as its author could know. */
  readonly flags: readonly string[];
  /** The digest that its author wrote is not the one of the case that its author had seen. */
  readonly foldDiffers: boolean;
}

export type PartState = 'asked' | 'granted' | 'done' | 'refused' | 'withdrawn';

/** A measure, data item or record that was asked for, decided apart from the others. */
export interface Part {
  readonly id: string;
  /** As the opening act has it. */
  readonly asked: Fields;
  readonly state: PartState;
  /** The last item that changed its state. */
  readonly by: Hex;
  readonly ground?: string;
  /** Ids of particular procedures that were asked for and are not yet answered (MLA-22). */
  readonly procedures: readonly string[];
}

/** `unmet`: declined, and what it concerned is withheld for that (EPROD-9). */
export type ConditionState = 'proposed' | 'accepted' | 'declined' | 'dropped' | 'unmet' | 'replaced';

export interface Condition {
  readonly id: string;
  readonly proposedBy: Hex;
  readonly proposer: Side;
  /** Number of the item that proposed it, in the proposer's chain. */
  readonly proposedAs: number;
  readonly terms: Fields;
  readonly state: ConditionState;
  readonly by: Hex;
}

export interface DialogItem {
  readonly id: string;
  readonly needed: boolean;
  readonly answered: boolean;
}

/** A question that is open beside the status. Its identity is the item that opened it. */
export interface Dialog {
  readonly dialog: string;
  readonly purpose?: string;
  readonly openedBy: Hex;
  readonly opener: Side;
  /** Number of the item that opened it, in the opener's chain: only who had seen it can answer it. */
  readonly openedAs: number;
  readonly openedAt: Time;
  readonly waitsFor: Side;
  readonly items: readonly DialogItem[];
  /** The side that did not open it has spoken in it. */
  readonly heard: boolean;
  /** Conditions were proposed while it was open, or it was said that none would do (MLA-31). */
  readonly considered: boolean;
  /** What was proposed, for whoever agrees to it. */
  readonly terms?: Fields;
}

export interface ClosedDialog extends Dialog {
  readonly closedBy: Hex;
  readonly closedAt: Time;
  /** Answered by the verb that closes it; otherwise a decision made the question moot. */
  readonly answered: boolean;
  /** As the closing act says: `agreed`, `no_condition_possible`. */
  readonly outcome?: string;
}

/**
 * From which moment a period runs. `received`: the debtor's receipt of that item; until it is known,
 * `created` stands in.
 */
export interface Anchor {
  readonly from: 'created' | 'received' | 'date';
  readonly itemId: Hex;
  readonly at: Time;
}

export type ObligationState = 'open' | 'contested' | 'discharged' | 'waived' | 'superseded';

export interface Obligation {
  /** `<item that opened it>/<timer>`. */
  readonly id: string;
  readonly timer: string;
  readonly paragraph: string;
  /** REMIND, or less where another rule-book governs (MLA-7). */
  readonly level: Level;
  readonly debtor: Side;
  readonly creditor: Side;
  readonly openedBy: Hex;
  readonly anchor: Anchor;
  /** Absent: the text gives a duty without a time, and neither profile nor instrument fills it in. */
  readonly period?: PeriodSpec;
  readonly periodFrom: 'text' | 'profile' | 'instrument' | 'date';
  readonly bound: TimerSpec['bound'];
  /** Fixed UTC offset, in minutes, by which the debtor counts days. */
  readonly offsetMinutes: number;
  readonly state: ObligationState;
  readonly by?: Hex;
}

export interface Caveat {
  /** `<item that imposed it>/<caveat or its own id>`. */
  readonly id: string;
  readonly caveat: string;
  readonly paragraph: string;
  readonly imposer: Side;
  readonly binds: Side;
  readonly imposedBy: Hex;
  /** How it weighs under the regime of the case (MLA-7). */
  readonly level: Level;
  /** Machine part, as the act states it: until, purposes, objects, onward. */
  readonly terms: Fields;
  /** The day on which it ends by itself, as its imposer said. No clock ends it in the fold (D-18). */
  readonly until?: string;
  /** Scopes to which the imposer has since agreed, by the item that says so (MLA-24). */
  readonly widenedBy: readonly Hex[];
}

/** `itemId` is the item that agreed, `terms` what the one that proposed said in its act. */
export interface Agreement {
  readonly subject: string;
  readonly itemId: Hex;
  readonly terms: Fields;
}

export interface Link {
  readonly caseId: Hex;
  readonly relation: string;
  readonly itemId: Hex;
}

/** The end of one side's chain, as far as it is placed. */
export interface ChainTip {
  readonly sequence: number;
  readonly last?: Hex;
}

/**
 * A case: what its items say it is, the same for both sides whatever the order in which they came. Never
 * stored as truth. What has ended leaves the open lists; the members marked as history are computed when
 * read, at the cost of the length of the case.
 */
export interface Case {
  readonly machine: 1;
  readonly caseId: Hex;
  readonly instrument: Hex;
  readonly catalogue: Hex;
  readonly kind: string;
  readonly urgency: Urgency;
  readonly exercise: boolean;
  readonly openedBy: Hex;
  readonly openedAt: Time;
  readonly opener: Side;
  /** The desks that hold the case now. */
  readonly requesting: Address;
  readonly requested: Address;
  readonly regime?: Regime;
  readonly status: Status;
  readonly phase?: string;
  /** Sides that have closed the case for themselves; `closed` is both. */
  readonly closedBy: readonly Side[];
  /** Whom the oldest open question waits for. */
  readonly waitingOn: Side | 'nobody';
  readonly measures: readonly Part[];
  readonly conditions: readonly Condition[];
  readonly dialogs: readonly Dialog[];
  readonly obligations: readonly Obligation[];
  readonly caveats: readonly Caveat[];
  readonly agreements: readonly Agreement[];
  readonly links: readonly Link[];
  readonly chains: Readonly<Record<Side, ChainTip>>;
  /** Ids of items that wait for one before them, sorted. */
  readonly waiting: readonly Hex[];
  /** Sides that wrote two items with one number: the case stands before the fork, and can only be closed. */
  readonly forked: readonly Side[];
  readonly digest: Hex;
  /** History. */
  readonly placed: readonly PlacedItem[];
  readonly flags: readonly { readonly itemId: Hex; readonly paragraph: string }[];
  readonly overtaken: readonly Hex[];
  readonly settledObligations: readonly Obligation[];
  readonly closedDialogs: readonly ClosedDialog[];
  readonly endedCaveats: readonly (Caveat & { readonly endedBy: Hex })[];
  /** For the fold alone. */
  readonly history: History;
}

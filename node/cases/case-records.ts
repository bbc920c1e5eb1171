import type { CaseStatus } from '../../protocol/control/statuses.ts';
import type { Side, Urgency } from '../../protocol/convention/instrument.ts';
import type { Hex, Time } from '../../protocol/value.ts';

/** Whose chain an item stands in, seen from this node. */
export type Origin = 'own' | 'partner';

/** The last item of a chain that has its place in the case. */
export interface LastItem {
  readonly itemId: Hex;
  readonly verb: string;
  /** It was rejected or set aside: it stands there and has no effect. */
  readonly void?: true;
}

/**
 * What is stored of a case beside its items: a cache for lists, stamped with the version of the fold that
 * made it. The items alone are the truth.
 */
export interface CaseSummary {
  readonly machine: number;
  readonly caseId: Hex;
  readonly partner: string;
  /** Absent while the opening has not come: then nobody is shown the case. */
  readonly opened?: OpenedSummary;
  /** This office's own file number. It never leaves. */
  readonly ownReference?: string;
  /** Items of the partner that an officer has opened at least once. */
  readonly itemsRead: number;
  /** Keys under which the case stands in the lists. */
  readonly listed: readonly string[];
}

/** What is due first in a case, and who owes it. */
export interface OwedFirst {
  readonly debtor: Side;
  readonly timer: string;
  readonly paragraph: string;
}

export interface OpenedSummary {
  readonly reference: string;
  readonly kind: string;
  readonly side: Side;
  readonly status: CaseStatus;
  readonly phase?: string;
  readonly urgency: Urgency;
  readonly exercise?: true;
  readonly waitingOn: Side | 'nobody';
  readonly openedAt: Time;
  readonly updatedAt: Time;
  readonly dueAt?: Time;
  readonly owed?: OwedFirst;
  /** Desks of this node that the case has been with: their officers see it. */
  readonly desks: readonly string[];
  /** Items of the partner that can be read, those that wait included. */
  readonly itemsReceived: number;
  readonly last: Readonly<Partial<Record<Origin, LastItem>>>;
}

/** What stands beside an item in its chain. */
export interface ChainFacts {
  readonly itemId: Hex;
  /** Rejected or quarantined: it takes its place and has no effect. */
  readonly void?: true;
  /** Rejected on arrival: nothing but its header is ever read. */
  readonly unread?: true;
  readonly apart?: Apart;
}

/**
 * Why an item stands beside its chain. `displaced`: an own one, of which the partner holds another at its
 * place; it is no part of the case. `forked`: the partner's node has receipted both.
 */
export type Apart = 'displaced' | 'forked';

/** Where an item stands, found by its id. */
export interface ItemPlace {
  readonly caseId: Hex;
  readonly origin: Origin;
  readonly sequence: number;
  /** It stands beside the chain, at the place that another one has. */
  readonly apart?: true;
}

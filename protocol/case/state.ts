import type { SaidFact } from '../convention/facts.ts';
import type { Side, Status, Urgency } from '../convention/instrument.ts';
import type { Regime } from '../item/act.ts';
import type { Address } from '../item/address.ts';
import type { Fields, Hex, Time } from '../value.ts';
import type { Agreement, Caveat, ClosedDialog, Condition, Dialog, Link, Obligation, Part } from './case.ts';
import { digestBeforeOpening } from './digest.ts';
import type { Trail } from './trail.ts';

/** What the opening item fixes for ever. */
export interface Frame {
  readonly caseId: Hex;
  readonly instrument: Hex;
  readonly catalogue: Hex;
  readonly kind: string;
  readonly urgency: Urgency;
  readonly exercise: boolean;
  readonly openedBy: Hex;
  readonly openedAt: Time;
  readonly opener: Side;
  readonly parties: Readonly<Record<Side, string>>;
  /** The content of the opening act. */
  readonly opening: Fields;
}

export interface EndedCaveat extends Caveat {
  readonly endedBy: Hex;
}

export interface Furnished {
  readonly id: string;
  readonly by: Side;
}

export interface StatusChange {
  readonly status: Status;
  readonly at: Time;
}

/**
 * A case between two items. Never changed: each item makes a new one that shares what it left alone, so that
 * every state in the history can be kept and gone back to.
 */
export interface CaseState {
  readonly frame: Frame;
  readonly status: Status;
  readonly phase?: string;
  /** The phase before the present one, for a step back. */
  readonly phaseBefore?: string;
  readonly regime?: Regime;
  /** An ACCEPT, or what counts as one, has been effective. */
  readonly granted: boolean;
  readonly closedBy: readonly Side[];
  readonly addresses: Readonly<Record<Side, Address>>;
  readonly parts: readonly Part[];
  readonly conditions: readonly Condition[];
  readonly dialogs: readonly Dialog[];
  readonly obligations: readonly Obligation[];
  readonly caveats: readonly Caveat[];
  readonly agreements: readonly Agreement[];
  readonly links: readonly Link[];
  /** The last effective act of each verb and side, the oldest first. */
  readonly said: readonly SaidFact[];
  /**
   * By dialog and purpose, the last one that closed; a consultation that counted is not forgotten for one
   * that did not.
   */
  readonly lastClosed: Readonly<Record<string, ClosedDialog>>;
  /** Timers that have been started anew once already (`restartedOnceBy`), as `<obligation>`. */
  readonly restarted: readonly string[];
  /** Ids of objects furnished by either side. */
  readonly furnished: Trail<Furnished> | undefined;
  readonly statuses: Trail<StatusChange> | undefined;
  readonly settledObligations: Trail<Obligation> | undefined;
  readonly closedDialogs: Trail<ClosedDialog> | undefined;
  readonly endedCaveats: Trail<EndedCaveat> | undefined;
  readonly digest: Hex;
}

/** The case before its first item. The addresses are those of the opening. */
export function emptyState(frame: Frame, addresses: Readonly<Record<Side, Address>>): CaseState {
  return {
    frame,
    status: 'received',
    granted: false,
    closedBy: [],
    addresses,
    parts: [],
    conditions: [],
    dialogs: [],
    obligations: [],
    caveats: [],
    agreements: [],
    links: [],
    said: [],
    lastClosed: {},
    restarted: [],
    furnished: undefined,
    statuses: undefined,
    settledObligations: undefined,
    closedDialogs: undefined,
    endedCaveats: undefined,
    digest: digestBeforeOpening(frame.caseId, frame.instrument),
  };
}

export function otherSide(side: Side): Side {
  return side === 'requesting' ? 'requested' : 'requesting';
}

/** What a side may say goes by this: who has closed the case for itself stands in `closed`. */
export function statusFor(state: Pick<CaseState, 'status' | 'closedBy'>, side: Side): Status {
  return state.closedBy.includes(side) ? 'closed' : state.status;
}

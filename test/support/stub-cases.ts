import type { Evidence } from '../../protocol/delivery/statements.ts';
import type { VerifiedItem } from '../../protocol/item/verify.ts';
import type { RejectionCode } from '../../protocol/rejection.ts';
import type { Hex } from '../../protocol/value.ts';

/** Keeps items as the cases do, in the commit that it is handed, and knows no convention. */
export interface StubCases {
  /** In the order in which they came. */
  readonly received: VerifiedItem[];
  readonly passedOver: Hex[];
  readonly evidence: Evidence[];
  readonly late: Evidence[];
  readonly relayed: Hex[];
  /** Own items that a partner gave back, and how it had answered them. */
  readonly takenBack: [Hex, 'receipt' | 'rejection'][];
  /** Partners whose numbers never came, and how many. */
  readonly missing: [string, number][];
  /** What the case says to an item, instead of taking it. */
  refuse?: (item: VerifiedItem) => RejectionCode | undefined;
  /** Runs while an item is taken in, before its commit. */
  meanwhile?: ((item: VerifiedItem) => Promise<void>) | undefined;
}

export function stubCases(): StubCases {
  return { received: [], passedOver: [], evidence: [], late: [], relayed: [], takenBack: [], missing: [] };
}

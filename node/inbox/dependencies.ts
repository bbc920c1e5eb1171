import type { Meter } from '../../protocol/costs.ts';
import type { Urgency } from '../../protocol/convention/instrument.ts';
import type { Evidence } from '../../protocol/delivery/statements.ts';
import type { PublicKey, Signer } from '../../protocol/identity/keys.ts';
import type { Signed } from '../../protocol/identity/signed.ts';
import type { Act } from '../../protocol/item/act.ts';
import type { SealedItem } from '../../protocol/item/item.ts';
import type { Keyring, VerifiedItem } from '../../protocol/item/verify.ts';
import type { RejectionCode } from '../../protocol/rejection.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { SteadyClock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Change, Operation } from '../storage/change.ts';
import type { Store } from '../storage/store.ts';

/** What the inbox needs of the rest of the node; `node.ts` hands it in. */
export interface InboxDependencies {
  readonly network: string;
  /** Code of the party that this node serves. */
  readonly party: string;
  readonly store: Store;
  readonly clock: SteadyClock;
  readonly log: Log;
  readonly directory: KnownKeys;
  readonly cases: ItemSink;
  /** What a partner has decided later of an item of ours. */
  readonly rejections: RejectionSink;
  /** Queues a statement for a partner: what is to be committed for it, and called then. */
  readonly send: (party: string, statement: Told, lane: Urgency) => Sending;
  /** Notes the number that an own item once had, so that a partner who loses it later is given it again. */
  readonly recall: (party: string, item: SealedItem, place: Place) => Sending;
  /** A partner has signed two items for one place of its chain: the one that stands there, and this one. */
  readonly forked: (standing: Hex, item: SealedItem) => Promise<void>;
  /** Whether this node was restored, and this partner has not yet given back all that it has. */
  readonly isRecovering: (party: string) => boolean;
  /** A partner's numbers that never came, though they were asked for. */
  readonly missing: (party: string, count: number) => void;
  /** Counts what a partner delivers in vain. */
  readonly meterFor: (party: string) => Meter;
  /** An earlier answer as it goes out now: signed again where its key was revoked since. */
  readonly signedAgain: (kind: 'receipt' | 'rejection', signed: Signed) => Signed;
  /** The key that signs receipts and rejections. */
  readonly receiptKey: () => Signer;
}

/** Of a number in a link. */
export interface Place {
  readonly epoch: Hex;
  readonly number: number;
}

/** A rejection that this node decided after arrival. */
export interface Told {
  readonly kind: 'rejection';
  readonly statement: Signed;
}

export interface Sending {
  readonly operations: readonly Operation[];
  readonly committed: () => void;
}

export interface KnownKeys {
  /** Whether a profile that an item pins is on file. */
  hasProfile(digest: Hex): boolean;
  keyring(party: string): Keyring;
  /** Whether a party is this one, or one whose State key was compared by an operator. */
  isCompared(party: string): boolean;
  /** The key with this id by which the party's node signed statements at this time. */
  statementKey(party: string, keyId: Hex, at: Time): PublicKey | undefined;
}

/** What became of an authentic item. Only `placed` and `waiting` commit anything. */
export type Arrival =
  | { readonly outcome: 'placed' | 'waiting' | 'duplicate' | 'busy' }
  | { readonly outcome: 'rejected'; readonly code: RejectionCode; readonly standing?: Hex };

/** Puts items into their cases. Each call commits `extra` with what it writes itself, in one batch. */
export interface ItemSink {
  /** @param extraFor what is committed with it, given whether the item has its place or waits for one. */
  receive(item: VerifiedItem, extraFor: (placed: boolean) => Change): Promise<Arrival>;
  /**
   * An authentic item that is rejected keeps its place in the chain, without effect. `busy`: too much of its
   * case waits already; nothing is written.
   */
  passOver(passed: SealedItem, extra: Change): Promise<'passed' | 'busy'>;
  takeEvidence(
    statement: { readonly party: string; readonly evidence: Evidence; readonly signed: Signed },
    extra: Change,
  ): Promise<boolean>;
  /** The second of two items for one place, both of which this node has receipted. */
  keepFork(item: VerifiedItem, extra: Change): Promise<void>;
  envelope(itemId: Hex): Promise<{ readonly bytes: Uint8Array; readonly withheld: boolean } | undefined>;
  /**
   * An own item that this node lost and its partner still has, with the answer that it got; without its act
   * if that is nothing that this node can read, and it was rejected.
   */
  takeBack(
    item: SealedItem & { readonly act?: Act },
    answered: 'receipt' | 'rejection',
    extra: Change,
  ): Promise<void>;
}

export interface RejectionSink {
  /** @param extra is committed with what is kept of the rejection, or alone. */
  rejectedLater(party: string, rejection: Signed, extra: Change): Promise<void>;
}

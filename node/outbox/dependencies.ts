import type { Rejected } from '../../protocol/delivery/messages.ts';
import type { Evidence } from '../../protocol/delivery/statements.ts';
import type { PublicKey, Signer } from '../../protocol/identity/keys.ts';
import type { Signed } from '../../protocol/identity/signed.ts';
import type { SealedItem } from '../../protocol/item/item.ts';
import type { VerifiedItem } from '../../protocol/item/verify.ts';
import type { LaneTimes } from '../../protocol/limits.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { SteadyClock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Change } from '../storage/change.ts';
import type { Store } from '../storage/store.ts';

/** What the outbox needs of the rest of the node; `node.ts` hands it in. */
export interface OutboxDependencies {
  readonly network: string;
  /** Code of the party that this node serves. */
  readonly party: string;
  readonly store: Store;
  readonly clock: SteadyClock;
  readonly log: Log;
  readonly laneTimes: LaneTimes;
  /** The key with this id by which the party's node signed statements at this time. */
  readonly statementKey: (party: string, keyId: Hex, at: Time) => PublicKey | undefined;
  /** The key that signs what this node says of its own items: a delay, a failed delivery. */
  readonly signer: () => Signer;
  readonly items: OwnItems;
  /** Id of the last restore of the store: numbers that were given before it are not continued. */
  readonly restoration: Hex | undefined;
  /** The partner has another item of this node at the place of one that it rejects. */
  readonly forked: (standing: Uint8Array, item: SealedItem) => Promise<void>;
  /** That other item, if what the partner shows proves that it has receipted it. */
  readonly standing: (item: SealedItem, shown: NonNullable<Rejected['standing']>) => VerifiedItem | undefined;
  /** Sends profiles to a partner who cannot verify an item without them. */
  readonly giveProfiles: (party: string, digests: readonly Hex[]) => void;
  /** Hears of what no task was made to throw. */
  readonly onBug: (error: unknown) => void;
}

/** This node's own items, of which the cases are the keeper. */
export interface OwnItems {
  /** The whole item, or without its body once that was erased. */
  envelope(itemId: Hex): Promise<{ readonly bytes: Uint8Array; readonly withheld: boolean } | undefined>;
  /** What was signed with a key that is revoked since is signed again as it goes out. */
  readonly signedAgain: {
    item(bytes: Uint8Array, partner: string): Uint8Array;
    isStale(bytes: Uint8Array): boolean;
    statement(kind: 'rejection' | 'evidence', signed: Signed): Signed;
  };
  /** The partner's node has it; that is stored. */
  relayed(itemId: Hex): Promise<void> | void;
  /**
   * The partner's node will not take it: commits `extra` with what that does to its case.
   *
   * @param standing has its place there
   */
  passOver(passed: SealedItem, extra: Change, standing?: VerifiedItem): Promise<void>;
  /** There is no receipt in time: commits `extra` with what is kept of that. */
  takeLateness(
    statement: { readonly party: string; readonly evidence: Evidence; readonly signed: Signed },
    extra: Change,
  ): Promise<void>;
}

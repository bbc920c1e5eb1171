import type { Caller } from '../../protocol/control/handlers.ts';
import type { Delivery } from '../../protocol/control/types.ts';
import type { Urgency } from '../../protocol/convention/instrument.ts';
import type { Signer } from '../../protocol/identity/keys.ts';
import type { Profile } from '../../protocol/identity/profile.ts';
import type { Signed } from '../../protocol/identity/signed.ts';
import type { Header } from '../../protocol/item/header.ts';
import type { LaneTimes } from '../../protocol/limits.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Operation } from '../storage/change.ts';
import type { Store } from '../storage/store.ts';

/** What the cases need of the rest of the node; `node.ts` hands it in. */
export interface CasesDependencies {
  readonly network: string;
  /** Code of the party that this node serves. */
  readonly party: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly laneTimes: LaneTimes;
  readonly log: Log;
  readonly directory: Directory;
  readonly officers: SigningOfficers;
  readonly outbox: Outbox;
  readonly receipts: Receipts;
  readonly keys: SigningKeys;
}

/** The data keys of the cases, and one of them. */
export type CaseKeys = Store['caseKeys'];
export type CaseKey = NonNullable<Awaited<ReturnType<CaseKeys['find']>>>;

export interface KnownProfile {
  readonly profile: Profile;
  readonly digest: Hex;
}

export interface Directory {
  own(): KnownProfile;
  /**
   * The current profile of a partner with whom this node works.
   * @throws ComityError `unknown-state`, or `unavailable` while the partner is suspended.
   */
  partner(party: string): KnownProfile;
  /** A profile of any version and party, if it is on file. */
  byDigest(digest: Hex): Profile | undefined;
  /** The operations that note that something rests on this version, for the commit of what does. */
  use(digest: Hex): readonly Operation[];
}

/** Who asks, as the session says. */
export type Officer = Pick<Caller, 'officerId' | 'roles' | 'desks'>;

export interface HeldCertificate {
  readonly certificateId: Hex;
  readonly desk: string;
  readonly signed: Signed;
}

export interface SigningOfficers {
  /** Who signs by this certificate, if it is good now and its officer has not been removed. */
  signingBy(
    certificateId: Hex,
  ): { readonly officer: { readonly id: Hex }; readonly certificate: HeldCertificate } | undefined;
  byId(
    officerId: Hex,
  ): { readonly name: string; readonly certificates: readonly HeldCertificate[] } | undefined;
}

/** What goes to a partner under a number of its own. An item is read by its id when its turn has come. */
export type Parcel =
  | { readonly kind: 'item'; readonly itemId: Hex; readonly item: Uint8Array; readonly header: Header }
  | { readonly kind: 'evidence'; readonly statement: Signed };

export interface Outbox {
  /** The operations that queue a parcel, to be committed together with what it says. */
  queue(party: string, parcel: Parcel, lane: Urgency): { readonly operations: readonly Operation[] };
  /** To be called once they are committed. */
  wake(party: string): void;
  /** False while a restored node still has to hear from this partner what it had written. */
  mayWrite(party: string): boolean;
}

/**
 * What the receiving node has said of an item on its arrival: the partner's of ours, this one's of the
 * partner's.
 */
export interface Receipts {
  /** Of several items at once; what is missing has no receipt. */
  receipts(itemIds: readonly Hex[]): Promise<ReadonlyMap<Hex, ReceiptFacts>>;
  /** The receipt of one item, as it was signed. */
  signed(itemId: Hex): Promise<Signed | undefined>;
  /**
   * How far an item of this node has come; answers once it is no longer queued, at the latest after `waitMs`.
   */
  delivery(itemId: Hex, waitMs: number): Promise<Omit<Delivery, 'itemId'>>;
}

export interface ReceiptFacts {
  readonly by: string;
  readonly at: Time;
  /** The desk that had it at once; of an item that waited, evidence of delivery comes later. */
  readonly authority?: string;
}

export interface SigningKeys {
  /** The key of a desk that signs headers. @throws ComityError `unavailable` if the node has none for it. */
  authority(desk: string): Signer;
  /** The key that signs receipts and later evidence. */
  receipt(): Signer;
}

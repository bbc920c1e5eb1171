import type { Signed } from '../protocol/identity/signed.ts';
import type { SealedItem } from '../protocol/item/item.ts';
import type { VerifiedItem } from '../protocol/item/verify.ts';
import type { Directory } from './directory/directory.ts';
import { admitItem, openBytes } from './inbox/admit.ts';
import { answeredBefore } from './inbox/answered-before.ts';

/** What a partner shows that rejects an own item because another one has its place. */
export interface Shown {
  readonly item: Uint8Array;
  readonly receipt: Signed;
}

export interface StandingDependencies {
  readonly network: string;
  readonly party: string;
  readonly directory: Pick<Directory, 'byDigest' | 'keyring' | 'pin' | 'statementKey'>;
}

/**
 * The own item that a partner holds at the place of another one, if it proves that: the item verifies as one
 * of this node, for that partner and that place, and the partner has receipted it. Undefined for all else.
 */
export function standingItem(
  { network, party, directory }: StandingDependencies,
  { id, header }: SealedItem,
  { item: bytes, receipt }: Shown,
): VerifiedItem | undefined {
  const opened = openBytes(bytes);
  const partner = header.recipient.party;
  const hasProfile = (digest: string): boolean => directory.byDigest(digest) !== undefined;
  const keys = {
    hasProfile,
    keyring: (of: string) => directory.keyring(of),
    statementKey: directory.statementKey.bind(directory),
    isCompared: (of: string) => of === party || directory.pin(of) !== undefined,
  };
  const admission = admitItem(
    { network, party, directory: keys },
    // Its time was judged by the partner, who has receipted it.
    { opened, sender: party, recipient: partner, withheld: true, now: Number.MAX_SAFE_INTEGER },
  );
  if (admission.admitted !== 'verified') return undefined;
  const { item } = admission;
  const isThere = item.header.caseId === header.caseId && item.header.sequence === header.sequence;
  const between = { sealed: item, receiver: partner, sender: party };
  const answer = answeredBefore({ network, directory: keys }, receipt, between);
  return isThere && item.id !== id && answer?.kind === 'receipt' ? item : undefined;
}

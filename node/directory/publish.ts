import { ComityError } from '../../protocol/errors.ts';
import { DRAFT_DAYS } from '../../protocol/identity/next-profile.ts';
import { openProfile, type Profile } from '../../protocol/identity/profile.ts';
import { successorsOf } from '../../protocol/identity/state-key.ts';
import type { Hex } from '../../protocol/value.ts';
import type { SharedBook } from './dependencies.ts';
import type { KnownProfile } from './known-profile.ts';
import { awaitedPartners } from './own-version.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The next version of this node's own profile, signed by the State key. */
export interface Publication {
  readonly bytes: Uint8Array;
  /** Whether this node holds the private key of a public one. */
  readonly holds: (publicKey: Hex) => boolean;
  /** Changes over to the next node key though not all partners have said that they know it. */
  readonly force?: boolean;
  /** The former State key is lost and has not handed over: every partner has to pin the new one. */
  readonly stateKeyLost?: boolean;
}

/** The version that the next one follows: the own one, or a later one that others have of this party. */
export function latestOwn({ book, own }: Pick<SharedBook, 'book' | 'own'>): KnownProfile {
  const { rival } = book;
  return rival !== undefined && rival.version > own().version ? rival : own();
}

/** The two versions that the next one has to name, if the State key has signed two of one. */
export function contradictedOwn({ book, own }: Pick<SharedBook, 'book' | 'own'>): Hex[] {
  const { rival } = book;
  return rival?.version === own().version ? [own().digest, rival.digest].sort() : [];
}

/** Takes up the next version of the own profile, and tells partners. @throws ComityError `refused`, … */
export async function publish(
  shared: SharedBook,
  publication: Publication,
  actor: string,
): Promise<KnownProfile> {
  const { book, clock, changed, own } = shared;
  const { profile, digest, bytes } = openProfile(publication.bytes);
  if (digest === own().digest) return own();
  const wrong = whyNotNext(shared, profile, publication);
  if (wrong !== undefined) throw new ComityError('refused', `The profile was not published: ${wrong}`);
  const replaced = profile.stateKey.publicKey !== own().profile.stateKey.publicKey;
  const moved = profile.node.peerId !== own().profile.node.peerId;
  const detail = {
    version: profile.version,
    ...(replaced && { stateKey: publication.stateKeyLost === true ? 'lost' : 'handed-over' }),
    ...(moved && { nodeKey: publication.force === true ? 'forced' : 'changed' }),
  };
  const event = { type: 'profile.published', at: clock.now(), subject: digest, actor, detail };
  await book.enter({ own: digest, rival: {}, profiles: [{ digest, bytes }] }, event);
  changed(profile.party);
  return own();
}

function whyNotNext(shared: SharedBook, next: Profile, publication: Publication): string | undefined {
  // By then the keys that this node signs with meanwhile would have been retired before they signed.
  const age = shared.clock.now() - next.issuedAt;
  if (age > DRAFT_DAYS * DAY_MS) return `its draft is older than ${DRAFT_DAYS} days: make a new one.`;
  const { party, network } = shared.own().profile;
  if (next.party !== party || next.network !== network) return 'it is of another party or another network.';
  return (
    whyNotSigned(shared, next, publication) ??
    whyNotFollowing(shared, next) ??
    whyNotHeld(next, publication) ??
    whyNotMoving(shared, next, publication)
  );
}

function whyNotSigned(
  { own }: SharedBook,
  next: Profile,
  { stateKeyLost = false }: Publication,
): string | undefined {
  const { publicKey } = own().profile.stateKey;
  if (stateKeyLost || successorsOf(publicKey, next) !== undefined) return undefined;
  return 'neither the present State key has signed it, nor one to which that has handed over.';
}

function whyNotFollowing(shared: SharedBook, next: Profile): string | undefined {
  const latest = latestOwn(shared);
  if (next.version !== latest.version + 1 || next.previous !== latest.digest) {
    return `it has to be version ${latest.version + 1} and to follow the present one: make a new draft.`;
  }
  const names = contradictedOwn(shared).every((digest) => next.supersedes.includes(digest));
  return names ? undefined : 'it has to name the two versions that contradict each other: make a new draft.';
}

function whyNotHeld({ node, desks }: Profile, { holds }: Publication): string | undefined {
  const nodeKey = node.peerId.slice(-KEY_DIGITS);
  const usable = [nodeKey, node.nextPeerId?.slice(-KEY_DIGITS) ?? nodeKey];
  if (!usable.every(holds)) return 'it names a node key that is not in the keystore of this node.';
  const open = [node.receiptKeys, node.recordKeys, ...desks.map(({ keys }) => keys)];
  const without = open.some((keys) => {
    const signing = keys.filter(({ until, revokedAt }) => until === undefined && revokedAt === undefined);
    return (keys.length > 0 && signing.length === 0) || !signing.every(({ publicKey }) => holds(publicKey));
  });
  return without
    ? 'a desk or the node would have no key that this node holds, or one that it does not.'
    : undefined;
}

/** Of an Ed25519 public key at the end of a PeerId. */
const KEY_DIGITS = 64;

function whyNotMoving(shared: SharedBook, next: Profile, { force = false }: Publication): string | undefined {
  const { node } = shared.own().profile;
  if (next.node.peerId === node.peerId || force) return undefined;
  if (next.node.peerId !== node.nextPeerId) return 'it names a node key that was not announced before.';
  const awaited = awaitedPartners(shared);
  if (awaited.length === 0) return undefined;
  return `${awaited.join(', ')} have not said that they know the next node key: wait, or use --force.`;
}

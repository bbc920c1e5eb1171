import type { Warning } from '../../protocol/control/warnings.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { Keyring } from '../../protocol/item/verify.ts';
import { coversTime, keyById } from '../../protocol/identity/key.ts';
import { deskKey } from '../../protocol/identity/desk.ts';
import type { Profile } from '../../protocol/identity/profile.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import { createApprovals, type Approvals } from './approvals.ts';
import { DirectoryBook } from './book.ts';
import type { DirectoryDependencies } from './dependencies.ts';
import type { Candidate, KnownProfile, Pin } from './pin.ts';
import { createIntake, type Intake } from './intake.ts';
import { warningsAbout, warningsOf } from './warnings.ts';

/** Nothing on this machine can mend it. */
const WHO_HELPS = 'keep a copy of the home as it is, and ask whoever maintains this node';

/** One profile as the exchange of directories names it. */
export interface ProfileVersion {
  readonly party: string;
  readonly version: number;
  readonly digest: Hex;
}

/** Who the partners are, by what keys they are known, and what is on file of them. */
export interface Directory extends Intake, Approvals {
  own(): KnownProfile;
  pins(): readonly Pin[];
  candidates(): readonly Candidate[];
  pin(party: string): Pin | undefined;
  /**
   * The profile that is gone by of a partner with whom this node works.
   * @throws ComityError `unknown-state`; `unavailable` while the partner is suspended or its profiles
   * contradict.
   */
  partner(party: string): KnownProfile;
  /** A profile of this node or of a pinned party, of any version. */
  byDigest(digest: Hex): Profile | undefined;
  /** The same as it is passed on. */
  signedProfile(digest: Hex): Uint8Array | undefined;
  /**
   * Deny by default: the party whose current profile names this PeerId (multihash), if it is pinned and not
   * suspended.
   */
  admitted(peerId: Hex): string | undefined;
  /** Keys of one party's desks, by the profile that an item pins; none that its party has revoked since. */
  keyring(party: string): Keyring;
  /**
   * The key with this id by which a party's node signed receipts and the like at this time; none that is
   * revoked.
   */
  statementKey(party: string, keyId: Hex, at: Time): Hex | undefined;
  /** What this node can pass on: its own profile and those of its partners, ascending by party. */
  inventory(): ProfileVersion[];
  /** Which of these another node should send: what is newer, or of a party that is not known. */
  wanted(inventory: readonly ProfileVersion[]): Hex[];
  /** The profile that is gone by, or, while that is in doubt, one of those on file. */
  latestOf(pin: Pin): KnownProfile;
  /** What an operator should know. */
  warnings(): Warning[];
  warningsAbout(pin: Pin): Warning[];
  /** Called with the code of a party whose profile or admission has changed, this node's own included. */
  onChanged(listener: (party: string) => void): void;
}

/** @throws ComityError `damaged` if there is no own profile. */
export async function openDirectory(dependencies: DirectoryDependencies): Promise<Directory> {
  const book = new DirectoryBook(dependencies.store);
  await book.load();
  dependencies.store.onReopened(() => void book.load());
  const listeners: ((party: string) => void)[] = [];
  const changed = (party: string): void => {
    for (const listener of listeners) listener(party);
  };
  const own = (): KnownProfile => ownProfile(book);
  own();
  return {
    ...createIntake({ ...dependencies, book, own, changed }),
    ...createApprovals({ ...dependencies, book, own, changed }),
    own,
    pins: () => book.pins,
    candidates: () => book.candidates,
    pin: (party) => book.pin(party),
    partner: (party) => partnerProfile(book, party),
    byDigest: (digest) => book.profile(digest)?.profile,
    signedProfile: (digest) => book.profile(digest)?.bytes,
    admitted: (peerId) => admittedParty(book, peerId),
    keyring: (party) => createKeyring(book, party),
    statementKey: (party, keyId, at) => statementKey(book, party, { keyId, at }),
    inventory: () => inventoryOf(book),
    wanted: (inventory) => inventory.filter((entry) => isWanted(book, entry)).map(({ digest }) => digest),
    latestOf: (pin) => latestOf(book, pin),
    warnings: () => warningsOf(book, dependencies.clock.now()),
    warningsAbout: (pin) => warningsAbout(book, pin, dependencies.clock.now()),
    onChanged: (listener) => listeners.push(listener),
  };
}

function ownProfile(book: DirectoryBook): KnownProfile {
  const { own } = book;
  if (own === undefined) {
    throw new ComityError('damaged', `This home has no profile of its own — ${WHO_HELPS}.`);
  }
  return own;
}

function partnerProfile(book: DirectoryBook, party: string): KnownProfile {
  const pin = book.pin(party);
  if (pin === undefined) {
    const sentence = `There is no partner ${party} — see: comity partners, comity partner add.`;
    throw new ComityError('unknown-state', sentence);
  }
  if (pin.suspended) {
    throw new ComityError(
      'unavailable',
      `${party} is suspended — nothing goes there, and this release has no command that resumes it.`,
    );
  }
  const current = book.currentOf(pin);
  if (current === undefined) {
    const sentence = `The profiles of ${party} contradict each other — an operator has to settle it with ${party}.`;
    throw new ComityError('unavailable', sentence);
  }
  return current;
}

function latestOf(book: DirectoryBook, pin: Pin): KnownProfile {
  const known = book.currentOf(pin) ?? book.profilesOf(pin.party)[0];
  if (known !== undefined) return known;
  throw new ComityError('damaged', `No profile of ${pin.party} is on file — ${WHO_HELPS}.`);
}

function admittedParty(book: DirectoryBook, peerId: Hex): string | undefined {
  return book.pins.find((pin) => {
    const node = pin.suspended ? undefined : book.currentOf(pin)?.profile.node;
    return node !== undefined && (node.peerId === peerId || node.nextPeerId === peerId);
  })?.party;
}

function createKeyring(book: DirectoryBook, party: string): Keyring {
  return {
    authorityKey: (digest, desk, keyId, at) => {
      const profile = book.profile(digest)?.profile;
      if (profile?.party !== party) return undefined;
      const key = deskKey(profile.desks, desk, keyId, at);
      // Whoever has a stolen key can write any time into a header: once revoked, it verifies nothing that is
      // new here.
      return key === undefined || book.isRevoked(party, keyId) ? undefined : key.publicKey;
    },
  };
}

/** Of any version of the profile: a receipt may come back years after the key was retired. */
function statementKey(
  book: DirectoryBook,
  party: string,
  { keyId, at }: { readonly keyId: Hex; readonly at: Time },
): Hex | undefined {
  if (book.isRevoked(party, keyId)) return undefined;
  for (const { profile } of book.profilesOf(party)) {
    const key = keyById(profile.node.receiptKeys, keyId);
    if (key !== undefined && coversTime(key, at)) return key.publicKey;
  }
  return undefined;
}

function inventoryOf(book: DirectoryBook): ProfileVersion[] {
  const partners = book.pins.map((pin) => book.currentOf(pin));
  const all = [book.own, ...partners].flatMap((known) =>
    known === undefined
      ? []
      : [{ party: known.profile.party, version: known.profile.version, digest: known.digest }],
  );
  return all.sort((a, b) => (a.party < b.party ? -1 : 1));
}

function isWanted(book: DirectoryBook, { party, version, digest }: ProfileVersion): boolean {
  if (party === book.own?.profile.party || book.profile(digest) !== undefined) return false;
  const pin = book.pin(party);
  if (pin !== undefined) return version >= pin.version && pin.settling !== digest;
  return !book
    .candidatesFor(party)
    .some((known) => known.digest === digest || known.profile.version > version);
}

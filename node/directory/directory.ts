import type { Warning } from '../../protocol/control/warnings.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { Keyring } from '../../protocol/item/verify.ts';
import type { Profile } from '../../protocol/identity/profile.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { Operation } from '../storage/change.ts';
import { admittedParty, retiredParty } from './admission.ts';
import { createAllowance } from './allowance.ts';
import { createApprovals, stateKeysKnown, type Approvals } from './approvals.ts';
import { DirectoryBook } from './book.ts';
import type { DirectoryDependencies, SharedBook } from './dependencies.ts';
import { noteVersions } from './contradictions.ts';
import { contradictionProof, type ContradictionProof } from './contradiction-proof.ts';
import { createFloods } from './floods.ts';
import type { KnownProfile } from './known-profile.ts';
import { noteIntroducer } from './list-candidate.ts';
import { awaitedPartners, noteOwnVersion } from './own-version.ts';
import type { Candidate, Pin } from './pin.ts';
import { contradictedOwn, latestOwn } from './publish.ts';
import { createIntake, type Intake } from './intake.ts';
import { createKeyring, statementKey } from './keyring.ts';
import { lookAlikesOf } from './look-alikes-of.ts';
import { noteExpiry } from './note-expiry.ts';
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
  /** The partner whose node once had this PeerId, by an earlier profile on file, and has another now. */
  retired(peerId: Hex): string | undefined;
  /** Keys of one party's desks, by the profile that an item pins; none that its party has revoked since. */
  keyring(party: string): Keyring;
  /**
   * The key with this id by which a party's node signed receipts and the like at this time; none that is
   * revoked.
   */
  statementKey(party: string, keyId: Hex, at: Time): Hex | undefined;
  /** What this node can pass on: its own profile and those of its partners, ascending by party. */
  inventory(): ProfileVersion[];
  /**
   * Which of these a partner should send: what is newer, or of a party that is not known. Resolves once there
   * is room for what this partner may bring, and takes note of what else its inventory says.
   */
  wanted(inventory: readonly ProfileVersion[], partner: string, signal: AbortSignal): Promise<Hex[]>;
  /** The same at once, of an inventory of which note was taken. */
  missing(inventory: readonly ProfileVersion[], partner: string): Hex[];
  /** Resolves once this partner may bring another profile. @throws the reason of the signal */
  room(partner: string, signal: AbortSignal): Promise<void>;
  /** The operations that note that an item rests on this version, for the commit of the item. */
  use(digest: Hex): Operation[];
  /** Whether a candidate's State key was compared already, for another party of its State. */
  isKin(candidate: Candidate): boolean;
  /** What the next version of the own profile follows, and which versions it has to name. */
  nextFollows(): { readonly latest: KnownProfile; readonly supersedes: readonly Hex[] };
  /** Two profiles of one version that a partner has signed. @throws ComityError `unknown-state`, `conflict` */
  proof(party: string): ContradictionProof;
  /** Whether this partner has said that it has the present version of the own profile. */
  knowsOwn(party: string): boolean;
  /** Partners that have not said yet that they have the present version of the own profile. */
  awaited(): string[];
  /** The profile that is gone by, or, while that is in doubt, one of those on file. */
  latestOf(pin: Pin): KnownProfile;
  /** What an operator should know. */
  warnings(): Warning[];
  warningsAbout(pin: Pin): Warning[];
  /**
   * What the names in a profile look like that they are not, compared with States and with what this node and
   * its other partners call themselves.
   * @param desks whether those of desks are looked at too
   */
  lookAlikes(known: KnownProfile, desks: boolean): Warning[];
  /** Records once for each profile that it ends in less than 60, 30 and 7 days, and that it has ended. */
  noteExpiry(): Promise<void>;
  /** Takes note of what a partner says at the beginning of a session that it has. */
  noteVersions(party: string, profiles: readonly ProfileVersion[]): Promise<void>;
  /** Called with what an operator should hear of at once. */
  onAlarm(listener: (warning: Warning) => void): void;
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
  const alarms: ((warning: Warning) => void)[] = [];
  const alarm = (warning: Warning): void => {
    for (const listener of alarms) listener(warning);
  };
  const own = (): KnownProfile => ownProfile(book);
  own();
  const allowance = createAllowance(dependencies.clock);
  const floods = createFloods(dependencies);
  const shared: SharedBook = { ...dependencies, book, own, changed, alarm, allowance, floods };
  return {
    ...createIntake(shared),
    ...createApprovals(shared),
    own,
    pins: () => book.pins,
    candidates: () => book.candidates,
    pin: (party) => book.pin(party),
    partner: (party) => partnerProfile(book, party),
    byDigest: (digest) => book.profile(digest)?.profile,
    signedProfile: (digest) => book.profile(digest)?.bytes,
    admitted: (peerId) => admittedParty(book, peerId),
    retired: (peerId) => retiredParty(book, peerId),
    keyring: (party) => createKeyring(book, party),
    statementKey: (party, keyId, at) => statementKey(book, party, { keyId, at }),
    inventory: () => inventoryOf(book),
    wanted: (inventory, partner, signal) => wantedFrom(shared, inventory, { partner, signal }),
    missing: (inventory, partner) => missingFrom(shared, inventory, partner),
    room: (partner, signal) => roomFor(shared, partner, signal),
    use: (digest) => book.use(digest),
    isKin: ({ party, stateKey }) => stateKeysKnown(shared, party).includes(stateKey),
    nextFollows: () => ({ latest: latestOwn(shared), supersedes: contradictedOwn(shared) }),
    proof: (party) => contradictionProof(book, party),
    knowsOwn: (party) => (book.pin(party)?.hasOwnVersion ?? 0) >= own().version,
    awaited: () => awaitedPartners(shared),
    latestOf: (pin) => latestOf(book, pin),
    warnings: () => warningsOf(shared),
    warningsAbout: (pin) => warningsAbout(shared, pin),
    lookAlikes: (known, desks) => lookAlikesOf(book, known, desks),
    noteExpiry: () => noteExpiry(shared),
    noteVersions: (party, profiles) => noteVersions(shared, party, profiles),
    onAlarm: (listener) => alarms.push(listener),
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
      `${party} is suspended, and nothing goes there — an operator resumes it: comity partner resume ${party}.`,
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

function inventoryOf(book: DirectoryBook): ProfileVersion[] {
  const partners = book.pins.map((pin) => book.currentOf(pin));
  const all = [book.own, ...partners].flatMap((known) =>
    known === undefined ? [] : [{ party: known.party, version: known.version, digest: known.digest }],
  );
  return all.sort((a, b) => (a.party < b.party ? -1 : 1));
}

async function wantedFrom(
  shared: SharedBook,
  inventory: readonly ProfileVersion[],
  { partner, signal }: { readonly partner: string; readonly signal: AbortSignal },
): Promise<Hex[]> {
  const { allowance, book } = shared;
  allowance.spend(partner, inventory.length * ENTRY_COST_BYTES);
  await roomFor(shared, partner, signal);
  await noteOwnVersion(shared, partner, inventory);
  for (const { party, digest } of inventory) {
    const isShown = (one: Candidate): boolean => one.digest === digest;
    if (!book.candidatesFor(party).some(isShown)) continue;
    // By its turn the candidate may have been approved.
    await book.inTurn(async () => {
      const candidate = book.candidatesFor(party).find(isShown);
      if (candidate !== undefined) await noteIntroducer(shared, candidate, partner);
    });
  }
  return missingFrom(shared, inventory, partner);
}

function missingFrom(shared: SharedBook, inventory: readonly ProfileVersion[], partner: string): Hex[] {
  const { allowance, book } = shared;
  return [
    ...inventory.filter((entry) => isWanted(shared, entry, partner)).map(({ digest }) => digest),
    ...[...book.sought.values()].filter((digest) => book.profile(digest) === undefined),
  ].slice(0, allowance.roomFor(partner));
}

async function roomFor(
  { allowance, floods }: SharedBook,
  partner: string,
  signal: AbortSignal,
): Promise<void> {
  if (allowance.roomFor(partner) < 1) await floods.note(partner);
  await allowance.room(partner, signal);
}

/** What an entry of an inventory counts for: it is looked up. */
const ENTRY_COST_BYTES = 64;

function isWanted(
  { book, own, allowance }: SharedBook,
  { party, version, digest }: ProfileVersion,
  partner: string,
): boolean {
  if (book.profile(digest) !== undefined) return false;
  if (party === own().party) return version >= own().version && version >= (book.rival?.version ?? 0);
  const pin = book.pin(party);
  if (pin !== undefined)
    return version >= pin.version && pin.settling !== digest && allowance.roomFor(party) > 0;
  // A later version that somebody else has brought may be under another State key: it hides nothing.
  const isPast = (known: Candidate): boolean =>
    known.version > version && known.introducedBy.includes(partner);
  return !book.candidatesFor(party).some((known) => known.digest === digest || isPast(known));
}

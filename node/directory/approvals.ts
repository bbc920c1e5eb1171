import { ComityError } from '../../protocol/errors.ts';
import { fingerprintOf, parseFingerprint, sameFingerprint } from '../../protocol/identity/fingerprint.ts';
import { openProfile } from '../../protocol/identity/profile.ts';
import { successorsOf } from '../../protocol/identity/state-key.ts';
import type { RecordEvent } from '../storage/change.ts';
import { adopt } from './decide.ts';
import type { SharedBook } from './dependencies.ts';
import { assertPeerIdFree } from './intake.ts';
import { nameOf, stateOf, type Candidate, type KnownProfile, type Pin } from './pin.ts';

/** What only an operator decides. `actor` is the officer's id, for the record. */
export interface Approvals {
  /**
   * Pins the State key of a candidate against the fingerprint that the operator compared by another way. A
   * party of a State that is pinned with the same key needs none. Also says yes to the profile that settles a
   * fork.
   * @throws ComityError `unknown-state`, `usage`, `fingerprint-differs`, `conflict`.
   */
  approve(party: string, fingerprint: string | undefined, actor: string): Promise<Pin>;
  /** Pins another State key, where the old one was lost. Both stay on file. @throws the same */
  repin(party: string, fingerprint: string, actor: string): Promise<Pin>;
  /** @throws ComityError `unknown-state` */
  setSuspended(party: string, suspended: boolean, actor: string): Promise<Pin>;
  /**
   * Makes a signed profile this node's own, the next version of it. @throws ComityError `refused`,
   * `unauthentic`, …
   */
  publish(bytes: Uint8Array, actor: string): Promise<KnownProfile>;
}

export function createApprovals(dependencies: SharedBook): Approvals {
  const { book } = dependencies;
  return {
    approve: (party, fingerprint, actor) =>
      book.inTurn(() => {
        const pin = book.pin(party);
        return pin === undefined
          ? pinCandidate(dependencies, chosen(dependencies, party, fingerprint), actor)
          : settle(dependencies, pin, actor);
      }),
    repin: (party, fingerprint, actor) =>
      book.inTurn(() => pinCandidate(dependencies, chosen(dependencies, party, fingerprint), actor)),
    setSuspended: (party, suspended, actor) =>
      book.inTurn(() => {
        const type = suspended ? 'partner.suspended' : 'partner.resumed';
        return enterPin(dependencies, { ...pinned(dependencies, party), suspended }, { type, actor });
      }),
    publish: (bytes, actor) => book.inTurn(() => publish(dependencies, bytes, actor)),
  };
}

function pinned({ book }: SharedBook, party: string): Pin {
  const pin = book.pin(party);
  if (pin !== undefined) return pin;
  throw new ComityError('unknown-state', `There is no partner ${party} — see: comity partners.`);
}

/**
 * The candidate that was meant: by its fingerprint, or by the State key that it shares with its pinned State.
 */
function chosen({ book, own }: SharedBook, party: string, fingerprint: string | undefined): Candidate {
  const claimants = book.candidatesFor(party);
  if (claimants.length === 0) {
    const sentence = `There is no candidate ${party} — add its profile first: comity partner add FILE.`;
    throw new ComityError('unknown-state', sentence);
  }
  if (fingerprint === undefined)
    return kin(claimants, [book.pin(stateOf(party))?.stateKey, ownKeyFor(own(), party)]);
  if (parseFingerprint(fingerprint) === undefined) {
    throw new ComityError('usage', 'This is no whole fingerprint: it has eight groups of four characters.');
  }
  const found = claimants.find(({ profile }) =>
    sameFingerprint(fingerprintOf(profile.stateKey.publicKey), fingerprint),
  );
  if (found !== undefined) return found;
  const sentence =
    `The fingerprint differs from that of the profile of ${party} on file — ` +
    'compare it again, by a way that does not pass through either node; nothing was changed.';
  throw new ComityError('fingerprint-differs', sentence);
}

function ownKeyFor({ profile }: KnownProfile, party: string): string | undefined {
  return profile.party === stateOf(party) ? profile.stateKey.publicKey : undefined;
}

function kin(claimants: readonly Candidate[], stateKeys: readonly (string | undefined)[]): Candidate {
  const found = claimants.find(({ profile }) => stateKeys.includes(profile.stateKey.publicKey));
  if (found !== undefined) return found;
  const sentence = 'Give the fingerprint that you compared by another way: --fingerprint.';
  throw new ComityError('usage', sentence);
}

async function pinCandidate(dependencies: SharedBook, candidate: Candidate, actor: string): Promise<Pin> {
  const { book, clock } = dependencies;
  const { profile, digest } = candidate;
  const { party } = profile;
  assertPeerIdFree(book, candidate);
  const old = book.pin(party);
  const stateKey = profile.stateKey.publicKey;
  const formerStateKeys = old === undefined ? [] : [...old.formerStateKeys, old.stateKey];
  const pin: Pin = {
    party,
    name: nameOf(profile),
    stateKey,
    formerStateKeys: formerStateKeys.filter((key) => key !== stateKey),
    version: profile.version,
    current: digest,
    suspended: false,
    approvedAt: clock.now(),
  };
  const type = old === undefined ? 'partner.approved' : 'partner.repinned';
  const detail = { party, version: profile.version, fingerprint: fingerprintOf(stateKey) };
  const removed = book.candidatesFor(party);
  const event = { type, at: clock.now(), subject: digest, actor, detail };
  await book.enter({ profiles: [candidate], pins: [pin], removed }, event);
  dependencies.changed(party);
  return pin;
}

async function settle(dependencies: SharedBook, pin: Pin, actor: string): Promise<Pin> {
  const settling = pin.settling === undefined ? undefined : dependencies.book.profile(pin.settling);
  if (settling === undefined) {
    throw new ComityError(
      'conflict',
      `${pin.party} is a partner already — this release can't take up a new State key of a partner.`,
    );
  }
  assertPeerIdFree(dependencies.book, settling);
  return enterPin(dependencies, adopt(pin, settling), { type: 'partner.fork-settled', actor });
}

async function enterPin(
  { book, clock, changed }: SharedBook,
  pin: Pin,
  event: Pick<RecordEvent, 'type'> & { readonly actor: string },
): Promise<Pin> {
  const subject = pin.current === undefined ? {} : { subject: pin.current };
  await book.enter({ pins: [pin] }, { ...event, ...subject, at: clock.now(), detail: { party: pin.party } });
  changed(pin.party);
  return pin;
}

async function publish(
  { book, clock, changed, own }: SharedBook,
  bytes: Uint8Array,
  actor: string,
): Promise<KnownProfile> {
  const opened = openProfile(bytes);
  const { profile, digest } = opened;
  const before = own();
  const wrong = whyNotNext(before, opened.profile);
  if (wrong !== undefined) throw new ComityError('refused', `The profile was not published: ${wrong}`);
  const detail = { version: profile.version };
  const event = { type: 'profile.published', at: clock.now(), subject: digest, actor, detail };
  await book.enter({ own: digest, profiles: [opened] }, event);
  changed(profile.party);
  return opened;
}

function whyNotNext(before: KnownProfile, next: KnownProfile['profile']): string | undefined {
  const { party, network, version, stateKey, node } = before.profile;
  if (next.party !== party || next.network !== network) return 'it is of another party or another network.';
  if (successorsOf(stateKey.publicKey, next) === undefined) {
    return 'neither the present State key has signed it, nor one to which that has handed over.';
  }
  if (next.version !== version + 1 || next.previous !== before.digest) {
    return `it has to be version ${version + 1} and to follow the present one.`;
  }
  if (next.node.peerId !== node.peerId) return 'it names another node.';
  return undefined;
}

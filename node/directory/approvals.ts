import { ComityError } from '../../protocol/errors.ts';
import { fingerprintOf, parseFingerprint, sameFingerprint } from '../../protocol/identity/fingerprint.ts';
import type { Hex } from '../../protocol/value.ts';
import type { RecordEvent } from '../storage/change.ts';
import { acknowledge } from './contradictions.ts';
import { adopt, closePastForks } from './decide.ts';
import type { SharedBook } from './dependencies.ts';
import { assertPeerIdFree } from './assert-peer-id-free.ts';
import type { KnownProfile } from './known-profile.ts';
import { nameOf, stateOf, type Candidate, type Pin } from './pin.ts';
import { publish, type Publication } from './publish.ts';
import { type Removal, type Removed, removeParty } from './remove-party.ts';

/** What only an operator decides. `actor` is the officer's id, for the record. */
export interface Approvals {
  /**
   * Pins the State key of a candidate against the fingerprint that the operator compared by another way.
   * None is needed where the same State key is pinned for another party of the same State, or signs the
   * profile of this node. Also says yes to the profile that settles a fork.
   * @throws ComityError `unknown-state`, `usage`, `fingerprint-differs`, `conflict`.
   */
  approve(party: string, fingerprint: string | undefined, actor: string): Promise<Pin>;
  /** Pins another State key, where the old one was lost. Both stay on file. @throws the same */
  repin(party: string, fingerprint: string, actor: string): Promise<Pin>;
  /** @throws ComityError `unknown-state` */
  setSuspended(party: string, suspended: boolean, actor: string): Promise<Pin>;
  /** Says that an operator knows how a partner contradicts itself. @throws `unknown-state`, `conflict` */
  acknowledge(party: string, actor: string): Promise<Pin>;
  /** Forgets candidates, or a partner with whom nothing was exchanged. @throws the same; see `removeParty` */
  remove(party: string, removal: Removal): Promise<Removed>;
  /**
   * Makes a signed profile this node's own, the next version of it. @throws ComityError `refused`,
   * `unauthentic`, …
   */
  publish(publication: Publication, actor: string): Promise<KnownProfile>;
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
    acknowledge: (party, actor) =>
      book.inTurn(() => acknowledge(dependencies, pinned(dependencies, party), actor)),
    remove: (party, removal) => book.inTurn(() => removeParty(dependencies, party, removal)),
    publish: (publication, actor) => book.inTurn(() => publish(dependencies, publication, actor)),
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
  if (fingerprint === undefined) return kin(claimants, stateKeysKnown({ book, own }, party));
  if (parseFingerprint(fingerprint) === undefined) {
    throw new ComityError('usage', 'This is no whole fingerprint: it has eight groups of four characters.');
  }
  const found = claimants.find(({ stateKey }) => sameFingerprint(fingerprintOf(stateKey), fingerprint));
  if (found !== undefined) return found;
  const sentence =
    `The fingerprint differs from that of the profile of ${party} on file — ` +
    'compare it again, by a way that does not pass through either node; nothing was changed.';
  throw new ComityError('fingerprint-differs', sentence);
}

/** State keys whose fingerprints were compared already, for other parties of the same State. */
export function stateKeysKnown({ book, own }: Pick<SharedBook, 'book' | 'own'>, party: string): Hex[] {
  const state = stateOf(party);
  const mine = stateOf(own().party) === state ? [own().profile.stateKey.publicKey] : [];
  return [...mine, ...book.pins.filter((pin) => stateOf(pin.party) === state).map((pin) => pin.stateKey)];
}

function kin(claimants: readonly Candidate[], stateKeys: readonly Hex[]): Candidate {
  const found = claimants.find(({ stateKey }) => stateKeys.includes(stateKey));
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
  const { stateKey } = candidate;
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
  const closed = closePastForks(pin);
  if (settling === undefined && closed !== undefined) {
    return enterPin(dependencies, closed, { type: 'partner.fork-settled', actor });
  }
  if (settling === undefined) {
    throw new ComityError(
      'conflict',
      `${pin.party} is a partner already — for a new State key where the old one was lost: comity partner repin ${pin.party}.`,
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

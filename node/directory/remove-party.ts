import { ComityError } from '../../protocol/errors.ts';
import { fingerprintOf, sameFingerprint } from '../../protocol/identity/fingerprint.ts';
import type { SharedBook } from './dependencies.ts';
import type { Candidate, Pin } from './pin.ts';

export interface Removal {
  /** Of the State key of one candidate, where several claim to be the party; without it all go. */
  readonly fingerprint?: string | undefined;
  /** Whether anything was ever sent to this party or has come from it. */
  readonly exchanged: () => Promise<boolean>;
  /** Id of the officer, for the record. */
  readonly actor: string;
}

/** What was removed: candidates, or, where there was none, the partner. */
export interface Removed {
  readonly status: 'candidate' | 'partner';
  readonly count: number;
}

/**
 * Forgets candidates for a party; where there is none, the partner, as long as nothing rests on it. Whoever
 * is removed may be introduced again. Runs alone.
 * @throws ComityError `unknown-state`; `fingerprint-differs`; `conflict` for a partner who can only be
 * suspended.
 */
export async function removeParty(shared: SharedBook, party: string, removal: Removal): Promise<Removed> {
  const claimants = shared.book.candidatesFor(party);
  if (claimants.length > 0) return removeCandidates(shared, meant(claimants, removal), removal);
  const pin = shared.book.pin(party);
  if (pin === undefined) {
    const sentence = `There is no partner or candidate ${party} — see: comity partners.`;
    throw new ComityError('unknown-state', sentence);
  }
  await assertNothingRests(pin, removal);
  return removePin(shared, pin, removal);
}

function meant(claimants: readonly Candidate[], { fingerprint }: Removal): readonly Candidate[] {
  if (fingerprint === undefined) return claimants;
  const found = claimants.filter((one) => sameFingerprint(fingerprintOf(one.stateKey), fingerprint));
  if (found.length > 0) return found;
  const sentence = 'No candidate has this fingerprint — see: comity partners. Nothing was changed.';
  throw new ComityError('fingerprint-differs', sentence);
}

async function removeCandidates(
  { book, clock, changed }: SharedBook,
  removed: readonly Candidate[],
  { actor }: Removal,
): Promise<Removed> {
  for (const candidate of removed) {
    const { party, version, stateKey, digest: subject } = candidate;
    const detail = { party, version, fingerprint: fingerprintOf(stateKey) };
    const event = { type: 'candidate.removed', at: clock.now(), subject, actor, detail };
    await book.enter({ removed: [candidate] }, event);
    changed(party);
  }
  return { status: 'candidate', count: removed.length };
}

/** Items, receipts and proofs are worth nothing without the keys that they were signed with. */
async function assertNothingRests({ party, fork, pastForks }: Pin, { exchanged }: Removal): Promise<void> {
  const isProof = fork !== undefined || pastForks !== undefined;
  if (!isProof && !(await exchanged())) return;
  const what = isProof ? 'its contradictions are on file' : 'there are items from it or for it';
  const sentence = `${party} can not be removed, for ${what} — suspend it instead: comity partner suspend ${party}.`;
  throw new ComityError('conflict', sentence);
}

async function removePin(
  { book, clock, changed }: SharedBook,
  pin: Pin,
  { actor }: Removal,
): Promise<Removed> {
  const { party, version, stateKey } = pin;
  const detail = { party, version, fingerprint: fingerprintOf(stateKey) };
  const event = { type: 'partner.removed', at: clock.now(), actor, detail };
  await book.enter({ unpinned: [pin], forgotten: book.profilesOf(party) }, event);
  changed(party);
  return { status: 'partner', count: 1 };
}

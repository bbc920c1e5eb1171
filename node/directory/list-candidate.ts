import type { OpenedProfile } from '../../protocol/identity/profile.ts';
import { givingWay } from './candidates.ts';
import type { SharedBook } from './dependencies.ts';
import type { Source, TakenUp } from './intake.ts';
import { knownProfile } from './known-profile.ts';
import type { Candidate } from './pin.ts';

/** Introducers that are remembered of one candidate. */
const INTRODUCERS_MAX = 8;

/** A profile of a party that no operator has approved: one row for each State key, its newest version alone. */
export async function listCandidate(
  shared: SharedBook,
  opened: OpenedProfile,
  source: Source,
): Promise<TakenUp> {
  const { book, clock } = shared;
  const { party, stateKey, version } = opened.profile;
  const introducer = 'partner' in source ? source.partner : 'operator';
  const listed = book.candidatesFor(party).find((one) => one.stateKey === stateKey.publicKey);
  if (listed !== undefined && version <= listed.version) {
    return (await noteIntroducer(shared, listed, introducer)) ? 'candidate' : 'known';
  }
  const candidate = knownProfile(opened.bytes, {
    stateKey: stateKey.publicKey,
    introducedBy: withIntroducer(listed?.introducedBy ?? [], introducer),
    seenAt: listed?.seenAt ?? clock.now(),
  });
  return enterCandidate(shared, candidate, { listed, introducer });
}

interface Introduced {
  /** An older version under the same State key. */
  readonly listed: Candidate | undefined;
  readonly introducer: string;
}

async function enterCandidate(
  { book, clock, floods, changed }: SharedBook,
  candidate: Candidate,
  { listed, introducer }: Introduced,
): Promise<TakenUp> {
  const { party, version, digest } = candidate;
  const removed = givingWay(
    book.candidates.filter((one) => one !== listed),
    candidate,
  );
  const isCrowded = removed === undefined || removed.some((one) => one.party !== party);
  if (isCrowded && introducer !== 'operator') await floods.note(introducer);
  if (removed === undefined) return 'ignored';
  const detail = { party, version, introducer };
  const event = { type: 'candidate.listed', at: clock.now(), subject: digest, actor: 'node', detail };
  // Later versions of one that is listed leave no trace: nobody goes by them.
  await book.enter({ candidates: [candidate], removed }, listed === undefined ? event : undefined);
  changed(party);
  return 'candidate';
}

/** Several introducers are worth more than one to whoever approves. */
export async function noteIntroducer(
  { book }: Pick<SharedBook, 'book'>,
  candidate: Candidate,
  introducer: string,
): Promise<boolean> {
  const introducedBy = withIntroducer(candidate.introducedBy, introducer);
  if (introducedBy.length === candidate.introducedBy.length) return false;
  const { stateKey, seenAt, bytes } = candidate;
  await book.enter({ candidates: [knownProfile(bytes, { stateKey, seenAt, introducedBy })] });
  return true;
}

function withIntroducer(introducedBy: readonly string[], introducer: string): readonly string[] {
  const known = introducedBy.includes(introducer);
  if (known || (introducedBy.length >= INTRODUCERS_MAX && introducer !== 'operator')) return introducedBy;
  return [...introducedBy, introducer];
}

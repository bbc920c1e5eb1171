import type { Hex } from '../../protocol/value.ts';
import type { Operation } from '../storage/change.ts';
import type { Entry } from '../storage/keyspace.ts';
import type { Store } from '../storage/store.ts';
import { type KnownProfile, knownProfile } from './known-profile.ts';
import type { Candidate, Pin } from './pin.ts';

const OWN = 'own-profile';
const RIVAL = 'rival-profile';
const NEWLINE = 0x0a;

/** Rows of the directory: what it knows is small enough to be held in memory whole. */
export interface DirectoryRepository {
  own(): Promise<Hex | undefined>;
  /** Of a profile of this party that others have and that this node has not published. */
  rival(): Promise<Hex | undefined>;
  used(): Promise<Hex[]>;
  profiles(): Promise<KnownProfile[]>;
  pins(): Promise<Pin[]>;
  candidates(): Promise<Candidate[]>;
  putOwn(digest: Hex): Operation;
  /** Without a digest there is none any more. */
  putRival(digest: Hex | undefined): Operation;
  putUse(digest: Hex): Operation;
  putProfile(known: Pick<KnownProfile, 'digest' | 'bytes'>): Operation;
  removeProfile(digest: Hex): Operation;
  putPin(pin: Pin): Operation;
  removePin(pin: Pin): Operation;
  putCandidate(candidate: Candidate): Operation;
  removeCandidate(candidate: Candidate): Operation;
}

export function createDirectoryRepository(store: Store): DirectoryRepository {
  const [meta, profiles, pins] = [store.keyspace('meta'), store.keyspace('profiles'), store.keyspace('pins')];
  const [candidates, uses] = [store.keyspace('candidates'), store.keyspace('profileUses')];
  const candidateKey = ({ party, stateKey }: Candidate): string =>
    store.hashKey('candidate', party, stateKey);
  const digestIn = async (key: string): Promise<Hex | undefined> => {
    const value = await meta.get(key);
    return value === undefined ? undefined : text(value);
  };
  return {
    own: () => digestIn(OWN),
    rival: () => digestIn(RIVAL),
    used: () => every(uses.scan(), ({ key }) => key),
    profiles: () => every(profiles.scan(), ({ value }) => knownProfile(value, {})),
    pins: () => every(pins.scan(), ({ value }) => JSON.parse(text(value)) as Pin),
    candidates: () => every(candidates.scan(), ({ value }) => candidateFrom(value)),
    putOwn: (digest) => meta.put(OWN, Buffer.from(digest)),
    putRival: (digest) => (digest === undefined ? meta.remove(RIVAL) : meta.put(RIVAL, Buffer.from(digest))),
    putUse: (digest) => uses.put(digest, new Uint8Array()),
    removeProfile: (digest) => profiles.remove(digest),
    putProfile: ({ digest, bytes }) => profiles.put(digest, bytes),
    putPin: (pin) => pins.put(store.hashKey('party', pin.party), Buffer.from(JSON.stringify(pin))),
    removePin: (pin) => pins.remove(store.hashKey('party', pin.party)),
    putCandidate: (candidate) => candidates.put(candidateKey(candidate), candidateRow(candidate)),
    removeCandidate: (candidate) => candidates.remove(candidateKey(candidate)),
  };
}

async function every<T>(rows: AsyncIterable<Entry>, decode: (entry: Entry) => T): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(decode(row));
  return found;
}

function text(value: Uint8Array): string {
  return Buffer.from(value).toString();
}

type CandidateFacts = Omit<Candidate, keyof KnownProfile>;

/** One line of facts, and the profile behind it. */
function candidateRow({ stateKey, introducedBy, seenAt, bytes }: Candidate): Uint8Array {
  const facts: CandidateFacts = { stateKey, introducedBy, seenAt };
  return Buffer.concat([Buffer.from(`${JSON.stringify(facts)}\n`), bytes]);
}

function candidateFrom(value: Uint8Array): Candidate {
  const end = value.indexOf(NEWLINE);
  const facts = JSON.parse(text(value.subarray(0, end))) as CandidateFacts;
  return knownProfile(value.slice(end + 1), facts);
}

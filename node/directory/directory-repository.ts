import { profileCodec } from '../../protocol/identity/profile-codec.ts';
import { profileDigest, signedProfileCodec } from '../../protocol/identity/profile.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Operation } from '../storage/change.ts';
import type { Entry } from '../storage/keyspace.ts';
import type { Store } from '../storage/store.ts';
import type { Candidate, KnownProfile, Pin } from './pin.ts';

const OWN = 'own-profile';
const NEWLINE = 0x0a;

/** Rows of the directory: what it knows is small enough to be held in memory whole. */
export interface DirectoryRepository {
  own(): Promise<Hex | undefined>;
  profiles(): Promise<KnownProfile[]>;
  pins(): Promise<Pin[]>;
  candidates(): Promise<Candidate[]>;
  putOwn(digest: Hex): Operation;
  putProfile(known: KnownProfile): Operation;
  putPin(pin: Pin): Operation;
  putCandidate(candidate: Candidate): Operation;
  removeCandidate(candidate: Candidate): Operation;
}

export function createDirectoryRepository(store: Store): DirectoryRepository {
  const [meta, profiles, pins, candidates] = (['meta', 'profiles', 'pins', 'candidates'] as const).map(
    (name) => store.keyspace(name),
  ) as [Keyspace, Keyspace, Keyspace, Keyspace];
  const candidateKey = ({ profile }: Candidate): string =>
    store.hashKey('candidate', profile.party, profile.stateKey.publicKey);
  return {
    own: async () => {
      const value = await meta.get(OWN);
      return value === undefined ? undefined : text(value);
    },
    profiles: () => every(profiles.scan(), ({ value }) => knownProfile(value)),
    pins: () => every(pins.scan(), ({ value }) => JSON.parse(text(value)) as Pin),
    candidates: () => every(candidates.scan(), ({ value }) => candidateFrom(value)),
    putOwn: (digest) => meta.put(OWN, Buffer.from(digest)),
    putProfile: ({ digest, bytes }) => profiles.put(digest, bytes),
    putPin: (pin) => pins.put(store.hashKey('party', pin.party), Buffer.from(JSON.stringify(pin))),
    putCandidate: (candidate) => candidates.put(candidateKey(candidate), candidateRow(candidate)),
    removeCandidate: (candidate) => candidates.remove(candidateKey(candidate)),
  };
}

type Keyspace = ReturnType<Store['keyspace']>;

async function every<T>(rows: AsyncIterable<Entry>, decode: (entry: Entry) => T): Promise<T[]> {
  const found: T[] = [];
  for await (const row of rows) found.push(decode(row));
  return found;
}

function text(value: Uint8Array): string {
  return Buffer.from(value).toString();
}

/** What was verified when it came, and is authenticated by the store, is not verified again. */
function knownProfile(bytes: Uint8Array): KnownProfile {
  const signed = signedProfileCodec.decode(bytes);
  return { profile: profileCodec.decode(signed.profile), digest: profileDigest(signed.profile), bytes };
}

/** One line of facts, and the profile behind it. */
function candidateRow({ introducedBy, seenAt, bytes }: Candidate): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify({ introducedBy, seenAt })}\n`), bytes]);
}

function candidateFrom(value: Uint8Array): Candidate {
  const end = value.indexOf(NEWLINE);
  const facts = JSON.parse(text(value.subarray(0, end))) as Pick<Candidate, 'introducedBy' | 'seenAt'>;
  return { ...facts, ...knownProfile(value.slice(end + 1)) };
}

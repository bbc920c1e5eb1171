import type { Hex } from '../../protocol/value.ts';
import type { Operation, RecordEvent } from '../storage/change.ts';
import type { Store } from '../storage/store.ts';
import { createDirectoryRepository, type DirectoryRepository } from './directory-repository.ts';
import { type KnownProfile, knownProfile } from './known-profile.ts';
import { type PartyKeys, partyKeys } from './party-keys.ts';
import type { Candidate, Pin } from './pin.ts';

/** What changes in the book, in memory and in the store. */
export interface Entries {
  readonly own?: Hex;
  /** A profile of this party that this node has not published; no digest: there is none any more. */
  readonly rival?: { readonly digest?: Hex };
  /** Signed profiles that were opened. */
  readonly profiles?: readonly Pick<KnownProfile, 'digest' | 'bytes'>[];
  /** Versions on which something rests. */
  readonly used?: readonly Hex[];
  readonly forgotten?: readonly KnownProfile[];
  readonly pins?: readonly Pin[];
  readonly unpinned?: readonly Pin[];
  readonly candidates?: readonly Candidate[];
  readonly removed?: readonly Candidate[];
}

/**
 * All that the directory knows, in memory, with the store behind it. A change is seen at once and forgotten
 * again if it does not become durable; changes are decided one after the other (`inTurn`).
 */
export class DirectoryBook {
  readonly #store: Store;
  readonly #rows: DirectoryRepository;
  #own: Hex | undefined;
  #rival: Hex | undefined;
  #used = new Set<Hex>();
  #profiles = new Map<Hex, KnownProfile>();
  #pins = new Map<string, Pin>();
  #candidates: readonly Candidate[] = [];
  /** By party; void when a profile of it comes in or goes. */
  readonly #keys = new Map<string, PartyKeys>();
  /** By party: the version that others say there is, where two histories seem to be about. */
  readonly sought = new Map<string, Hex>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(store: Store) {
    this.#store = store;
    this.#rows = createDirectoryRepository(store);
  }

  async load(): Promise<void> {
    const [own, rival, used, profiles, pins, candidates] = await Promise.all([
      this.#rows.own(),
      this.#rows.rival(),
      this.#rows.used(),
      this.#rows.profiles(),
      this.#rows.pins(),
      this.#rows.candidates(),
    ]);
    this.#own = own;
    this.#rival = rival;
    this.#used = new Set(used);
    this.#profiles = new Map(profiles.map((known) => [known.digest, known]));
    this.#keys.clear();
    this.#pins = new Map(pins.map((pin) => [pin.party, pin]));
    this.#candidates = candidates;
  }

  get own(): KnownProfile | undefined {
    return this.#own === undefined ? undefined : this.#profiles.get(this.#own);
  }

  /** A profile of this party that others have and that this node has not published. */
  get rival(): KnownProfile | undefined {
    return this.#rival === undefined ? undefined : this.#profiles.get(this.#rival);
  }

  get pins(): readonly Pin[] {
    return [...this.#pins.values()];
  }

  get candidates(): readonly Candidate[] {
    return this.#candidates;
  }

  profile(digest: Hex): KnownProfile | undefined {
    return this.#profiles.get(digest);
  }

  /** The digest of this version of a party, if it is on file. */
  version(party: string, version: number): Hex | undefined {
    return this.profilesOf(party).find((known) => known.version === version)?.digest;
  }

  /** In the order in which they came. */
  profilesOf(party: string): KnownProfile[] {
    return [...this.#profiles.values()].filter((known) => known.party === party);
  }

  /** The party of which any profile on file names this PeerId. */
  partyThatHad(peerId: Hex): string | undefined {
    return [...this.#profiles.values()].find(({ peerIds }) => peerIds.includes(peerId))?.party;
  }

  isUsed(digest: Hex): boolean {
    return this.#used.has(digest);
  }

  /** The operations that note that something rests on this version, for the commit of what does. */
  use(digest: Hex): Operation[] {
    if (this.#used.has(digest) || !this.#profiles.has(digest) || digest === this.#own) return [];
    this.#used.add(digest);
    return [this.#rows.putUse(digest)];
  }

  pin(party: string): Pin | undefined {
    return this.#pins.get(party);
  }

  candidatesFor(party: string): Candidate[] {
    return this.#candidates.filter((candidate) => candidate.party === party);
  }

  /** The profile that is gone by of a party, if there is one that is not in doubt. */
  currentOf(pin: Pin): KnownProfile | undefined {
    return pin.current === undefined ? undefined : this.#profiles.get(pin.current);
  }

  /** What all versions on file of a party say of its keys. Asked for every item and every receipt. */
  keys(party: string): PartyKeys {
    const keys = this.#keys.get(party) ?? partyKeys(this.profilesOf(party), (digest) => this.isUsed(digest));
    this.#keys.set(party, keys);
    return keys;
  }

  /** Remembers to ask for this version: one of each party, so that nobody keeps another's from being sought. */
  seek(party: string, digest: Hex): void {
    this.sought.set(party, digest);
  }

  /** Runs alone, in the order of asking: what it reads does not change until it has written. */
  inTurn<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(task);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async enter(entries: Entries, event?: RecordEvent): Promise<void> {
    const operations = this.#apply(entries);
    try {
      await this.#store.commit({ operations, ...(event !== undefined && { events: [event] }) });
    } catch (error) {
      await this.load();
      throw error;
    }
  }

  #apply(entries: Entries): Operation[] {
    const { own, rival, used = [], pins = [], unpinned = [] } = entries;
    this.#own = own ?? this.#own;
    if (rival !== undefined) this.#rival = rival.digest;
    this.#applyVersions(entries);
    for (const pin of pins) this.#pins.set(pin.party, pin);
    for (const { party } of unpinned) this.#pins.delete(party);
    this.#candidates = candidatesAfter(this.#candidates, entries);
    return [...entryRows(this.#rows, entries), ...used.flatMap((digest) => this.use(digest))];
  }

  #applyVersions({ profiles = [], forgotten = [] }: Entries): void {
    for (const { digest, bytes } of profiles) this.#profiles.set(digest, knownProfile(bytes, {}));
    for (const { digest } of forgotten) this.#profiles.delete(digest);
    if (profiles.length > 0 || forgotten.length > 0) this.#keys.clear();
  }
}

function candidatesAfter(
  before: readonly Candidate[],
  { candidates = [], removed = [] }: Entries,
): readonly Candidate[] {
  const replaced = new Set([...removed, ...candidates].map(nameOfCandidate));
  return [...before.filter((candidate) => !replaced.has(nameOfCandidate(candidate))), ...candidates];
}

function entryRows(rows: DirectoryRepository, entries: Entries): Operation[] {
  const { own, rival, profiles = [], forgotten = [], pins = [], unpinned = [] } = entries;
  const { candidates = [], removed = [] } = entries;
  return [
    ...(own === undefined ? [] : [rows.putOwn(own)]),
    ...(rival === undefined ? [] : [rows.putRival(rival.digest)]),
    ...profiles.map((known) => rows.putProfile(known)),
    ...forgotten.map(({ digest }) => rows.removeProfile(digest)),
    ...pins.map((pin) => rows.putPin(pin)),
    ...unpinned.map((pin) => rows.removePin(pin)),
    ...removed.map((candidate) => rows.removeCandidate(candidate)),
    ...candidates.map((candidate) => rows.putCandidate(candidate)),
  ];
}

function nameOfCandidate({ party, stateKey }: Candidate): string {
  return `${party} ${stateKey}`;
}

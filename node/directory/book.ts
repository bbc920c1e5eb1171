import { keyIdOf } from '../../protocol/identity/keys.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Operation, RecordEvent } from '../storage/change.ts';
import type { Store } from '../storage/store.ts';
import { createDirectoryRepository, type DirectoryRepository } from './directory-repository.ts';
import type { Candidate, KnownProfile, Pin } from './pin.ts';

/** What changes in the book, in memory and in the store. */
export interface Entries {
  readonly own?: Hex;
  readonly profiles?: readonly KnownProfile[];
  readonly pins?: readonly Pin[];
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
  #profiles = new Map<Hex, KnownProfile>();
  #pins = new Map<string, Pin>();
  #candidates: readonly Candidate[] = [];
  /** By party; void when a profile comes in. */
  readonly #revoked = new Map<string, ReadonlySet<Hex>>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(store: Store) {
    this.#store = store;
    this.#rows = createDirectoryRepository(store);
  }

  async load(): Promise<void> {
    const [own, profiles, pins, candidates] = await Promise.all([
      this.#rows.own(),
      this.#rows.profiles(),
      this.#rows.pins(),
      this.#rows.candidates(),
    ]);
    this.#own = own;
    this.#profiles = new Map(profiles.map((known) => [known.digest, known]));
    this.#revoked.clear();
    this.#pins = new Map(pins.map((pin) => [pin.party, pin]));
    this.#candidates = candidates;
  }

  get own(): KnownProfile | undefined {
    return this.#own === undefined ? undefined : this.#profiles.get(this.#own);
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
    return this.profilesOf(party).find(({ profile }) => profile.version === version)?.digest;
  }

  profilesOf(party: string): KnownProfile[] {
    return [...this.#profiles.values()].filter(({ profile }) => profile.party === party);
  }

  pin(party: string): Pin | undefined {
    return this.#pins.get(party);
  }

  candidatesFor(party: string): Candidate[] {
    return this.#candidates.filter(({ profile }) => profile.party === party);
  }

  /** The profile that is gone by of a party, if there is one that is not in doubt. */
  currentOf(pin: Pin): KnownProfile | undefined {
    return pin.current === undefined ? undefined : this.#profiles.get(pin.current);
  }

  /** Whether a profile of the party, of any version, says that this key is revoked. Asked for every item. */
  isRevoked(party: string, keyId: Hex): boolean {
    const revoked = this.#revoked.get(party) ?? revokedKeys(this.profilesOf(party));
    this.#revoked.set(party, revoked);
    return revoked.has(keyId);
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

  #apply({ own, profiles = [], pins = [], candidates = [], removed = [] }: Entries): Operation[] {
    this.#own = own ?? this.#own;
    for (const known of profiles) this.#profiles.set(known.digest, known);
    if (profiles.length > 0) this.#revoked.clear();
    for (const pin of pins) this.#pins.set(pin.party, pin);
    const replaced = new Set([...removed, ...candidates].map(nameOfCandidate));
    const kept = this.#candidates.filter((candidate) => !replaced.has(nameOfCandidate(candidate)));
    this.#candidates = [...kept, ...candidates];
    return [
      ...(own === undefined ? [] : [this.#rows.putOwn(own)]),
      ...profiles.map((known) => this.#rows.putProfile(known)),
      ...pins.map((pin) => this.#rows.putPin(pin)),
      ...removed.map((candidate) => this.#rows.removeCandidate(candidate)),
      ...candidates.map((candidate) => this.#rows.putCandidate(candidate)),
    ];
  }
}

function revokedKeys(profiles: readonly KnownProfile[]): ReadonlySet<Hex> {
  const keys = profiles.flatMap(({ profile: { desks, node } }) => [
    ...desks.flatMap((desk) => desk.keys),
    ...node.receiptKeys,
    ...node.recordKeys,
  ]);
  return new Set(keys.filter((key) => key.revokedAt !== undefined).map((key) => keyIdOf(key.publicKey)));
}

function nameOfCandidate({ profile }: Candidate): string {
  return `${profile.party} ${profile.stateKey.publicKey}`;
}

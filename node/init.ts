import { networkInterfaces } from 'node:os';
import { readFile, writeFile } from 'node:fs/promises';
import type { Role } from '../protocol/control/roles.ts';
import { ComityError } from '../protocol/errors.ts';
import { fingerprintOf } from '../protocol/identity/fingerprint.ts';
import { createSigner, type Signer } from '../protocol/identity/keys.ts';
import { openProfile, signProfile, type OpenedProfile } from '../protocol/identity/profile.ts';
import { toHex } from '../protocol/hash.ts';
import type { Hex } from '../protocol/value.ts';
import { AuditRecord } from './audit/record.ts';
import { createCertifier } from './certifier.ts';
import { systemClock, type Clock } from './clock.ts';
import { writeConfig } from './config/write-config.ts';
import { createDirectoryRepository } from './directory/directory-repository.ts';
import { announcedAddresses } from './home/announced-addresses.ts';
import { CENTRAL_AUTHORITY, firstProfile, type NewDesk } from './home/first-profile.ts';
import { makeFolder } from './home/make-folder.ts';
import { writeMarker } from './home/marker.ts';
import { homePlaces } from './home/places.ts';
import { createKeystore, type Keystore } from './keystore/keystore.ts';
import { createStateKey } from './keystore/state-key.ts';
import { openOfficers, type NewOfficer } from './officers/officers.ts';
import { createStorage } from './storage/open-storage.ts';

export interface InitOptions {
  readonly home: string;
  /** Code of the party: ISO 3166, or with a suffix for a party of a State. */
  readonly state: string;
  readonly name: string;
  /** Opens the keystore of the node, and a State key that is made here. */
  readonly passphrase: string;
  /** An existing State key. Without it one is made in the home, to be moved to a safe place. */
  readonly stateKey?: Signer;
  /** All nodes of one federation have the same. */
  readonly network?: string;
  readonly listen?: readonly string[];
  /** What the profile says of where the node is reached, if that is not where it listens. */
  readonly addresses?: readonly string[];
  readonly desks?: readonly NewDesk[];
  readonly languages?: readonly string[];
  readonly utcOffsetMinutes?: number;
  /** Date `YYYY-MM-DD` from which the convention is in force for the State; today without it. */
  readonly inForceFrom?: string;
  /** Whoever runs it, by the fingerprint of the officer's key. */
  readonly operator: Pick<NewOfficer, 'name' | 'fingerprint'> & { readonly roles?: readonly Role[] };
  /** Further options of the configuration file. */
  readonly config?: Readonly<Record<string, unknown>>;
  readonly clock?: Clock;
}

export interface MadeHome {
  readonly home: string;
  readonly state: string;
  readonly peerIdKey: string;
  /** Of the State key: what partners compare by another way before they approve. */
  readonly fingerprint: string;
  readonly profile: OpenedProfile;
  /** Where the State key was made, if it was made here. */
  readonly stateKeyFile?: string;
}

const DEFAULT_LISTEN = ['/ip4/0.0.0.0/tcp/4710'];
const DEFAULT_NETWORK = 'caricom';

/**
 * Makes the home of a node: keys, database, configuration, profile and first operator. All of it or nothing,
 * and never over anything that is there.
 *
 * @throws ComityError `already-initialised`; `usage` for a code, desk, fingerprint or address that can't be.
 */
export async function initHome(options: InitOptions): Promise<MadeHome> {
  assertUsable(options);
  let made: MadeHome | undefined;
  await makeFolder(options.home, async (stage) => {
    made = await fill(stage, options);
  });
  if (made === undefined) throw new Error('the folder was not filled');
  return made;
}

async function fill(stage: string, options: InitOptions): Promise<MadeHome> {
  const { clock = systemClock, passphrase, state } = options;
  const places = homePlaces(stage);
  const desks = options.desks ?? [CENTRAL_AUTHORITY];
  const { randomBytes } = clock;
  const keystore = await createKeystore(places.keys, passphrase, {
    desks: desks.map(({ id }) => id),
    randomBytes,
  });
  const stateKey = options.stateKey ?? (await createStateKey(places.stateKey, passphrase, randomBytes));
  const profile = makeProfile(options, { stateKey, keystore, desks, now: clock.now() });

  await fillDatabase(stage, { profile, keystore, clock, options });
  const listen = options.listen ?? DEFAULT_LISTEN;
  const write = (path: string, data: string | Uint8Array) =>
    writeFile(path, data, { mode: 0o600, flag: 'wx', flush: true });
  await write(places.config, writeConfig({ listen: [...listen], ...options.config }));
  await write(places.profile, profile.bytes);
  await writeMarker(stage, { party: state, network: profile.profile.network });
  return {
    home: options.home,
    state,
    peerIdKey: toHex(createSigner(keystore.nodeKey).publicKey),
    fingerprint: fingerprintOf(stateKey.publicKey),
    profile,
    ...(options.stateKey === undefined && { stateKeyFile: homePlaces(options.home).stateKey }),
  };
}

interface Made {
  readonly stateKey: Signer;
  readonly keystore: Keystore;
  readonly desks: readonly NewDesk[];
  readonly now: number;
}

function makeProfile(options: InitOptions, { stateKey, keystore, desks, now }: Made): OpenedProfile {
  const listen = options.listen ?? DEFAULT_LISTEN;
  const profile = firstProfile({
    network: options.network ?? DEFAULT_NETWORK,
    party: options.state,
    name: options.name,
    desks,
    languages: options.languages ?? ['en'],
    utcOffsetMinutes: options.utcOffsetMinutes ?? 0,
    addresses: options.addresses ?? announcedAddresses(listen, networkInterfaces()),
    inForceFrom: options.inForceFrom ?? new Date(now).toISOString().slice(0, 10),
    keys: {
      state: stateKey.publicKey,
      node: createSigner(keystore.nodeKey),
      receipt: keystore.receipt,
      record: keystore.record,
      authority: (desk) => keystore.authority(desk),
    },
    now,
  });
  return openProfile(signProfile(profile, stateKey));
}

interface Contents {
  readonly profile: OpenedProfile;
  readonly keystore: Keystore;
  readonly clock: Clock;
  readonly options: InitOptions;
}

async function fillDatabase(home: string, { profile, keystore, clock, options }: Contents): Promise<void> {
  const { storeKey, databaseSecret } = keystore;
  const recorder = new AuditRecord({ randomBytes: clock.randomBytes });
  const onFatal = (error: unknown): never => {
    throw error;
  };
  const storage = await createStorage({ home, storeKey, databaseSecret, recorder, clock, onFatal });
  try {
    const rows = createDirectoryRepository(storage);
    const event = { type: 'node.initialised', at: clock.now(), subject: profile.digest, actor: 'operator' };
    await storage.commit({
      operations: [rows.putProfile(profile), rows.putOwn(profile.digest)],
      events: [event],
    });
    const authorities = {
      desks: keystore.desks,
      authority: (desk: string) => keystore.authority(desk),
      holds: (key: Hex) => keystore.holding(key) !== undefined,
    };
    const certifier = createCertifier(authorities, () => profile.profile, clock.now);
    const officers = await openOfficers({ store: storage, clock, certifier });
    const desks = profile.profile.desks.map(({ id }) => id);
    const { name, fingerprint, roles = ['operator'] } = options.operator;
    await officers.add({ name, fingerprint, roles, desks }, 'operator');
  } finally {
    await storage.close();
  }
}

/** What would otherwise be found out by the codec of the profile, in words for whoever wrote it. */
function assertUsable({ state, name, listen = DEFAULT_LISTEN, addresses, desks }: InitOptions): void {
  if (!/^[A-Z]{2,8}(-[A-Z0-9]{1,16})*$/.test(state)) {
    throw new ComityError(
      'usage',
      `${state} is no code of a State — write it in capitals, such as GD or GD-RGPF.`,
    );
  }
  if (name.trim() === '') throw new ComityError('usage', 'The State has no name — give one: --name.');
  if (addresses === undefined && listen.some((address) => address.endsWith('/tcp/0'))) {
    throw new ComityError('usage', 'Partners need a port that stays the same — name one in --listen.');
  }
  if (desks?.length === 0)
    throw new ComityError('usage', 'A node serves at least one desk — name one: --desk.');
}

/** The signed profile in a home, whether its daemon runs or not. @throws ComityError as `openProfile`. */
export async function readPublicProfile(home: string): Promise<OpenedProfile> {
  return openProfile(new Uint8Array(await readFile(homePlaces(home).profile)));
}

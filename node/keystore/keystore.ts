import { join } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';
import { fromHex } from '../../protocol/hash.ts';
import { createSigner } from '../../protocol/identity/keys.ts';
import type { Signer } from '../../protocol/identity/keys.ts';
import {
  KEYSTORE_CHARACTERS_MAX,
  openKeystore as openKeystoreText,
  readKeystoreFacts,
  sealKeystore,
} from '../../protocol/keystore.ts';
import type { Hex } from '../../protocol/value.ts';
import { decodeNodeKeys, encodeNodeKeys, newNodeKeys, newSecret, publicFacts } from './node-keys.ts';
import type { NodeKeys, RandomBytes, SingleUse } from './node-keys.ts';
import { makeSecretFolder, readSecretFile, writeSecretFile } from './secret-file.ts';

/** The private keys of a node, opened. They stay in memory as long as the node runs, and go nowhere else. */
export interface Keystore {
  /** Seed of the Ed25519 key that authenticates Noise; the PeerId is its public half. */
  readonly nodeKey: Uint8Array;
  readonly desks: readonly string[];
  /** Signs headers and officers' certificates of a desk. @throws ComityError `unknown-desk` */
  authority(desk: string): Signer;
  readonly receipt: Signer;
  readonly record: Signer;
  /** What the database is sealed under. */
  readonly storeKey: Uint8Array;
  /** What names in keys of the database are hashed with. */
  readonly databaseSecret: Uint8Array;
}

const KIND = 'node';
const FILE_NAME = 'keystore.json';

function fileOf(folder: string) {
  return { path: join(folder, FILE_NAME), what: 'keystore', bytesMax: KEYSTORE_CHARACTERS_MAX };
}

/**
 * Draws the keys of a new node and writes them to a folder that only its owner may look into.
 * @throws ComityError `secret-exists`, `empty-passphrase`.
 */
export async function createKeystore(
  folder: string,
  passphrase: string,
  options: { readonly desks: readonly string[]; readonly randomBytes: RandomBytes },
): Promise<Keystore> {
  const keys = newNodeKeys(options.desks, options.randomBytes);
  await makeSecretFolder(folder);
  await writeSecretFile(fileOf(folder).path, await seal(keys, passphrase, options.randomBytes), {
    replace: false,
  });
  return keystoreOf(keys);
}

/**
 * Opens the keys of a node.
 * @throws ComityError `secret-missing`, `secret-exposed`, `wrong-passphrase`, `keystore-damaged`,
 * `wrong-keystore`.
 */
export async function openKeystore(folder: string, passphrase: string): Promise<Keystore> {
  return keystoreOf(await readKeys(folder, passphrase));
}

/** The public keys by use, without the passphrase: `node`, `receipt`, `record`, `authority DESK`. */
export async function readPublicKeys(folder: string): Promise<Readonly<Record<string, string>>> {
  return readKeystoreFacts(await readSecretFile(fileOf(folder))).facts;
}

/**
 * What may change in a keystore. The store and the database keep their keys: what is stored depends on them.
 */
export interface KeystoreUpdate {
  /** Desks that get a key; one that has a key gets a new one. */
  readonly desks?: readonly string[];
  /** Keys that are drawn anew. */
  readonly renew?: readonly Exclude<SingleUse, 'store' | 'database'>[];
  readonly passphrase?: string;
}

/** Replaces keys or the passphrase. The file changes in one step; what is replaced is gone. */
export async function updateKeystore(
  folder: string,
  passphrase: string,
  update: KeystoreUpdate,
  randomBytes: RandomBytes,
): Promise<Keystore> {
  const old = await readKeys(folder, passphrase);
  const fresh = (names: readonly string[] = []): Readonly<Record<string, Hex>> =>
    Object.fromEntries(names.map((name) => [name, newSecret(randomBytes)]));
  const keys: NodeKeys = {
    single: { ...old.single, ...fresh(update.renew) },
    authorities: { ...old.authorities, ...fresh(update.desks) },
  };
  const text = await seal(keys, update.passphrase ?? passphrase, randomBytes);
  await writeSecretFile(fileOf(folder).path, text, { replace: true });
  return keystoreOf(keys);
}

async function readKeys(folder: string, passphrase: string): Promise<NodeKeys> {
  const text = await readSecretFile(fileOf(folder));
  return decodeNodeKeys((await openKeystoreText(text, KIND, passphrase)).secret);
}

function seal(keys: NodeKeys, passphrase: string, randomBytes: RandomBytes): Promise<string> {
  const keystore = { kind: KIND, facts: publicFacts(keys), secret: encodeNodeKeys(keys) };
  return sealKeystore(keystore, passphrase, randomBytes);
}

function keystoreOf({ single, authorities }: NodeKeys): Keystore {
  const signers = new Map(
    Object.entries(authorities).map(([desk, seed]) => [desk, createSigner(fromHex(seed))]),
  );
  return {
    nodeKey: fromHex(single.node),
    desks: [...signers.keys()],
    authority: (desk) => {
      const signer = signers.get(desk);
      if (signer !== undefined) return signer;
      throw new ComityError(
        'unknown-desk',
        `The keystore has no key for the desk ${desk}: add the desk first.`,
      );
    },
    receipt: createSigner(fromHex(single.receipt)),
    record: createSigner(fromHex(single.record)),
    storeKey: fromHex(single.store),
    databaseSecret: fromHex(single.database),
  };
}

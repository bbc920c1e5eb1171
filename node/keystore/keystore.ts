import { join } from 'node:path';
import { ComityError } from '../../protocol/errors.ts';
import { fromHex, toHex } from '../../protocol/hash.ts';
import { createSigner } from '../../protocol/identity/keys.ts';
import type { Signer } from '../../protocol/identity/keys.ts';
import {
  KEYSTORE_CHARACTERS_MAX,
  openKeystore as openKeystoreText,
  readKeystoreFacts,
  sealKeystore,
} from '../../protocol/keystore.ts';
import type { Hex } from '../../protocol/value.ts';
import {
  decodeNodeKeys,
  encodeNodeKeys,
  newNodeKeys,
  newSecret,
  promoted,
  publicFacts,
  signingSeeds,
} from './node-keys.ts';
import type { KeyName, NodeKeys, RandomBytes } from './node-keys.ts';
import { makeSecretFolder, readSecretFile, writeSecretFile } from './secret-file.ts';

/**
 * The private keys of a node, opened. They stay in memory as long as the node runs, and go nowhere else.
 * Which of the signing keys is in use, the node's own profile says.
 */
export interface Keystore {
  /** Seed of the Ed25519 key that authenticates Noise; the PeerId is its public half. */
  readonly nodeKey: Uint8Array;
  readonly desks: readonly string[];
  /** Signs headers and officers' certificates of a desk. @throws ComityError `unknown-desk` */
  authority(desk: string): Signer;
  readonly receipt: Signer;
  readonly record: Signer;
  /** The signing key with this public half, in use or drawn to be. */
  holding(publicKey: Hex): HeldKey | undefined;
  /** The public halves of keys that were drawn and that no profile has put into use yet. */
  readonly next: Readonly<Record<string, Hex>>;
  /** What the database is sealed under. */
  readonly storeKey: Uint8Array;
  /** What names in keys of the database are hashed with. */
  readonly databaseSecret: Uint8Array;
}

export interface HeldKey {
  readonly name: string;
  readonly signer: Signer;
  readonly seed: Uint8Array;
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

/** What may change in a keystore. Store and database keep their keys: what is stored depends on them. */
export interface KeystoreUpdate {
  /** Keys that are drawn beside those in use. One that was drawn already stays as it is. */
  readonly draw?: readonly KeyName[];
  /** Drawn keys that take the place of those in use, which are gone then. */
  readonly promote?: readonly string[];
  readonly passphrase?: string;
}

/** Changes keys or the passphrase. The file changes in one step. */
export async function updateKeystore(
  folder: string,
  passphrase: string,
  update: KeystoreUpdate,
  randomBytes: RandomBytes,
): Promise<Keystore> {
  const old = await readKeys(folder, passphrase);
  const drawn = (update.draw ?? []).map((name) => [name, newSecret(randomBytes)] as const);
  const withDrawn: NodeKeys = { ...old, next: { ...Object.fromEntries(drawn), ...old.next } };
  const keys = (update.promote ?? []).reduce(promoted, withDrawn);
  const text = await seal(keys, update.passphrase ?? passphrase, randomBytes);
  await writeSecretFile(fileOf(folder).path, text, { replace: true });
  return keystoreOf(keys);
}

async function readKeys(folder: string, passphrase: string): Promise<NodeKeys> {
  const file = fileOf(folder);
  const text = await readSecretFile(file);
  return decodeNodeKeys((await openKeystoreText(text, KIND, passphrase, file.path)).secret);
}

function seal(keys: NodeKeys, passphrase: string, randomBytes: RandomBytes): Promise<string> {
  const keystore = { kind: KIND, facts: publicFacts(keys), secret: encodeNodeKeys(keys) };
  return sealKeystore(keystore, passphrase, randomBytes);
}

function keystoreOf(keys: NodeKeys): Keystore {
  const { single, authorities, next = {} } = keys;
  const held = new Map<Hex, HeldKey>();
  for (const [name, hex] of [...Object.entries(signingSeeds(keys)), ...Object.entries(next)]) {
    const seed = fromHex(hex);
    const signer = createSigner(seed);
    held.set(toHex(signer.publicKey), { name, signer, seed });
  }
  const publicKey = (seed: Hex): Hex => toHex(createSigner(fromHex(seed)).publicKey);
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
    holding: (key) => held.get(key),
    next: Object.fromEntries(Object.entries(next).map(([name, seed]) => [name, publicKey(seed)])),
    storeKey: fromHex(single.store),
    databaseSecret: fromHex(single.database),
  };
}

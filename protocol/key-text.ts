import { ComityError } from './errors.ts';
import { toHex } from './hash.ts';
import { createSigner, type Signer } from './identity/keys.ts';
import { openKeystore, sealKeystore } from './keystore.ts';

/** Whose single signing key a file holds: the State's, or an officer's. */
export type KeyOwner = 'state' | 'officer';

const SEED_BYTES = 32;

/** A new signing key, and the text of the file that keeps it. */
export interface NewKey {
  readonly signer: Signer;
  readonly text: string;
}

/**
 * Draws an Ed25519 key and seals it under a passphrase. Its public half stands in the file in clear.
 * @throws ComityError `empty-passphrase`
 */
export async function createKeyText(
  owner: KeyOwner,
  passphrase: string,
  randomBytes: (length: number) => Uint8Array,
): Promise<NewKey> {
  const seed = randomBytes(SEED_BYTES);
  const signer = createSigner(seed);
  const facts = { publicKey: toHex(signer.publicKey) };
  return { signer, text: await sealKeystore({ kind: owner, facts, secret: seed }, passphrase, randomBytes) };
}

/**
 * Opens a key; `file` is how it is named where the passphrase is wrong.
 * @throws ComityError `wrong-passphrase`, `keystore-damaged`, `wrong-keystore` or `empty-passphrase`.
 */
export async function openKeyText(
  text: string,
  owner: KeyOwner,
  passphrase: string,
  file?: string,
): Promise<Signer> {
  const { secret, facts } = await openKeystore(text, owner, passphrase, file);
  const signer = secret.length === SEED_BYTES ? createSigner(secret) : undefined;
  if (signer !== undefined && facts['publicKey'] === toHex(signer.publicKey)) return signer;
  throw new ComityError(
    'keystore-damaged',
    'This file holds another key than it says: put back a copy of it from a backup.',
  );
}

import { argon2, createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { ComityError } from './errors.ts';
import { fromHex, isHex, plain, toHex } from './hash.ts';
import type { Hex } from './value.ts';

/**
 * A file that holds private keys under a passphrase, in the manner of EIP-2335: JSON with Argon2id,
 * AES-256-GCM and a checksum. What stands in clear is bound to what is sealed, so neither can be exchanged.
 * This is the format only: whoever uses it reads and writes the file.
 */
export interface Keystore {
  /** What the file is for: `node`, `state` or `officer`. A file of one kind is never taken for another. */
  readonly kind: string;
  /** What may be read without the passphrase: public keys, ids. */
  readonly facts: Readonly<Record<string, string>>;
  readonly secret: Uint8Array;
}

/** How the passphrase becomes a key. */
interface KeyDerivation {
  readonly name: 'argon2id';
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
  readonly salt: Hex;
}

/** All of the file but its checksum. */
interface KeystoreDocument {
  readonly format: 'comity-keystore';
  readonly version: 1;
  readonly kind: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly derivation: KeyDerivation;
  readonly cipher: { readonly name: 'aes-256-gcm'; readonly nonce: Hex };
  readonly sealed: Hex;
}

/**
 * RFC 9106's choice where 2 GiB are too much: a tenth of a second to open, years to guess a good passphrase.
 */
const COST = { memoryKiB: 64 * 1024, passes: 3, lanes: 4 } as const;

/** What a file may demand at most, so that a forged one can't exhaust the machine. */
const COST_MAX = { memoryKiB: 1024 * 1024, passes: 16, lanes: 16 } as const;

const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** Characters of a file: the keys of a hundred desks take a fifth of it. */
export const KEYSTORE_CHARACTERS_MAX = 256 * 1024;

const deriveWithArgon2 = promisify(argon2);

/**
 * The text of a keystore file.
 * @throws ComityError `empty-passphrase`
 */
export async function sealKeystore(
  keystore: Keystore,
  passphrase: string,
  randomBytes: (length: number) => Uint8Array,
): Promise<string> {
  const head = {
    format: 'comity-keystore',
    version: 1,
    kind: keystore.kind,
    facts: keystore.facts,
    derivation: { name: 'argon2id', ...COST, salt: toHex(randomBytes(SALT_BYTES)) },
    cipher: { name: 'aes-256-gcm', nonce: toHex(randomBytes(NONCE_BYTES)) },
  } as const;
  const key = await deriveKey(passphrase, head.derivation);
  const cipher = createCipheriv('aes-256-gcm', key, fromHex(head.cipher.nonce));
  cipher.setAAD(Buffer.from(boundText({ ...head, sealed: '' })));
  const sealed = Buffer.concat([cipher.update(keystore.secret), cipher.final(), cipher.getAuthTag()]);
  const document: KeystoreDocument = { ...head, sealed: toHex(sealed) };
  return `${JSON.stringify({ ...document, checksum: checksumOf(document) }, undefined, 2)}\n`;
}

/**
 * Opens the text of a keystore file of this kind; `file` is how it is named where the passphrase is wrong.
 * @throws ComityError `wrong-passphrase` (or what stands in clear was exchanged with care),
 * `keystore-damaged`,
 * `wrong-keystore` (of another kind), `empty-passphrase`.
 */
export async function openKeystore(
  text: string,
  kind: string,
  passphrase: string,
  file = 'this file',
): Promise<Keystore> {
  const document = parseKeystore(text);
  if (document.kind !== kind) {
    throw new ComityError(
      'wrong-keystore',
      `This file holds keys of the kind "${document.kind}" and "${kind}" is needed: give the other file.`,
    );
  }
  const key = await deriveKey(passphrase, document.derivation);
  const sealed = fromHex(document.sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, fromHex(document.cipher.nonce), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(boundText(document)));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const secret = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    decipher.final();
  } catch (cause) {
    throw new ComityError(
      'wrong-passphrase',
      `The passphrase does not open ${file}: try again. If it is surely the right one, the file was tampered with.`,
      { cause },
    );
  }
  return { kind, facts: document.facts, secret: plain(secret) };
}

/** What a keystore file says without its passphrase. @throws ComityError `keystore-damaged` */
export function readKeystoreFacts(text: string): Omit<Keystore, 'secret'> {
  const { kind, facts } = parseKeystore(text);
  return { kind, facts };
}

function deriveKey(passphrase: string, derivation: KeyDerivation): Promise<Uint8Array> {
  if (passphrase === '') {
    throw new ComityError('empty-passphrase', 'The passphrase is empty: choose one that nobody can guess.');
  }
  return deriveWithArgon2('argon2id', {
    // One text has several encodings, and keyboards differ in which they give.
    message: passphrase.normalize('NFKC'),
    nonce: fromHex(derivation.salt),
    memory: derivation.memoryKiB,
    passes: derivation.passes,
    parallelism: derivation.lanes,
    tagLength: KEY_BYTES,
  });
}

/** Everything in clear as one text, in one order whatever the order in the file. */
function boundText({ format, version, kind, facts, derivation, cipher }: KeystoreDocument): string {
  const sorted = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1));
  const { name, memoryKiB, passes, lanes, salt } = derivation;
  return JSON.stringify([
    format,
    version,
    kind,
    sorted,
    [name, memoryKiB, passes, lanes, salt],
    [cipher.name, cipher.nonce],
  ]);
}

/** Tells damage from a wrong passphrase. It protects nothing: the associated data does. */
function checksumOf(document: KeystoreDocument): Hex {
  return createHash('sha256').update(boundText(document)).update(document.sealed).digest('hex');
}

function parseKeystore(text: string): KeystoreDocument {
  const document = text.length <= KEYSTORE_CHARACTERS_MAX ? jsonOf(text) : undefined;
  if (isDocument(document) && document.checksum === checksumOf(document)) return document;
  throw new ComityError(
    'keystore-damaged',
    'This file is not a keystore, or it is damaged: put back a copy of it from a backup.',
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Members = Readonly<Record<string, unknown>>;

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDocument(value: unknown): value is KeystoreDocument & { readonly checksum: unknown } {
  if (!isMembers(value) || value['format'] !== 'comity-keystore' || value['version'] !== 1) return false;
  const { kind, facts, derivation, cipher, sealed } = value;
  return (
    typeof kind === 'string' &&
    isFacts(facts) &&
    isDerivation(derivation) &&
    isCipher(cipher) &&
    isHexText(sealed) &&
    sealed.length > TAG_BYTES * 2
  );
}

function isFacts(value: unknown): boolean {
  return isMembers(value) && Object.values(value).every((fact) => typeof fact === 'string');
}

function isCipher(value: unknown): boolean {
  return isMembers(value) && value['name'] === 'aes-256-gcm' && isHexText(value['nonce'], NONCE_BYTES);
}

function isDerivation(value: unknown): value is KeyDerivation {
  if (!isMembers(value) || value['name'] !== 'argon2id') return false;
  const { memoryKiB, passes, lanes, salt } = value;
  return (
    isWithin(lanes, 1, COST_MAX.lanes) &&
    isWithin(passes, 1, COST_MAX.passes) &&
    isWithin(memoryKiB, 8 * lanes, COST_MAX.memoryKiB) &&
    isHexText(salt, SALT_BYTES)
  );
}

function isWithin(value: unknown, min: number, max: number): value is number {
  return Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max;
}

function isHexText(value: unknown, bytes?: number): value is Hex {
  return typeof value === 'string' && isHex(value, bytes);
}

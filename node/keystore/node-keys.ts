import { ComityError } from '../../protocol/errors.ts';
import { fromHex, isHex, toHex } from '../../protocol/hash.ts';
import { createSigner } from '../../protocol/identity/keys.ts';
import type { Hex } from '../../protocol/value.ts';

/** What a key of the node is for. Each use has a key of its own; `authority` one for each desk. */
export const SINGLE_USES = ['node', 'receipt', 'record', 'store', 'database'] as const;

export type SingleUse = (typeof SINGLE_USES)[number];

/** Secrets of 32 bytes: seeds of Ed25519 keys, but for `store` and `database`, which are keys as they are. */
export interface NodeKeys {
  readonly single: Readonly<Record<SingleUse, Hex>>;
  /** By id of the desk. */
  readonly authorities: Readonly<Record<string, Hex>>;
  /** Drawn to take the place of one of them, by its name, once a profile says so. */
  readonly next?: Readonly<Record<string, Hex>>;
}

/** A key that can be changed: what a profile names it as. */
export type KeyName = 'node' | 'receipt' | 'record' | `authority ${string}`;

/** The seeds of all keys that sign, by name. */
export function signingSeeds({ single, authorities }: NodeKeys): Record<string, Hex> {
  return Object.fromEntries([
    ...SIGNING.map((use) => [use, single[use]]),
    ...Object.entries(authorities).map(([desk, seed]) => [`authority ${desk}`, seed]),
  ]) as Record<string, Hex>;
}

/** The keys with one that was drawn in the place of the one that it replaces. */
export function promoted(keys: NodeKeys, name: string): NodeKeys {
  const { [name]: seed, ...next } = keys.next ?? {};
  if (seed === undefined) return keys;
  const desk = /^authority (.+)$/.exec(name)?.[1];
  const { single, authorities } = keys;
  return desk === undefined
    ? { single: { ...single, [name]: seed }, authorities, next }
    : { single, authorities: { ...authorities, [desk]: seed }, next };
}

const SECRET_BYTES = 32;
const SIGNING: readonly SingleUse[] = ['node', 'receipt', 'record'];

export type RandomBytes = (length: number) => Uint8Array;

export function newSecret(randomBytes: RandomBytes): Hex {
  return toHex(randomBytes(SECRET_BYTES));
}

export function newNodeKeys(desks: readonly string[], randomBytes: RandomBytes): NodeKeys {
  const draw = (): Hex => newSecret(randomBytes);
  return {
    single: { node: draw(), receipt: draw(), record: draw(), store: draw(), database: draw() },
    authorities: Object.fromEntries(desks.map((desk) => [desk, draw()])),
  };
}

/** The public halves, which may be read without the passphrase. */
export function publicFacts(keys: NodeKeys): Record<string, string> {
  const publicKey = (seed: Hex): Hex => toHex(createSigner(fromHex(seed)).publicKey);
  return Object.fromEntries(
    Object.entries(signingSeeds(keys)).map(([name, seed]) => [name, publicKey(seed)]),
  );
}

export function encodeNodeKeys(keys: NodeKeys): Uint8Array {
  return Buffer.from(JSON.stringify(keys));
}

/** @throws ComityError `keystore-damaged`: it was sealed by something else than this program. */
export function decodeNodeKeys(bytes: Uint8Array): NodeKeys {
  const keys = parse(bytes);
  if (isRecord(keys) && isWhole(keys['single'], SINGLE_USES) && isWhole(keys['authorities'])) {
    const { next } = keys;
    if (next === undefined) return { single: keys['single'], authorities: keys['authorities'] };
    if (isWhole(next)) return { single: keys['single'], authorities: keys['authorities'], next };
  }
  throw new ComityError(
    'keystore-damaged',
    'The keystore lacks keys of the node: put it back as it was, or ask whoever maintains this node.',
  );
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString());
  } catch {
    return undefined;
  }
}

/** Whether these secrets are all there, and everything there is one. */
function isWhole<Name extends string>(
  value: unknown,
  names: readonly Name[] = [],
): value is Readonly<Record<Name, Hex>> {
  return (
    isRecord(value) &&
    names.every((name) => Object.hasOwn(value, name)) &&
    Object.values(value).every(isSecret)
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isSecret(value: unknown): boolean {
  return typeof value === 'string' && isHex(value, SECRET_BYTES);
}

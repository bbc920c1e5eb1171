import { ComityError } from '../protocol/errors.ts';
import { profileDraftCodec } from '../protocol/identity/draft.ts';
import { keyIdOf } from '../protocol/identity/keys.ts';
import { nextProfile, type NewKey, type ProfileChange } from '../protocol/identity/next-profile.ts';
import { peerIdOfKey, provePossession } from '../protocol/identity/node-entry.ts';
import { type Profile, signedProfileCodec } from '../protocol/identity/profile.ts';
import type { Hex } from '../protocol/value.ts';
import type { Clock } from './clock.ts';
import type { Directory } from './directory/directory.ts';
import type { KeyName } from './keystore/node-keys.ts';
import { type OwnKeys, publicKeyOf } from './own-keys.ts';

/** What an operator wants to be different in the next version of the profile. */
export interface WantedChange {
  readonly name?: string;
  readonly addresses?: readonly string[];
  readonly validDays?: number;
  /** Keys of which a new one is drawn. */
  readonly rotate?: readonly KeyName[];
  /** Ids of keys that are in other hands. Those in use get a successor at once. */
  readonly revoke?: readonly Hex[];
  /** The announced node key takes the place of the present one. */
  readonly completeNodeKey?: boolean;
}

interface DraftDependencies {
  readonly directory: Pick<Directory, 'own' | 'nextFollows'>;
  readonly keys: Pick<OwnKeys, 'draw' | 'holds'>;
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * The next version of this node's profile for the State key to sign, and the present one beside it. New keys
 * are drawn; they sign nothing before the version that names them is published. Where partners have a later
 * version than this node, as they do of a restored one, it follows that, with a new key for each that is
 * lost.
 *
 * @throws ComityError `usage` for what the profile does not have, or has done already.
 */
export async function draftProfile(
  { directory, keys, clock }: DraftDependencies,
  wanted: WantedChange,
): Promise<Uint8Array> {
  const { bytes } = directory.own();
  const { latest, supersedes } = directory.nextFollows();
  const profile = foundationOf(directory, keys);
  const { name, addresses, validDays, revoke = [] } = wanted;
  const names = new Set([
    ...(wanted.rotate ?? []),
    ...revoke.map((keyId) => nameOfKey(profile, keyId)),
    ...lostKeys(profile, keys),
  ]);
  const drawn: NewKey[] = [];
  for (const keyName of names) {
    if (keyName !== 'node') drawn.push(await newKey(keys, profile, keyName));
  }
  const node = await nodeAfter(keys, profile, {
    rotate: names.has('node'),
    complete: wanted.completeNodeKey === true,
  });
  const change: ProfileChange = {
    ...(name !== undefined && { names: named(profile, name) }),
    ...(addresses !== undefined && { addresses }),
    ...(validDays !== undefined && { validDays }),
    ...(node !== undefined && { node }),
    keys: drawn,
    revoked: revoke,
  };
  const { version, digest } = latest;
  const next = nextProfile(profile, change, { version, digest, supersedes }, clock.now());
  return profileDraftCodec.encode({ profile: next, before: signedProfileCodec.decode(bytes) });
}

/** The version that the next one changes, but that it names no node key which this node does not hold. */
function foundationOf(
  { own, nextFollows }: DraftDependencies['directory'],
  { holds }: DraftDependencies['keys'],
): Profile {
  const { profile } = own();
  const latest = nextFollows().latest.profile;
  const isHeld = (peerId: Hex): boolean => holds(peerId.slice(-KEY_DIGITS));
  const { nextPeerId, nextPossession, ...present } = latest.node;
  const { peerId, possession } = isHeld(present.peerId) ? present : profile.node;
  const next =
    nextPeerId !== undefined && nextPossession !== undefined && isHeld(nextPeerId)
      ? { nextPeerId, nextPossession }
      : {};
  return { ...latest, node: { ...present, peerId, possession, ...next } };
}

/** Of an Ed25519 public key at the end of a PeerId. */
const KEY_DIGITS = 64;

/** Uses whose present key this node does not hold. */
function lostKeys(profile: Profile, { holds }: DraftDependencies['keys']): Exclude<KeyName, 'node'>[] {
  return keyUses(profile).flatMap(([name, list]) => {
    const open = list.filter(({ until, revokedAt }) => until === undefined && revokedAt === undefined);
    return open.every(({ publicKey }) => holds(publicKey)) ? [] : [name];
  });
}

function keyUses({ desks, node }: Profile) {
  return [
    ...desks.map(({ id, keys }) => [`authority ${id}`, keys] as const),
    ['receipt', node.receiptKeys] as const,
    ['record', node.recordKeys] as const,
  ] as const;
}

/** The name in English changes; others stay. */
function named({ names }: Profile, text: string): Profile['names'] {
  return [{ language: 'en', text }, ...names.filter(({ language }) => language !== 'en')];
}

async function newKey(
  keys: DraftDependencies['keys'],
  { desks }: Profile,
  name: Exclude<KeyName, 'node'>,
): Promise<NewKey> {
  if (name === 'receipt' || name === 'record') {
    return { use: name, publicKey: publicKeyOf(await keys.draw(name)) };
  }
  const desk = name.replace(/^authority /, '');
  if (!desks.some(({ id }) => id === desk)) {
    throw new ComityError('usage', `There is no desk ${desk} — see: comity profile show.`);
  }
  return { use: { desk }, publicKey: publicKeyOf(await keys.draw(name)) };
}

/** Whose key it is. @throws ComityError `usage` */
function nameOfKey(profile: Profile, keyId: Hex): Exclude<KeyName, 'node'> {
  for (const [name, keys] of keyUses(profile)) {
    const key = keys.find(({ publicKey }) => keyIdOf(publicKey) === keyId);
    if (key?.revokedAt !== undefined) throw new ComityError('usage', 'This key is revoked already.');
    if (key !== undefined) return name;
  }
  throw new ComityError('usage', 'There is no such key in the profile — see: comity key list.');
}

async function nodeAfter(
  keys: DraftDependencies['keys'],
  profile: Profile,
  { rotate, complete }: { readonly rotate: boolean; readonly complete: boolean },
): Promise<ProfileChange['node']> {
  const { peerId, possession, nextPeerId, nextPossession } = profile.node;
  if (!rotate && !complete) return undefined;
  if (complete && nextPeerId !== undefined && nextPossession !== undefined) {
    return { peerId: nextPeerId, possession: nextPossession };
  }
  if (!rotate)
    throw new ComityError('usage', 'No next node key is announced — first: comity key rotate node.');
  const signer = await keys.draw('node');
  const drawn = { peerId: peerIdOfKey(signer.publicKey), possession: provePossession(signer, profile) };
  if (complete) return drawn;
  return { peerId, possession, nextPeerId: drawn.peerId, nextPossession: drawn.possession };
}

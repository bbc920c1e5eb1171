import { ComityError } from '../protocol/errors.ts';
import { toHex } from '../protocol/hash.ts';
import { activeKey, coversTime, type Key } from '../protocol/identity/key.ts';
import { createSigner, type Signer } from '../protocol/identity/keys.ts';
import { peerIdOfKey } from '../protocol/identity/node-entry.ts';
import type { Profile } from '../protocol/identity/profile.ts';
import type { Hex, Time } from '../protocol/value.ts';
import { homePlaces } from './home/places.ts';
import { type Keystore, updateKeystore } from './keystore/keystore.ts';
import type { KeyName, RandomBytes } from './keystore/node-keys.ts';

/**
 * The keys of this node that sign: those that stand in its profile now. So a key is changed by publishing a
 * profile, in one step, and what was drawn and not published signs nothing.
 */
export interface OwnKeys {
  readonly desks: readonly string[];
  /** Signs headers and certificates of a desk. @throws ComityError `unavailable` */
  authority(desk: string): Signer;
  /**
   * Signs receipts, rejections and evidence: with the former key as long as it counts and partners have not
   * said that they know the new one, or they could not prove what they get. @throws ComityError `unavailable`
   */
  receipt(): Signer;
  /** Of the key behind the present PeerId. @throws ComityError `unavailable` */
  nodeSeed(): Uint8Array;
  /** Whether this node holds the private key of a public one. */
  readonly holds: (publicKey: Hex) => boolean;
  /** Draws a key to come, unless there is one already, and gives a signer with it. */
  draw(name: KeyName): Promise<Signer>;
  /** Keys that were drawn and that the profile names now take the place of those that they replace. */
  settle(): Promise<void>;
}

export interface OwnKeyDependencies {
  readonly home: string;
  readonly passphrase: string;
  readonly keystore: Keystore;
  readonly profile: () => Profile;
  /** Partners that have not said yet that they have the present version of the profile. */
  readonly awaited: () => readonly string[];
  readonly now: () => Time;
  readonly randomBytes: RandomBytes;
}

export function createOwnKeys(dependencies: OwnKeyDependencies): OwnKeys {
  const { home, passphrase, profile, now, randomBytes } = dependencies;
  let { keystore } = dependencies;
  let turn: Promise<unknown> = Promise.resolve();
  const update = (change: Parameters<typeof updateKeystore>[2]): Promise<void> => {
    const updated = turn.then(async () => {
      keystore = await updateKeystore(homePlaces(home).keys, passphrase, change, randomBytes);
    });
    turn = updated.catch(() => undefined);
    return updated;
  };
  const signerOf = (key: Key | undefined, what: string): Signer => {
    const held = keystore.holding(key?.publicKey ?? '');
    if (held !== undefined) return held.signer;
    throw new ComityError(
      'unavailable',
      `This node has no key for ${what} that stands in its profile now — see: comity key list.`,
    );
  };
  return {
    get desks() {
      return keystore.desks;
    },
    authority: (desk) => signerOf(activeKey(deskKeys(profile(), desk), now()), `the desk ${desk}`),
    receipt: () => {
      const { receiptKeys } = profile().node;
      const former = receiptKeys.find(
        (key) =>
          coversTime(key, now()) &&
          key.revokedAt === undefined &&
          keystore.holding(key.publicKey) !== undefined,
      );
      const waits = dependencies.awaited().length > 0;
      return signerOf(waits && former !== undefined ? former : activeKey(receiptKeys, now()), 'receipts');
    },
    nodeSeed() {
      const { peerId } = profile().node;
      const seeds = [keystore.nodeKey, keystore.holding(keystore.next['node'] ?? '')?.seed];
      const found = seeds.find((seed) => seed && peerIdOfKey(createSigner(seed).publicKey) === peerId);
      if (found !== undefined) return found;
      throw new ComityError('unavailable', 'The keystore has no node key for the PeerId in the profile.');
    },
    holds: (publicKey) => keystore.holding(publicKey) !== undefined,
    async draw(name) {
      // One that is in use already is no key to come.
      const used = namedIn(profile()).has(keystore.next[name] ?? '');
      if (used) await update({ promote: [name] });
      if (keystore.next[name] === undefined) await update({ draw: [name] });
      const held = keystore.holding(keystore.next[name] ?? '');
      if (held === undefined) throw new Error('a key that was drawn is not held');
      return held.signer;
    },
    async settle() {
      if (dependencies.awaited().length > 0 && stillCounts(profile(), keystore, now())) return;
      const named = namedIn(profile());
      const promote = Object.entries(keystore.next).flatMap(([name, key]) => (named.has(key) ? [name] : []));
      if (promote.length > 0) await update({ promote });
    },
  };
}

function deskKeys({ desks }: Profile, desk: string): readonly Key[] {
  return desks.find(({ id }) => id === desk)?.keys ?? [];
}

/** Whether the former receipt key may have to sign for those who don't know the new one. */
function stillCounts({ node }: Profile, { receipt }: Keystore, now: Time): boolean {
  const former = node.receiptKeys.find(({ publicKey }) => publicKey === publicKeyOf(receipt));
  return former?.until !== undefined && former.revokedAt === undefined && coversTime(former, now);
}

/** Public keys that a profile has put into use; an announced PeerId is not yet. */
function namedIn({ desks, node }: Profile): Set<Hex> {
  const keys = [...desks.flatMap((desk) => desk.keys), ...node.receiptKeys, ...node.recordKeys];
  return new Set([...keys.map(({ publicKey }) => publicKey), node.peerId.slice(-KEY_DIGITS)]);
}

/** Of an Ed25519 public key at the end of a PeerId. */
const KEY_DIGITS = 64;

/** The public half of a signer, as profiles name it. */
export function publicKeyOf(signer: Signer): Hex {
  return toHex(signer.publicKey);
}

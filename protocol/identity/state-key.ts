import { fromHex } from '../hash.ts';
import { TAGS } from '../ids.ts';
import { COUNTS } from '../limits.ts';
import type { comity } from '../protobuf.ts';
import { rejection } from '../rejection.ts';
import { demand, ifGiven, listOut, present } from '../shape.ts';
import type { Hex } from '../value.ts';
import { type Key, keyIn, keyOut } from './key.ts';
import { assertStrongKey, type Signature, type Signer, verifySignature } from './keys.ts';
import { signatureIn, signatureOut } from './signed.ts';

/** A State key before the present one. */
export interface FormerStateKey {
  readonly key: Key;
  /** By this key, over the one that came next; absent if it was lost, and then nobody's trust goes on. */
  readonly handover?: Signature;
}

/** The State keys of a profile: the present one, and those before it, the oldest first. */
export interface StateKeys {
  readonly network: string;
  readonly stateKey: Key;
  readonly stateKeyHistory: readonly FormerStateKey[];
}

/** The old State key signs the new one, for all parties of the State. */
export function signHandover(former: Signer, network: string, next: Hex): Signature {
  return former.sign(TAGS.signHandover, network, fromHex(next));
}

/** Each handover that is there holds. @throws ComityError `unauthentic` */
export function verifyHandovers({ network, stateKey, stateKeyHistory }: StateKeys): void {
  stateKeyHistory.forEach(({ key, handover }, index) => {
    assertStrongKey(key.publicKey);
    const next = stateKeyHistory[index + 1]?.key ?? stateKey;
    if (handover === undefined) return;
    if (!verifySignature(key.publicKey, TAGS.signHandover, handover, network, fromHex(next.publicKey))) {
      throw rejection('unauthentic', { where: 'profile.stateKeyHistory', why: 'a handover does not hold' });
    }
  });
}

/**
 * The State keys that came after this one, up to the present one, each signed by the one before it; undefined
 * if the present one does not descend from it. Of a profile whose handovers were verified.
 */
export function successorsOf(pinned: Hex, { stateKey, stateKeyHistory }: StateKeys): Hex[] | undefined {
  if (stateKey.publicKey === pinned) return [];
  const start = stateKeyHistory.findIndex(({ key }) => key.publicKey === pinned);
  const since = start < 0 ? [] : stateKeyHistory.slice(start);
  if (since.length === 0 || since.some(({ handover }) => handover === undefined)) return undefined;
  return [...since.slice(1).map(({ key }) => key.publicKey), stateKey.publicKey];
}

export function historyOut(
  { stateKey, stateKeyHistory }: StateKeys,
  where: string,
): comity.FormerStateKey.$Properties[] {
  const keys = [...stateKeyHistory.map(({ key }) => key), stateKey].map(({ publicKey }) => publicKey);
  demand(new Set(keys).size === keys.length, where, 'has one key twice');
  return listOut(stateKeyHistory, COUNTS.keys, where, ({ key, handover }) => ({
    key: keyOut(key, where),
    ...(handover !== undefined && { handover: signatureOut(handover, where) }),
  }));
}

export function formerIn(wire: comity.FormerStateKey.$Properties): FormerStateKey {
  return {
    key: keyIn(present(wire.key, 'profile.stateKeyHistory')),
    ...ifGiven('handover', wire.handover ?? undefined, signatureIn),
  };
}

import { COUNTS } from '../limits.ts';
import type { comity } from '../protobuf.ts';
import { bytesOut, demand, hexIn, ifGiven, listOut, numberIn, optionalTimeOut, timeOut } from '../shape.ts';
import type { Hex, Time } from '../value.ts';
import { keyIdOf } from './keys.ts';
import { suiteOut } from './signed.ts';

/** A public key in a profile, with the time for which it stands. */
export interface Key {
  readonly suite: number;
  readonly publicKey: Hex;
  readonly from: Time;
  /** The first moment at which it is retired; absent while that is open. */
  readonly until?: Time;
  /** Since when its owner no longer answers for it, whatever its time. */
  readonly revokedAt?: Time;
}

/** Whether something made at this time falls into the key's time. It says nothing of revocation. */
export function coversTime(key: Key, at: Time): boolean {
  return key.from <= at && (key.until === undefined || at < key.until);
}

/**
 * Whether this key stands in for one that was in use at this time and is revoked: what that one had signed
 * and nobody had receipted, its owner signs again with a later key.
 */
export function standsIn(key: Key, others: readonly Key[], at: Time): boolean {
  if (key.until !== undefined && at >= key.until) return false;
  return others.some((other) => other.revokedAt !== undefined && coversTime(other, at));
}

/** The key with this id, whatever its time. */
export function keyById(keys: readonly Key[], keyId: Hex): Key | undefined {
  return keys.find((key) => keyIdOf(key.publicKey) === keyId);
}

/** The key to sign with at this time: in its time, not revoked, the newest of several. */
export function activeKey(keys: readonly Key[], at: Time): Key | undefined {
  return keys
    .filter((key) => coversTime(key, at) && key.revokedAt === undefined)
    .reduce<Key | undefined>((newest, key) => (newest && newest.from >= key.from ? newest : key), undefined);
}

export function keyOut(key: Key, where: string): comity.Key.$Properties {
  demand(key.until === undefined || key.until > key.from, where, 'ends before it begins');
  return {
    suite: suiteOut(key.suite, where),
    publicKey: bytesOut(key.publicKey, 32, where),
    from: timeOut(key.from, where),
    until: optionalTimeOut(key.until, where),
    revokedAt: optionalTimeOut(key.revokedAt, where),
  };
}

export function keyIn(wire: comity.Key.$Properties): Key {
  return {
    suite: numberIn(wire.suite),
    publicKey: hexIn(wire.publicKey),
    from: numberIn(wire.from),
    ...ifGiven('until', wire.until, numberIn),
    ...ifGiven('revokedAt', wire.revokedAt, numberIn),
  };
}

/** No key twice. */
export function keysOut(keys: readonly Key[], where: string): comity.Key.$Properties[] {
  demand(new Set(keys.map((key) => key.publicKey)).size === keys.length, where, 'has one key twice');
  return listOut(keys, COUNTS.keys, where, keyOut);
}

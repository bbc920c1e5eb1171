import { toHex } from '../../protocol/hash.ts';
import type { Clock } from '../clock.ts';

/** From the challenge to the proof: time to type a passphrase. */
export const CHALLENGE_MS = 60_000;
/** Open challenges. Whoever asks for more without answering pushes out the oldest ones. */
const OPEN_MAX = 256;

/** Random numbers to be signed, each good once, for one key, for a minute. */
export interface Challenges {
  open(publicKey: Uint8Array): Uint8Array;
  /** Whether it was opened for this key and still holds. It is used up by the question. */
  redeem(challenge: Uint8Array, publicKey: Uint8Array): boolean;
}

export function createChallenges(clock: Clock): Challenges {
  const opened = new Map<string, { readonly publicKey: string; readonly until: number }>();
  return {
    open(publicKey) {
      const challenge = clock.randomBytes(32);
      opened.set(toHex(challenge), { publicKey: toHex(publicKey), until: clock.monotonic() + CHALLENGE_MS });
      const oldest = opened.keys().next();
      if (opened.size > OPEN_MAX && oldest.done !== true) opened.delete(oldest.value);
      return challenge;
    },
    redeem(challenge, publicKey) {
      const name = toHex(challenge);
      const found = opened.get(name);
      opened.delete(name);
      return found?.publicKey === toHex(publicKey) && clock.monotonic() < found.until;
    },
  };
}

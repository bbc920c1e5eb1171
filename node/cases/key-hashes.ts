import type { Hex } from '../../protocol/value.ts';
import type { Store } from '../storage/store.ts';

/** What names stand as in keys, so that no key tells a name. */
export interface KeyHashes {
  desk(id: string): Hex;
  party(code: string): Hex;
  /** The first characters of the random part of a reference. */
  reference(beginning: string): Hex;
}

/**
 * Desks and parties are few, and of beginnings there are 1,024; more is a partner's nonsense, and is
 * forgotten.
 */
const HELD_MAX = 4096;

/** Each hash is made once: the same few are asked for at every item. */
export function createKeyHashes(store: Pick<Store, 'hashKey'>): KeyHashes {
  const held = new Map<string, Hex>();
  const hash = (use: string, name: string): Hex => {
    const text = `${use} ${name}`;
    const known = held.get(text);
    if (known !== undefined) return known;
    if (held.size >= HELD_MAX) held.clear();
    const made = store.hashKey(use, name);
    held.set(text, made);
    return made;
  };
  return {
    desk: (id) => hash('desk', id),
    party: (code) => hash('party', code),
    reference: (beginning) => hash('reference', beginning),
  };
}

import type { Hex } from '../protocol/value.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import { readRestoration } from './restoration.ts';
import { joinKey, nextParts } from './storage/keys.ts';
import type { Store } from './storage/store.ts';

/**
 * What a restored node still has to hear: of each partner, what that had sent to it and what it had sent to
 * that partner. Until then it writes nothing in cases that it has with it, or a place in a chain might be
 * used twice.
 */
export interface Recovery {
  /** Id of the last restore of the store, if there ever was one. */
  readonly restoration: Hex | undefined;
  isRecovering(party: string): boolean;
  /**
   * A session with a partner begins, in which it has recovered once the partner has caught up with all of
   * these epochs. Gives what is to be told of each.
   */
  expect(party: string, epochs: readonly Hex[]): (caughtUp: Hex) => Promise<void>;
}

export interface RecoveryDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

export async function openRecovery({ store, clock, log }: RecoveryDependencies): Promise<Recovery> {
  const restoration = await readRestoration(store);
  const links = store.keyspace('links');
  const recovered = new Set<string>();
  if (restoration !== undefined) {
    for await (const link of nextParts(links)) {
      const row = await links.get(joinKey(link, ROW));
      if (row !== undefined && Buffer.from(row).toString() === restoration.id) recovered.add(link);
    }
  }
  const linkOf = (party: string): string => store.hashKey('link', party);
  const isRecovering = (party: string): boolean => restoration !== undefined && !recovered.has(linkOf(party));

  return {
    restoration: restoration?.id,
    isRecovering,
    expect(party, epochs) {
      const missing = new Set(epochs);
      return async (caughtUp) => {
        missing.delete(caughtUp);
        if (missing.size > 0 || restoration === undefined || !isRecovering(party)) return;
        const event = { type: 'link.recovered', at: clock.now(), actor: party };
        const row = links.put(joinKey(linkOf(party), ROW), Buffer.from(restoration.id));
        await store.commit({ operations: [row], events: [event] });
        recovered.add(linkOf(party));
        log.info({ partner: party }, 'a partner has given back all that it had');
      };
    },
  };
}

const ROW = 'recovered';

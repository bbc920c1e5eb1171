import { toInstant } from '../protocol/control/instant.ts';
import type { WatchEvent } from '../protocol/control/types.ts';
import type { Time } from '../protocol/value.ts';
import type { Clock } from './clock.ts';

/** Who of the partners is on line, since when, and who wants to hear of it. */
export interface PartnerWatch {
  connected(party: string): void;
  lost(party: string): void;
  cloned(party: string): void;
  slowed(party: string): void;
  /** Undefined for a partner who has not been heard since this process started. */
  lastContactAt(party: string): Time | undefined;
  subscribe(listener: (event: WatchEvent) => void): () => void;
}

export function createPartnerWatch(clock: Clock): PartnerWatch {
  const listeners = new Set<(event: WatchEvent) => void>();
  const online = new Set<string>();
  const lastContacts = new Map<string, Time>();
  const tell = (event: Omit<WatchEvent, 'at'>): void => {
    for (const listener of listeners) listener({ ...event, at: toInstant(clock.now()) });
  };
  return {
    connected(party) {
      online.add(party);
      tell({ type: 'partner', partner: party, connected: true });
    },
    lost(party) {
      online.delete(party);
      lastContacts.set(party, clock.now());
      tell({ type: 'partner', partner: party, connected: false });
    },
    cloned(party) {
      const message = `Two nodes with the key of ${party} are alive: ask ${party} which of them is its own.`;
      tell({ type: 'warning', partner: party, message });
    },
    slowed(party) {
      const message = `${party} sends more of what is of no use than is taken from it, and is slowed down.`;
      tell({ type: 'warning', partner: party, message });
    },
    // A session that is silent for 15 seconds ends, so whoever is on line was heard just now.
    lastContactAt: (party) => (online.has(party) ? clock.now() : lastContacts.get(party)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

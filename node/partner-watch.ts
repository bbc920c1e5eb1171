import { toInstant } from '../protocol/control/instant.ts';
import type { WatchEvent } from '../protocol/control/types.ts';
import type { Warning } from '../protocol/control/warnings.ts';
import type { Time } from '../protocol/value.ts';
import type { Clock } from './clock.ts';

/** Who of the partners is on line, since when, and who wants to hear of it. */
export interface PartnerWatch {
  connected(party: string): void;
  lost(party: string): void;
  cloned(party: string): void;
  slowed(party: string): void;
  alarmed(warning: Warning): void;
  /** So many of its numbers never came, though they were asked for. Whether that is new of this partner. */
  missing(party: string, count: number): boolean;
  /** What never came since this process started. */
  warnings(): Warning[];
  /** Undefined for a partner who has not been heard since this process started. */
  lastContactAt(party: string): Time | undefined;
  /** Since when a partner has not been heard, at the earliest since this process started; none while on line. */
  silentSince(party: string): Time | undefined;
  subscribe(listener: (event: WatchEvent) => void): () => void;
}

export function createPartnerWatch(clock: Clock): PartnerWatch {
  const startedAt = clock.now();
  const listeners = new Set<(event: WatchEvent) => void>();
  const online = new Set<string>();
  const missing = new Map<string, number>();
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
    alarmed({ subject, message }) {
      tell({ type: 'warning', level: 'alarm', ...(subject !== undefined && { partner: subject }), message });
    },
    missing(party, count) {
      const isNew = !missing.has(party);
      missing.set(party, count);
      if (isNew) tell({ type: 'warning', partner: party, message: missingMessage(party, count) });
      return isNew;
    },
    warnings: () =>
      [...missing].map(([party, count]) => ({
        code: 'parcels-missing',
        subject: party,
        message: missingMessage(party, count),
      })),
    // A session that is silent for 15 seconds ends, so whoever is on line was heard just now.
    lastContactAt: (party) => (online.has(party) ? clock.now() : lastContacts.get(party)),
    silentSince: (party) => (online.has(party) ? undefined : (lastContacts.get(party) ?? startedAt)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function missingMessage(party: string, count: number): string {
  return `${String(count)} parcels of ${party} never came, and ${party} can't give them.`;
}

import { toInstant } from '../protocol/control/instant.ts';
import type { WatchEvent } from '../protocol/control/types.ts';
import type { Warning, WarningCode } from '../protocol/control/warnings.ts';
import type { Time } from '../protocol/value.ts';
import type { Clock } from './clock.ts';
import { type LastContacts, readLastContacts, writeLastContacts } from './last-contacts.ts';
import type { Store } from './storage/store.ts';

/** Who of the partners is on line, since when, and who wants to hear of it. */
export interface PartnerWatch {
  connected(party: string): void;
  lost(party: string): void;
  cloned(party: string): void;
  /** Its node answers and does not let this one in. */
  refused(party: string): void;
  /** A node came with a key that this partner has retired. Whether that is new of this partner. */
  outdated(party: string): boolean;
  slowed(party: string): void;
  alarmed(warning: Warning): void;
  /** So many of its numbers never came, though they were asked for. Whether that is new of this partner. */
  missing(party: string, count: number): boolean;
  /** What never came since this process started, who lets this node not in, and who came with an old key. */
  warnings(): Warning[];
  /** Undefined for a partner who was never heard. */
  lastContactAt(party: string): Time | undefined;
  /** Since when a partner has not been heard, at the earliest since the node first started; none while on line. */
  silentSince(party: string): Time | undefined;
  subscribe(listener: (event: WatchEvent) => void): () => void;
  /** What is to outlive this process. */
  contacts(): LastContacts;
}

/** Knows what earlier processes have kept. */
export interface KeptWatch extends PartnerWatch {
  /** Writes who was heard when, if that is new. */
  keep(): Promise<void>;
}

export async function openPartnerWatch(
  store: Pick<Store, 'keyspace' | 'commit'>,
  clock: Clock,
): Promise<KeptWatch> {
  let kept = await readLastContacts(store);
  const watch = createPartnerWatch(clock, kept);
  return {
    ...watch,
    async keep() {
      const contacts = watch.contacts();
      if (JSON.stringify(contacts) === JSON.stringify(kept)) return;
      await writeLastContacts(store, contacts);
      kept = contacts;
    },
  };
}

export function createPartnerWatch(clock: Clock, before?: LastContacts): PartnerWatch {
  const since = before?.since ?? clock.now();
  const listeners = new Set<(event: WatchEvent) => void>();
  const online = new Set<string>();
  const missing = new Map<string, number>();
  const refusing = new Set<string>();
  const outdated = new Set<string>();
  const lastContacts = new Map<string, Time>(Object.entries(before?.heard ?? {}));
  const tell = (event: Omit<WatchEvent, 'at'>): void => {
    for (const listener of listeners) listener({ ...event, at: toInstant(clock.now()) });
  };
  return {
    connected(party) {
      online.add(party);
      refusing.delete(party);
      outdated.delete(party);
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
    refused(party) {
      refusing.add(party);
      tell({ type: 'warning', level: 'alarm', partner: party, message: refusingMessage(party) });
    },
    outdated(party) {
      const isNew = !outdated.has(party);
      outdated.add(party);
      if (isNew) tell({ type: 'warning', level: 'alarm', partner: party, message: outdatedMessage(party) });
      return isNew;
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
    warnings: () => [
      ...[...missing].map(([party, count]) =>
        warning('parcels-missing', party, missingMessage(party, count)),
      ),
      ...[...refusing].map((party) => warning('partner-refuses', party, refusingMessage(party))),
      ...[...outdated].map((party) => warning('partner-key-retired', party, outdatedMessage(party))),
    ],
    // A session that is silent for 15 seconds ends, so whoever is on line was heard just now.
    lastContactAt: (party) => (online.has(party) ? clock.now() : lastContacts.get(party)),
    silentSince: (party) => (online.has(party) ? undefined : (lastContacts.get(party) ?? since)),
    contacts: () => {
      const now = [...online].map((party) => [party, clock.now()] as const);
      return { since, heard: Object.fromEntries([...lastContacts, ...now]) };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function warning(code: WarningCode, subject: string, message: string): Warning {
  return { code, subject, message };
}

function refusingMessage(party: string): string {
  return `The node of ${party} answers, and does not let this one in.`;
}

function outdatedMessage(party: string): string {
  return `A node came with a key that ${party} has retired, and was not let in: was an old backup of it restored?`;
}

function missingMessage(party: string, count: number): string {
  return `${String(count)} parcels of ${party} never came, and ${party} can't give them.`;
}

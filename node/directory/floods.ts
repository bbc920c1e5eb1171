import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Store } from '../storage/store.ts';

/** Who brings more profiles than it may. It is slowed down; its operator and ours should talk. */
export interface Floods {
  /** Told and recorded once a day for each party, however much it brings. */
  note(party: string): Promise<void>;
  parties(): string[];
}

const DAY_MS = 24 * 60 * 60 * 1000;

export function createFloods({ store, clock, log }: { store: Store; clock: Clock; log: Log }): Floods {
  const since = new Map<string, number>();
  const isTold = (party: string): boolean => {
    const at = since.get(party);
    return at !== undefined && clock.monotonic() - at < DAY_MS;
  };
  return {
    parties: () => [...since.keys()].filter(isTold).sort(),
    async note(party) {
      if (isTold(party)) return;
      since.set(party, clock.monotonic());
      log.warn({ partner: party }, 'a partner brings more profiles than it may, and is slowed down');
      const event = { type: 'partner.flooding', at: clock.now(), actor: 'node', detail: { party } };
      await store.commit({ operations: [], events: [event] });
    },
  };
}

import { createConduct } from '../../node/conduct.ts';
import { createInbox, type Inbox } from '../../node/inbox/inbox.ts';
import { silentLog } from '../../node/log.ts';
import { steadyClock } from '../../node/steady-clock.ts';
import { createMetrics } from '../../node/metrics.ts';
import type { Store } from '../../node/storage/store.ts';
import type { Meter } from '../../protocol/costs.ts';
import type { Item } from '../../protocol/item/item.ts';
import type { Hex } from '../../protocol/value.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { freeMeter } from './free-conduct.ts';
import { keyring } from './items.ts';
import { createMemoryStore } from './memory-store.ts';
import { nothingRevoked } from './nothing-revoked.ts';
import { signerFrom } from './profiles.ts';

interface Odd {
  readonly passed?: Hex[];
  readonly today?: number;
  readonly store?: Store;
  /** No place may be void any more. */
  readonly crowded?: boolean;
  /** Stands where every item wants to be. */
  readonly standing?: Item;
  /** What a partner may deliver in vain is counted. */
  readonly metered?: boolean;
}

/** The inbox of JM, whose cases refuse every item. */
export function rejectingInbox(odd: Odd = {}): { inbox: Inbox; clock: FakeClock } {
  const { passed = [], today = Date.UTC(2026, 5, 1), store = createMemoryStore(), standing } = odd;
  const clock = createFakeClock();
  clock.setWall(today);
  const refusal = standing && ({ code: 'sequence-taken', standing: standing.id } as const);
  const inbox = createInbox({
    signedAgain: nothingRevoked.statement,
    meterFor: odd.metered === true ? meteredBy(clock) : () => freeMeter,
    ...{ network: 'caricom', party: 'JM', store, clock: steadyClock(clock), log: silentLog },
    directory: {
      hasProfile: () => true,
      keyring: () => keyring,
      isCompared: () => true,
      statementKey: (party) => signerFrom(`${party} receipt`).publicKey,
    },
    cases: {
      receive: () => Promise.resolve({ outcome: 'rejected', code: 'unknown-verb', ...refusal }),
      passOver: async ({ id }, extra) => {
        if (odd.crowded === true) return 'busy';
        await store.commit(extra);
        passed.push(id);
        return 'passed';
      },
      takeEvidence: async (_, extra) => {
        await store.commit(extra);
        return true;
      },
      envelope: (id) =>
        Promise.resolve(id === standing?.id ? { bytes: standing.bytes, withheld: false } : undefined),
      takeBack: () => Promise.resolve(),
      keepFork: () => Promise.resolve(),
    },
    send: () => ({ operations: [], committed: () => undefined }),
    forked: () => Promise.resolve(),
    isRecovering: () => false,
    recall: () => ({ operations: [], committed: () => undefined }),
    missing: () => undefined,
    rejections: { rejectedLater: (_, __, extra) => store.commit(extra) },
    receiptKey: () => signerFrom('JM receipt'),
  });
  return { inbox, clock };
}

/** As the daemon counts it. */
function meteredBy(clock: FakeClock): (party: string) => Meter {
  const conduct = createConduct({
    ...{ clock, log: silentLog, metrics: createMetrics() },
    commit: () => Promise.resolve(),
    tell: () => undefined,
  });
  return (party) => conduct.meter(party, 'delivery');
}

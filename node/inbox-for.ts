import { openEnvelope } from '../protocol/item/item.ts';
import type { Cases } from './cases/cases.ts';
import type { SteadyClock } from './clock.ts';
import type { Conduct } from './conduct.ts';
import type { Directory } from './directory/directory.ts';
import type { Forks } from './forks.ts';
import { createInbox, type Inbox } from './inbox/inbox.ts';
import type { Log } from './log.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { OwnKeys } from './own-keys.ts';
import type { PartnerWatch } from './partner-watch.ts';
import type { Recovery } from './recovery.ts';
import { createSignedAgain } from './signed-again.ts';
import type { Store } from './storage/store.ts';

interface Parts {
  readonly network: string;
  readonly party: string;
  readonly store: Store;
  readonly clock: SteadyClock;
  readonly log: Log;
  readonly directory: Directory;
  readonly keys: Pick<OwnKeys, 'authority' | 'receipt'>;
  /** Cases are opened after the inbox: whoever calls first waits for them. */
  readonly cases: { readonly promise: Promise<Cases> };
  readonly outbox: Outbox;
  readonly conduct: Conduct;
  readonly recovery: Recovery;
  readonly forks: Forks;
  readonly watch: PartnerWatch;
}

/** The inbox, with what it needs of the rest of the node. */
export function inboxFor(parts: Parts): Inbox {
  const { network, party, store, clock, log, directory, keys, cases, outbox } = parts;
  const { conduct, recovery, forks, watch } = parts;
  return createInbox({
    meterFor: (from) => conduct.meter(from, 'delivery'),
    network,
    party,
    store,
    clock,
    log,
    directory: {
      hasProfile: (digest) => directory.byDigest(digest) !== undefined,
      keyring: (from) => directory.keyring(from),
      isCompared: (of) => of === party || directory.pin(of) !== undefined,
      statementKey: (from, keyId, at) => directory.statementKey(from, keyId, at),
    },
    cases: {
      receive: async (item, extraFor) => (await cases.promise).receive(item, extraFor),
      passOver: async (passed, extra) => (await cases.promise).passOver(passed, extra),
      takeEvidence: async (statement, extra) => (await cases.promise).takeEvidence(statement, extra),
      keepFork: async (item, extra) => (await cases.promise).keepFork(item, extra),
      takeBack: async (item, answered, extra) => (await cases.promise).takeBack(item, answered, extra),
      envelope: async (itemId) => (await cases.promise).envelope(itemId),
    },
    rejections: outbox,
    send: (to, statement, lane) => ({
      operations: outbox.queue(to, statement, lane).operations,
      committed: () => {
        outbox.wake(to);
      },
    }),
    recall: (to, { id, bytes, header }, place) =>
      outbox.recall(to, { kind: 'item', itemId: id, item: bytes, header }, header.urgency, place),
    forked: async (standing, item) => {
      const envelope = await (await cases.promise).envelope(standing);
      if (envelope !== undefined) await forks.note(openEnvelope(envelope.bytes), item);
    },
    isRecovering: (from) => recovery.isRecovering(from),
    missing: (from, count) => {
      if (!watch.missing(from, count)) return;
      log.error({ partner: from, count }, 'numbers of the partner never came');
    },
    signedAgain: createSignedAgain({ directory, keys }).statement,
    receiptKey: () => keys.receipt(),
  });
}

import { nothingRevoked } from './nothing-revoked.ts';
import { silentLog } from '../../node/log.ts';
import { type Clock, systemClock } from '../../node/clock.ts';
import type { SessionProtocol } from '../../node/host/session.ts';
import { createInbox, type Inbox } from '../../node/inbox/inbox.ts';
import { openOutbox, type Outbox } from '../../node/outbox/outbox.ts';
import { openRecovery, type Recovery } from '../../node/recovery.ts';
import { steadyClock } from '../../node/steady-clock.ts';
import { sinkFor, sourceFor } from '../../node/session-protocols.ts';
import type { Change, Operation } from '../../node/storage/change.ts';
import type { Store } from '../../node/storage/store.ts';
import type { Urgency } from '../../protocol/convention/instrument.ts';
import { deliverParcels } from '../../protocol/delivery/client.ts';
import { receiveParcels } from '../../protocol/delivery/server.ts';
import { type Evidence, evidenceStatement } from '../../protocol/delivery/statements.ts';
import type { Meter } from '../../protocol/costs.ts';
import { toHex } from '../../protocol/hash.ts';
import type { Signer } from '../../protocol/identity/keys.ts';
import {
  assembleItem,
  type Item,
  openEnvelope,
  type SealedItem,
  withholdBody,
} from '../../protocol/item/item.ts';
import { LANE_TIMES } from '../../protocol/limits.ts';
import type { Hex } from '../../protocol/value.ts';
import { freeMeter } from './free-conduct.ts';
import { aDraft, aSealing, authority, decidedBy, type Draft, filled, keyring, officer } from './items.ts';
import { signerFrom } from './profiles.ts';
import { type StubCases, stubCases } from './stub-cases.ts';
import { watchCommits } from './watched-store.ts';
import { startTestNode, type TestNode, type TestNodeOptions, type TestParty } from './test-node.ts';
import { nextTurn } from '../../node/supervise.ts';

export interface DeliveringNode {
  readonly party: string;
  readonly store: Store;
  readonly node: TestNode;
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly recovery: Recovery;
  readonly cases: StubCases;
  /** Queues items as the cases do: item and parcel in one commit. */
  send(items: readonly Item[]): Promise<void>;
  /** Queues evidence about an item of the partner. */
  tell(partner: string, evidence: Pick<Evidence, 'itemId' | 'level' | 'at'>, lane?: Urgency): Promise<void>;
  /** Resolves when the condition holds; asked whenever something has been committed here. */
  until(holds: () => boolean): Promise<void>;
  stop(): Promise<void>;
}

export interface DeliveringOptions extends Omit<TestNodeOptions, 'protocols'> {
  readonly store: Store;
  readonly clock?: Clock;
  /** Profiles of which an item may name one; all without it. */
  readonly hasProfile?: (digest: Hex) => boolean;
  /** Signs receipts; the key of the profile without it. */
  readonly receiptSigner?: Signer;
  readonly giveProfiles?: (party: string, digests: readonly Hex[]) => void;
  /** Counts what a partner delivers in vain; nobody is slowed down without it. */
  readonly meterFor?: (party: string) => Meter;
  readonly delivery?: (own: SessionProtocol) => SessionProtocol;
}

const NETWORK = 'caricom';

/** An item of GD for JM, different from those with other indexes. */
export function itemNumber(index: number, parts: Partial<Draft> = {}): Item {
  const draft = {
    ...aDraft,
    caseId: index.toString(16).padStart(32, '0'),
    previous: toHex(filled(32, index)),
    attachments: [],
    ...parts,
  };
  const header = { ...draft, createdAt: draft.createdAt + index };
  const sealed = aSealing();
  return assembleItem({
    header,
    parts: sealed,
    officers: decidedBy([officer], sealed, { draft: header }),
    authority,
  });
}

/** Host, sessions, outbox and inbox as the daemon has them, over a store that outlives them. */
export async function startDeliveringNode(
  self: TestParty,
  options: DeliveringOptions,
): Promise<DeliveringNode> {
  const { clock: machine = systemClock, store } = options;
  const clock = steadyClock(machine);
  const watchers = new Set<() => void>();
  const watched = watchCommits(store, watchers);
  const items = watched.keyspace('items');
  const cases = stubCases();
  const statementSigner = options.receiptSigner ?? signerFrom(`${self.party} receipt`);
  const statementKey = (party: string) => signerFrom(`${party} receipt`).publicKey;
  const envelope = async (itemId: Hex) => {
    const bytes = await items.get(itemId);
    return bytes && { bytes, withheld: openEnvelope(bytes).bodyBytes === undefined };
  };
  const shared = { network: NETWORK, party: self.party, store: watched, clock, log: silentLog };
  const passOver = async (item: SealedItem, extra: Change) => {
    const { id } = item;
    const kept = (await items.has(id)) ? [] : [items.put(id, withholdBody(item))];
    await watched.commit({ ...extra, operations: [...kept, ...extra.operations] });
    cases.passedOver.push(id);
    return 'passed' as const;
  };
  const recovery = await openRecovery(shared);
  const outbox = await openOutbox({
    ...shared,
    restoration: recovery.restoration,
    forked: () => Promise.resolve(),
    standing: () => undefined,
    laneTimes: LANE_TIMES,
    statementKey,
    signer: () => statementSigner,
    items: {
      envelope,
      signedAgain: nothingRevoked,
      passOver: async (passed, extra) => {
        await passOver(passed, extra);
      },
      relayed: (itemId) => {
        cases.relayed.push(itemId);
      },
      takeLateness: async ({ evidence }, extra) => {
        await watched.commit(extra);
        cases.late.push(evidence);
      },
    },
    giveProfiles: options.giveProfiles ?? (() => undefined),
    onBug: fail,
  });
  const inbox = createInbox({
    ...shared,
    signedAgain: nothingRevoked.statement,
    meterFor: options.meterFor ?? (() => freeMeter),
    directory: {
      hasProfile: options.hasProfile ?? (() => true),
      keyring: () => keyring,
      isCompared: () => true,
      statementKey,
    },
    cases: {
      receive: async (item, extraFor) => {
        const code = cases.refuse?.(item);
        if (code !== undefined) return { outcome: 'rejected', code };
        await cases.meanwhile?.(item);
        if (await items.has(item.id)) return { outcome: 'duplicate' };
        await watched.commit({ operations: [items.put(item.id, item.bytes), ...extraFor(true).operations] });
        cases.received.push(item);
        return { outcome: 'placed' };
      },
      passOver,
      keepFork: (_, extra) => watched.commit(extra),
      takeEvidence: async ({ evidence }, extra) => {
        await watched.commit(extra);
        cases.evidence.push(evidence);
        return true;
      },
      takeBack: async (item, answered, extra) => {
        const isNew = !(await items.has(item.id));
        await watched.commit({ operations: [items.put(item.id, item.bytes), ...extra.operations] });
        if (isNew) cases.takenBack.push([item.id, answered]);
      },
      envelope,
    },
    send: (party, statement, lane) => ({
      operations: outbox.queue(party, statement, lane).operations,
      committed: () => {
        outbox.wake(party);
      },
    }),
    recall: (to, { id, bytes, header }, place) =>
      outbox.recall(to, { kind: 'item', itemId: id, item: bytes, header }, header.urgency, place),
    forked: () => Promise.resolve(),
    isRecovering: (party) => recovery.isRecovering(party),
    missing: (party, count) => {
      cases.missing.push([party, count]);
      for (const look of watchers) look();
    },
    rejections: outbox,
    receiptKey: () => statementSigner,
  });
  const delivery: SessionProtocol = {
    drive: async (channel, session) => {
      const { draining } = session;
      const source = sourceFor({ inbox, outbox, clock }, session, draining);
      await deliverParcels(channel, source, { clock, draining, meter: freeMeter, turn: nextTurn });
    },
    serve: async (channel, session) =>
      receiveParcels(channel, await sinkFor({ inbox, outbox, recovery }, session), { clock }),
  };
  const node = await startTestNode(self, {
    network: NETWORK,
    ...options,
    protocols: { delivery: options.delivery?.(delivery) ?? delivery },
    ownState: async (party) => ({
      profiles: [],
      outgoing: outbox.links(party),
      incoming: await inbox.links(party),
      recovering: recovery.isRecovering(party),
    }),
  });
  const queue = async (partner: string, operations: readonly Operation[]): Promise<void> => {
    await watched.commit({ operations });
    outbox.wake(partner);
  };
  return {
    party: self.party,
    store,
    node,
    outbox,
    inbox,
    recovery,
    cases,
    send: async (list) => {
      await Promise.all(
        list.map(({ id, bytes, header }) => {
          const parcel = { kind: 'item', itemId: id, item: bytes, header } as const;
          const queued = outbox.queue(header.recipient.party, parcel, header.urgency);
          return queue(header.recipient.party, [items.put(id, bytes), ...queued.operations]);
        }),
      );
    },
    tell: async (partner, said, lane = 'routine') => {
      const evidence = { network: NETWORK, party: self.party, ...said };
      const statement = evidenceStatement.sign(evidence, statementSigner);
      await queue(partner, outbox.queue(partner, { kind: 'evidence', statement }, lane).operations);
    },
    until: (holds) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!holds()) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
    stop: async () => {
      await node.stop();
      await outbox.stop();
    },
  };
}

function fail(error: unknown): never {
  throw error;
}

import { nothingRevoked } from './nothing-revoked.ts';
import type { Clock, SteadyClock } from '../../node/clock.ts';
import { silentLog } from '../../node/log.ts';
import { openOutbox, type Outbox } from '../../node/outbox/outbox.ts';
import { steadyClock } from '../../node/steady-clock.ts';
import type { Change } from '../../node/storage/change.ts';
import type { Store } from '../../node/storage/store.ts';
import type { Urgency } from '../../protocol/convention/instrument.ts';
import type { Accepted, Deliver, Rejected } from '../../protocol/delivery/messages.ts';
import { type Evidence, receiptStatement, rejectionStatement } from '../../protocol/delivery/statements.ts';
import type { Signer } from '../../protocol/identity/keys.ts';
import { openEnvelope, type Item } from '../../protocol/item/item.ts';
import { LANE_TIMES } from '../../protocol/limits.ts';
import type { RejectionCode } from '../../protocol/rejection.ts';
import type { Hex } from '../../protocol/value.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';
import { signerFrom } from './profiles.ts';

/** More room than any test needs. */
export const PLENTY = { parcels: 10_000, bytes: Number.MAX_SAFE_INTEGER };

const jamaica = signerFrom('JM receipt');

/** The outbox of GD, over a store of its own, with what it tells the cases. */
export interface TestOutbox {
  readonly outbox: Outbox;
  readonly store: MemoryStore;
  readonly relayed: Hex[];
  readonly passedOver: Hex[];
  readonly late: Evidence[];
  readonly profiles: Hex[];
  /** Commits items with their parcels, and wakes the partner. */
  readonly send: (...items: readonly Item[]) => Promise<void>;
  /** What queues an item, not committed. */
  readonly queue: (item: Item, lane?: Urgency) => Change;
}

export async function openTestOutbox(
  clock: Clock | SteadyClock,
  store = createMemoryStore(),
): Promise<TestOutbox> {
  const items = store.keyspace('items');
  const told = {
    relayed: [] as Hex[],
    passedOver: [] as Hex[],
    late: [] as Evidence[],
    profiles: [] as Hex[],
  };
  const outbox = await openOutbox({
    network: 'caricom',
    party: 'GD',
    store,
    clock: 'sure' in clock ? clock : steadyClock(clock),
    log: silentLog,
    laneTimes: LANE_TIMES,
    statementKey: (party) => signerFrom(`${party} receipt`).publicKey,
    signer: () => signerFrom('GD receipt'),
    restoration: undefined,
    forked: () => Promise.resolve(),
    standing: () => undefined,
    items: {
      signedAgain: nothingRevoked,
      envelope: async (itemId) => {
        const bytes = await items.get(itemId);
        return bytes && { bytes, withheld: false };
      },
      relayed: (itemId) => {
        told.relayed.push(itemId);
      },
      passOver: async ({ id }, extra) => {
        await store.commit(extra);
        told.passedOver.push(id);
      },
      takeLateness: async ({ evidence }, extra) => {
        await store.commit(extra);
        told.late.push(evidence);
      },
    },
    giveProfiles: (_, digests) => told.profiles.push(...digests),
    onBug: (error) => {
      throw error;
    },
  });
  const queue = ({ id, bytes, header }: Item, lane = header.urgency): Change => {
    const { operations } = outbox.queue(
      header.recipient.party,
      { kind: 'item', itemId: id, item: bytes, header },
      lane,
    );
    return { operations: [items.put(id, bytes), ...operations] };
  };
  return {
    ...told,
    outbox,
    store,
    queue,
    send: async (...list) => {
      for (const item of list) await store.commit(queue(item));
      outbox.wake('JM');
    },
  };
}

/** What JM answers to a parcel, if it is as it should be. */
export function receiptFor(
  deliver: Deliver,
  parts: { signer?: Signer; itemId?: Hex; act?: Hex } = {},
): Accepted {
  const { signer = jamaica, ...facts } = parts;
  const { id, header } = itemIn(deliver);
  const receipt = {
    ...{ network: 'caricom', receiver: 'JM', sender: 'GD', itemId: id, act: header.act, body: header.body },
    ...{ attachments: [], parts: 2, complete: true, receivedAt: header.createdAt, defects: [], ...facts },
  };
  return {
    kind: 'receipt',
    epoch: deliver.epoch,
    number: deliver.number,
    receipt: receiptStatement.sign(receipt, signer),
  };
}

export function rejectionFor(deliver: Deliver, code: RejectionCode, itemId = itemIn(deliver).id): Rejected {
  const { epoch, number } = deliver;
  const said = {
    network: 'caricom',
    receiver: 'JM',
    sender: 'GD',
    itemId,
    code,
    sentence: 'No.',
    rejectedAt: 1,
  };
  return { kind: 'rejection', epoch, number, rejection: rejectionStatement.sign(said, jamaica) };
}

export function itemIn({ parcel }: Deliver): ReturnType<typeof openEnvelope> {
  if (parcel.kind !== 'item') throw new Error('not an item');
  return openEnvelope(parcel.item);
}

/** A store that counts how many values are read through it. */
export function countReads(store: MemoryStore): MemoryStore & { readonly reads: () => number } {
  let reads = 0;
  const keyspace: Store['keyspace'] = (name) => {
    const inner = store.keyspace(name);
    return {
      ...inner,
      get: (key) => {
        reads += 1;
        return inner.get(key);
      },
      getMany: (keys) => {
        reads += keys.length;
        return inner.getMany(keys);
      },
    };
  };
  return { ...store, keyspace, reads: () => reads };
}

/** A store in which what a scan has found can be held back until a test lets it go. */
export function slowScans(store: MemoryStore): MemoryStore & {
  readonly hold: () => { readonly read: Promise<void>; readonly release: () => void };
} {
  let held: { readonly read: () => void; readonly released: Promise<void> } | undefined;
  const keyspace: Store['keyspace'] = (name) => {
    const inner = store.keyspace(name);
    return {
      ...inner,
      async *keys(range) {
        for await (const key of inner.keys(range)) {
          held?.read();
          await held?.released;
          yield key;
        }
      },
    };
  };
  return {
    ...store,
    keyspace,
    hold: () => {
      const read: PromiseWithResolvers<void> = Promise.withResolvers();
      const released: PromiseWithResolvers<void> = Promise.withResolvers();
      held = { read: read.resolve, released: released.promise };
      return { read: read.promise, release: released.resolve };
    },
  };
}

import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { multiaddr } from '@multiformats/multiaddr';
import { frameStream } from '../../protocol/frames.ts';
import type { FrameChannel } from '../../protocol/frames.ts';
import { createFloorKey, signItem, verifyReceipt } from './floor-crypto.ts';
import type { FloorKey } from './floor-crypto.ts';
import { joinGroup, splitGroup } from './floor-group.ts';
import { createFloorHost, FLOOR_FRAME_BYTES_MAX, FLOOR_PROTOCOL } from './floor-link.ts';
import { createFloorSession } from './floor-seal.ts';
import { openFloorStore } from './floor-store.ts';
import type { FloorStore } from './floor-store.ts';
import type { Figure } from './figure.ts';

const GROUP = 32;
const GROUPS_OUTSTANDING = 4;
/** Rows that a sender writes for one item, and again when its receipt comes. */
const ROWS_QUEUED = 5;
const ROWS_RELAYED = 2;
const ITEM_BYTES = 4096 + 900;

interface Sender {
  readonly channel: FrameChannel;
  readonly store: FloorStore;
  readonly key: FloorKey;
  readonly session: ReturnType<typeof createFloorSession>;
}

/**
 * The limit that `items.rate` is held against: signatures, commitments, sealed rows and bodies, synced
 * batches, and frames that are sealed one by one on a Noise stream between two processes, in a bare loop,
 * with neither rules nor an API around it.
 */
export async function measureFloor(items: number): Promise<Figure> {
  const child = fork(join(import.meta.dirname, 'floor-peer.ts'));
  const [addresses] = (await once(child, 'message')) as [string[]];
  const host = await createFloorHost();
  const store = await openFloorStore();
  try {
    const target = addresses.map((address) => multiaddr(address));
    const stream = await host.dialProtocol(target, FLOOR_PROTOCOL);
    const channel = frameStream(stream, { frameBytesMax: FLOOR_FRAME_BYTES_MAX });
    const sender = { channel, store, key: createFloorKey(), session: createFloorSession() };
    await exchange(sender, 20);
    const started = performance.now();
    await exchange(sender, Math.ceil(items / GROUP));
    const seconds = (performance.now() - started) / 1000;
    await channel.close();
    return { name: 'floor.rate', value: items / seconds, unit: 'items/s', detail: { items, group: GROUP } };
  } finally {
    await host.stop();
    await store.close();
    await endChild(child);
  }
}

async function exchange(sender: Sender, groups: number): Promise<void> {
  let sent = 0;
  const one = async (): Promise<void> => {
    const items = Array.from({ length: GROUP }, () => signItem(sender.key, randomBytes(ITEM_BYTES)));
    await sender.store.commit(items, ROWS_QUEUED);
    await sender.channel.write(joinGroup(items.map((item) => sender.session.seal('item', item))));
  };
  const receipts = readReceipts(sender, groups);
  const lanes = Array.from({ length: GROUPS_OUTSTANDING }, async (_, lane) => {
    for (let group = lane; group < groups; group += GROUPS_OUTSTANDING) {
      await one();
      sent += 1;
      await receipts.reached(sent - GROUPS_OUTSTANDING);
    }
  });
  await Promise.all([...lanes, receipts.reached(groups)]);
}

interface Receipts {
  reached(groups: number): Promise<void>;
}

function readReceipts(sender: Sender, groups: number): Receipts {
  let done = 0;
  const waiting: { at: number; resolve: () => void }[] = [];
  const run = async (): Promise<void> => {
    while (done < groups) {
      const frame = await sender.channel.read();
      if (frame === undefined) throw new Error('the other process has gone');
      const receipts = splitGroup(frame).map((sealed) => sender.session.open('receipt', sealed));
      for (const receipt of receipts) verifyReceipt(sender.key, receipt);
      await sender.store.commit(receipts, ROWS_RELAYED);
      done += 1;
      for (const waiter of waiting.filter(({ at }) => at <= done)) waiter.resolve();
    }
  };
  const running = run();
  return {
    reached: async (at) => {
      if (at <= done) return;
      const reached = Promise.withResolvers<undefined>();
      waiting.push({
        at,
        resolve: () => {
          reached.resolve(undefined);
        },
      });
      await Promise.race([reached.promise, running.then(() => reached.promise)]);
    },
  };
}

async function endChild(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.disconnect();
  await exited;
}

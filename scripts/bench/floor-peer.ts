import { frameStream } from '../../protocol/frames.ts';
import { createFloorKey, receiveItem } from './floor-crypto.ts';
import { joinGroup, splitGroup } from './floor-group.ts';
import { createFloorHost, FLOOR_FRAME_BYTES_MAX, FLOOR_PROTOCOL } from './floor-link.ts';
import { createFloorSession } from './floor-seal.ts';
import { openFloorStore } from './floor-store.ts';

/** Rows that a receiver writes for one item: item, chain, case, receipt, record. */
const ROWS = 5;

// The receiving process: verifies, stores, answers; ends when its parent closes the channel.
const host = await createFloorHost();
const store = await openFloorStore();
const key = createFloorKey();
const session = createFloorSession();

await host.handle(FLOOR_PROTOCOL, async (stream) => {
  const channel = frameStream(stream, { frameBytesMax: FLOOR_FRAME_BYTES_MAX });
  for (let frame = await channel.read(); frame !== undefined; frame = await channel.read()) {
    const items = splitGroup(frame).map((sealed) => session.open('item', sealed));
    const receipts = items.map((item) => receiveItem(key, item));
    await store.commit(items, ROWS);
    await channel.write(joinGroup(receipts.map((receipt) => session.seal('receipt', receipt))));
  }
});

process.on('disconnect', () => {
  void Promise.all([host.stop(), store.close()]).then(() => process.exit(0));
});
process.send?.(host.getMultiaddrs().map(String));

import { DECADE_MS, surviveClock } from '../support/survive-clocks.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';

describe('a node whose clock is ten years wrong while items are in flight', function () {
  this.timeout(60_000);
  const newFolder = useTemporaryFolders();

  it('by a jump ahead, warns, loses and doubles nothing, signs no false time, and comes right by itself', async () => {
    await surviveClock(await newFolder(), { fault: 'jump', aheadMs: DECADE_MS });
  });

  it('from its start and behind, warns, loses and doubles nothing, and comes right by itself', async () => {
    await surviveClock(await newFolder(), { fault: 'start', aheadMs: -DECADE_MS });
  });
});

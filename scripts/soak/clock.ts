import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLOCK_FAULTS, DECADE_MS, surviveClock } from '../../test/support/survive-clocks.ts';

/**
 * Puts the clock of one of two nodes ten years ahead and behind, while it runs and before it starts, each so
 * many times. @throws AssertionError when anything is lost, doubled or dated falsely
 */
export async function soakClock(
  report: (row: object) => void,
  { rounds }: { readonly rounds: number },
): Promise<void> {
  const ways = CLOCK_FAULTS.flatMap((fault) =>
    [DECADE_MS, -DECADE_MS].map((aheadMs) => ({ fault, aheadMs })),
  );
  for (const way of ways) {
    let items = 0;
    for (let round = 0; round < rounds; round += 1) items += await survivedOnce(way);
    const where = way.aheadMs > 0 ? 'ahead' : 'behind';
    report({ what: `${way.fault} ${where} by ten years`, rounds, items, lost: 0 });
  }
}

async function survivedOnce(way: Parameters<typeof surviveClock>[1]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'comity-clock-'));
  try {
    return await surviveClock(folder, way);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

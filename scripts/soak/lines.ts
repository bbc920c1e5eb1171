import { netUp } from '../../test/support/net.ts';
import { randomFrom } from '../../test/support/seeded-random.ts';
import { type Harm, surviveLines } from '../../test/support/survive-lines.ts';
import { STATES } from '../../test/support/writing-load.ts';

const HARMS: readonly Harm[] = ['cut', 'mid-frame', 'mid-frame', 'half-open', 'corrupt', 'slow'];
const HARMS_OF_A_ROUND = 12;
const MINUTE_MS = 60_000;

/** Harms the line between two daemons under load for so long. @throws AssertionError */
export async function soakLines(
  report: (row: object) => void,
  { seed, minutes }: { readonly seed: number; readonly minutes: number },
): Promise<void> {
  const random = randomFrom(seed);
  const net = await netUp(...STATES);
  const end = performance.now() + minutes * MINUTE_MS;
  try {
    for (let rounds = 1; rounds === 1 || performance.now() < end; rounds += 1) {
      const harms = Array.from({ length: HARMS_OF_A_ROUND }, () => random.pick(HARMS));
      const { items } = await surviveLines(net, { harms, random });
      report({
        rounds,
        harms: Object.fromEntries(HARMS.map((harm) => [harm, harms.filter((one) => one === harm).length])),
        items,
      });
    }
  } finally {
    await net.down();
  }
}

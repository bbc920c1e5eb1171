import { netUp } from '../../test/support/net.ts';
import { randomFrom } from '../../test/support/seeded-random.ts';
import { percentile } from '../bench/figure.ts';
import { surviveKills } from '../../test/support/survive-kills.ts';
import { STATES } from '../../test/support/writing-load.ts';

/** Deaths after which all cases are compared, and the record verified. */
const KILLS_OF_A_ROUND = 20;

/** Kills daemons under load, so many times. @throws AssertionError when something is lost or doubled */
export async function soakKills(
  report: (row: object) => void,
  { seed, kills }: { readonly seed: number; readonly kills: number },
): Promise<void> {
  const random = randomFrom(seed);
  const all: number[] = [];
  const net = await netUp(...STATES);
  try {
    for (let done = 0; done < kills; done += KILLS_OF_A_ROUND) {
      const round = Math.min(KILLS_OF_A_ROUND, kills - done);
      const { servingMs, ...survived } = await surviveKills(net, { kills: round, random });
      all.push(...servingMs);
      const [servingP99Ms, servingMaxMs] = [0.99, 1].map((part) => Math.round(percentile(all, part)));
      report({ kills: done + round, ...survived, servingP99Ms, servingMaxMs });
    }
  } finally {
    await net.down();
  }
}

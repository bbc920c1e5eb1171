import { netUp } from '../../test/support/net.ts';
import { randomFrom } from '../../test/support/seeded-random.ts';
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
  const net = await netUp(...STATES);
  try {
    for (let done = 0; done < kills; done += KILLS_OF_A_ROUND) {
      const round = Math.min(KILLS_OF_A_ROUND, kills - done);
      report({ kills: done + round, ...(await surviveKills(net, { kills: round, random })) });
    }
  } finally {
    await net.down();
  }
}

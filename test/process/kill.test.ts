import { seededRandom } from '../support/seeded-random.ts';
import { surviveKills } from '../support/survive-kills.ts';
import { useNet } from '../support/use-net.ts';
import { STATES } from '../support/writing-load.ts';

const KILLS = 20;

describe('two daemons that are killed while officers write', () => {
  const net = useNet(...STATES);

  it('lose nothing, double nothing and agree on every case', async function () {
    this.timeout(180_000);
    const random = seededRandom('COMITY_KILL_SEED');
    try {
      const { answersLost, servingMs } = await surviveKills(net(), { kills: KILLS, random });
      const slowestMs = Math.round(Math.max(...servingMs));
      const title = this.test?.title ?? '';
      if (this.test)
        this.test.title = `${title} (${answersLost} answers lost, served again within ${slowestMs} ms)`;
    } catch (cause) {
      throw new Error(`with COMITY_KILL_SEED=${random.seed}: ${(cause as Error).message}`, { cause });
    }
  });
});

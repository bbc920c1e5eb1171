import { expect } from 'chai';
import { type Conduct, createConduct } from '../../../node/conduct.ts';
import { createMetrics, type Metrics } from '../../../node/metrics.ts';
import type { Change } from '../../../node/storage/change.ts';
import { ALLOWANCES, COSTS } from '../../../protocol/costs.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';

const HOUR_MS = 3_600_000;

describe('what partners cost in vain', () => {
  let clock: FakeClock;
  let metrics: Metrics;
  let changes: Change[];
  let lines: unknown[];
  let told: string[];
  let conduct: Conduct;
  beforeEach(() => {
    clock = createFakeClock({ start: Date.UTC(2026, 10, 23, 9, 30) });
    metrics = createMetrics();
    [changes, lines, told] = [[], [], []];
    const note = (context: unknown, message: string): void => void lines.push([context, message]);
    const log = { debug: note, info: note, warn: note, error: note, child: () => log };
    conduct = createConduct({
      clock,
      log,
      metrics,
      commit: (change) => {
        changes.push(change);
        return Promise.resolve();
      },
      tell: (party) => told.push(party),
    });
  });

  const most = Math.floor(ALLOWANCES.delivery.burst / COSTS.rejected);

  it('may be the allowance, and no more: then the partner owes time, in that protocol alone', () => {
    const meter = conduct.meter('JM', 'delivery');
    meter.charge('rejected', most);
    expect(meter.owedMs()).to.equal(0);
    expect(conduct.warnings()).to.deep.equal([]);
    meter.charge('rejected');
    expect(meter.owedMs()).to.be.greaterThan(0);
    expect(conduct.meter('JM', 'session').owedMs()).to.equal(0);
    expect(conduct.meter('TT', 'delivery').owedMs()).to.equal(0);
  });

  it('is counted for a partner over all its sessions', () => {
    conduct.meter('JM', 'delivery').charge('rejected', most);
    conduct.meter('JM', 'delivery').charge('rejected');
    expect(conduct.meter('JM', 'delivery').owedMs()).to.be.greaterThan(0);
  });

  it('is told once while it goes on: in the record, the log, a warning and to whoever watches', async () => {
    const meter = conduct.meter('JM', 'delivery');
    for (let minute = 0; minute < 90; minute++) {
      meter.charge('rejected', most);
      await clock.advance(60_000);
    }
    const detail = { party: 'JM', where: 'delivery' };
    expect(changes.flatMap(({ events = [] }) => events)).to.deep.equal([
      { type: 'partner.throttled', at: Date.UTC(2026, 10, 23, 9, 31), actor: 'node', detail },
    ]);
    expect(lines).to.deep.equal([[{ partner: 'JM', where: 'delivery' }, 'a partner is slowed down']]);
    expect(told).to.deep.equal(['JM']);
    const message = 'JM has been slowed down since 2026-11-23 09:31 UTC, in: delivery.';
    expect(conduct.warnings()).to.deep.equal([{ code: 'partner-slowed', subject: 'JM', message }]);
  });

  it('is told again when it begins anew, after an hour within the allowances', async () => {
    const overspend = (): void => {
      conduct.meter('JM', 'delivery').charge('rejected', 2 * most);
    };
    overspend();
    await clock.advance(HOUR_MS);
    expect(conduct.warnings()).to.deep.equal([]);
    overspend();
    expect([changes.length, told.length, conduct.warnings().length]).to.deep.equal([2, 2, 1]);
  });

  it('is counted by partner and kind, but for what gives something back', async () => {
    conduct.meter('JM', 'delivery').charge('rejected', 3);
    conduct.meter('JM', 'delivery').charge('takenIn', 1000);
    const text = await metrics.text();
    expect(text).to.contain('comity_partner_costs_total{partner="JM",cost="rejected"} 3');
    expect(text).to.not.contain('takenIn');
  });
});

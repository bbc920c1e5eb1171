import assert from 'node:assert/strict';
import { steadyClock } from '../../../node/steady-clock.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const DECADE_MS = 3652 * DAY_MS;

describe('a steady clock', () => {
  for (const jumpMs of [DECADE_MS, -DECADE_MS, 6 * MINUTE_MS]) {
    it(`goes on through a jump of the machine's by ${jumpMs / MINUTE_MS} minutes, and says so, until that is right`, async () => {
      const machine = createFakeClock();
      const clock = steadyClock(machine);
      const start = machine.now();
      await machine.advance(MINUTE_MS);
      machine.setWall(machine.now() + jumpMs);
      await machine.advance(DAY_MS);
      assert.equal(clock.now(), start + DAY_MS + MINUTE_MS);
      assert.equal(clock.doubt(), jumpMs);
      machine.setWall(start + DAY_MS + MINUTE_MS);
      assert.equal(clock.doubt(), undefined);
    });
  }

  it('follows the machine’s in steps of some minutes, without being surer', async () => {
    const machine = createFakeClock();
    const clock = steadyClock(machine);
    const start = machine.now();
    for (const steps of [1, 2, 3]) {
      machine.setWall(machine.now() + 4 * MINUTE_MS);
      assert.equal(clock.now(), start + 4 * steps * MINUTE_MS);
    }
    assert.equal(clock.sure(), start);
    assert.equal(clock.doubt(), undefined);
    await machine.advance(MINUTE_MS);
    assert.equal(clock.sure(), start + MINUTE_MS);
  });

  it('believes a jump that the clocks of partners agree with, in either direction', () => {
    for (const jumpMs of [DAY_MS, -DAY_MS]) {
      const machine = createFakeClock();
      const clock = steadyClock(machine);
      machine.setWall(machine.now() + jumpMs);
      assert.notEqual(clock.doubt(), undefined);
      clock.compare(MINUTE_MS);
      assert.deepEqual([clock.doubt(), clock.now(), clock.sure()], [undefined, machine.now(), machine.now()]);
    }
  });

  it('takes no time from partners that neither it nor the machine has', () => {
    const machine = createFakeClock();
    const clock = steadyClock(machine);
    const start = machine.now();
    machine.setWall(start + DECADE_MS);
    clock.compare(DAY_MS);
    clock.compare(-DECADE_MS);
    assert.deepEqual([clock.now(), clock.sure()], [start, start]);
    assert.equal(clock.doubt(), DECADE_MS);
  });

  describe('that goes on from an earlier life', () => {
    const resumed = (offMs: number, byMs: number) => {
      const machine = createFakeClock();
      const before = machine.now();
      machine.setWall(before + offMs + byMs);
      const clock = steadyClock(machine);
      clock.resume(before);
      return { machine, clock, before };
    };

    it('believes the machine’s after days off, and is sure only of what it knew, until a partner agrees', async () => {
      const { machine, clock, before } = resumed(10 * DAY_MS, 0);
      assert.equal(clock.now(), machine.now());
      await machine.advance(MINUTE_MS);
      assert.equal(clock.sure(), before + MINUTE_MS);
      clock.compare(0);
      assert.equal(clock.sure(), machine.now());
    });

    it('does not believe one that is decades off, until it is right: days may lie between', async () => {
      for (const byMs of [DECADE_MS, -DECADE_MS]) {
        const { machine, clock, before } = resumed(DAY_MS, byMs);
        await machine.advance(MINUTE_MS);
        assert.equal(clock.now(), before + MINUTE_MS);
        assert.notEqual(clock.doubt(), undefined);
        machine.setWall(before + DAY_MS + MINUTE_MS);
        assert.deepEqual([clock.doubt(), clock.now()], [undefined, machine.now()]);
      }
    });

    it('believes the machine’s after months off when a partner agrees with it', () => {
      const { machine, clock } = resumed(60 * DAY_MS, 0);
      assert.notEqual(clock.doubt(), undefined);
      clock.compare(0);
      assert.deepEqual([clock.doubt(), clock.now()], [undefined, machine.now()]);
    });
  });
});

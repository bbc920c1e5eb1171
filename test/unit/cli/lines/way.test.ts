import assert from 'node:assert/strict';
import { Way } from '../../../../cli/tester/lines/way.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { randomFrom } from '../../../support/seeded-random.ts';

const never = new AbortController().signal;

function fractionsOf(seed: number): () => number {
  const random = randomFrom(seed);
  return () => random.below(2 ** 31) / 2 ** 31;
}

describe('one direction of a line', () => {
  it('lets everything pass at once and as it is, unless it is told otherwise', async () => {
    const clock = createFakeClock();
    const way = new Way(clock, fractionsOf(1));
    const bytes = Buffer.from('as it is');
    assert.deepEqual(await way.send(bytes, never), { bytes, arrivesAt: 0, broken: false });
  });

  it('lets pass what its bandwidth has room for, whoever sends it', async () => {
    const clock = createFakeClock();
    const way = new Way(clock, fractionsOf(1));
    way.set({ kbps: 8 });
    const left: number[] = [];
    for (let sender = 0; sender < 2; sender += 1) {
      void (async () => {
        for (let piece = 0; piece < 3; piece += 1) {
          const passed = await way.send(new Uint8Array(100), never);
          left.push(passed?.arrivesAt ?? NaN);
        }
      })();
    }
    await clock.advance(600);
    // A hundred bytes are 800 bits: at 8,000 in a second that is a tenth of it.
    assert.deepEqual(left, [100, 200, 300, 400, 500, 600]);
  });

  it('holds each piece for its delay and at most the jitter, and goes on sending meanwhile', async () => {
    const clock = createFakeClock();
    const way = new Way(clock, fractionsOf(1));
    way.set({ delayMs: 200, jitterMs: 50 });
    const arrivals: number[] = [];
    for (let piece = 0; piece < 100; piece += 1) {
      arrivals.push((await way.send(new Uint8Array(1), never))?.arrivesAt ?? NaN);
    }
    assert.equal(clock.monotonic(), 0);
    assert.ok(arrivals.every((at) => at >= 200 && at < 250));
    assert.ok(new Set(arrivals).size > 50);
  });

  it('loses everything while it is cut or silent', async () => {
    const way = new Way(createFakeClock(), fractionsOf(1));
    for (const state of ['cut', 'silent'] as const) {
      way.set({ state });
      assert.equal(await way.send(new Uint8Array(1), never), undefined);
    }
    way.set({});
    assert.notEqual(await way.send(new Uint8Array(1), never), undefined);
  });

  it('spoils one bit of about as many bytes as it is told to, the same with the same seed', async () => {
    const spoilt = async (seed: number): Promise<Uint8Array> => {
      const way = new Way(createFakeClock(), fractionsOf(seed));
      way.set({ corrupt: 0.01 });
      const pieces: Uint8Array[] = [];
      for (let piece = 0; piece < 100; piece += 1) {
        const passed = await way.send(new Uint8Array(1000), never);
        pieces.push(passed?.bytes ?? new Uint8Array());
      }
      return Buffer.concat(pieces);
    };
    const [first, again, other] = [await spoilt(1), await spoilt(1), await spoilt(2)];
    const bad = [...first].filter((byte) => byte !== 0);
    assert.ok(bad.length > 800 && bad.length < 1200, String(bad.length));
    assert.ok(bad.every((byte) => (byte & (byte - 1)) === 0));
    assert.deepEqual(again, first);
    assert.notDeepEqual(other, first);
  });

  it('breaks off once in the middle of a piece, when so many bytes have passed', async () => {
    const way = new Way(createFakeClock(), fractionsOf(1));
    way.set({ breakAfter: 150, delayMs: 1 });
    const sent: [number, boolean][] = [];
    for (let piece = 0; piece < 4; piece += 1) {
      const passed = await way.send(new Uint8Array(100), never);
      if (passed) sent.push([passed.bytes.length, passed.broken]);
    }
    assert.deepEqual(sent, [
      [100, false],
      [100, false],
      [50, true],
      [100, false],
    ]);
    assert.deepEqual(way.faults, { delayMs: 1 });
  });
});

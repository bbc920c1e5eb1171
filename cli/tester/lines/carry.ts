import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createBell } from '../../../protocol/bell.ts';
import type { Timekeeper } from '../../../protocol/timekeeper.ts';
import type { Passed, Way } from './way.ts';

/** What one connection has on its way at most, in bytes: above, who sends has to wait. */
const UNDER_WAY_MAX = 1024 * 1024;

export interface Carriage {
  readonly from: Socket;
  readonly to: Socket;
  readonly way: Way;
  readonly clock: Timekeeper;
  readonly signal: AbortSignal;
}

/**
 * Carries what one end of a connection sends to the other, in order, until it has sent all. The sender is
 * held up by a receiver that does not read, and by what the line can hold: nothing is buffered without bound.
 * Resolves whether the connection has to break off now.
 */
export async function carry(carriage: Carriage): Promise<{ readonly broken: boolean }> {
  const { from, way, signal } = carriage;
  const transit = createTransit();
  const delivered = deliver(carriage, transit);
  // Whoever fails first ends the other; a failure of delivering is met where it is awaited.
  delivered.catch(() => from.destroy());
  // At its end only one half of the connection is over.
  for await (const chunk of from.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    for (let at = 0, size = way.pieceBytes; at < chunk.length; at += size, size = way.pieceBytes) {
      await transit.room(signal);
      const passed = await way.send(chunk.subarray(at, at + size), signal);
      if (passed === undefined) continue;
      transit.push(passed);
      if (passed.broken) return await delivered;
    }
  }
  transit.push('end');
  return await delivered;
}

async function deliver({ to, way, clock, signal }: Carriage, transit: Transit): Promise<{ broken: boolean }> {
  for (;;) {
    const passed = await transit.next(signal);
    if (passed === 'end') break;
    const wait = passed.arrivesAt - clock.monotonic();
    if (wait > 0) await clock.delay(wait, signal);
    if (!to.write(passed.bytes)) await once(to, 'drain', { signal });
    transit.arrived(passed);
    if (!passed.broken) continue;
    to.end();
    await once(to, 'finish', { signal });
    return { broken: true };
  }
  // What was lost at last is the end: the far side is not told.
  if (way.faults.state === undefined) to.end();
  return { broken: false };
}

/** What has left and is not there yet. */
interface Transit {
  push(passed: Passed | 'end'): void;
  next(signal: AbortSignal): Promise<Passed | 'end'>;
  arrived(passed: Passed): void;
  room(signal: AbortSignal): Promise<void>;
}

function createTransit(): Transit {
  const queue: (Passed | 'end')[] = [];
  const [pushed, freed] = [createBell(), createBell()];
  let bytes = 0;
  return {
    push(passed) {
      if (passed !== 'end') bytes += passed.bytes.length;
      queue.push(passed);
      pushed.ring();
    },
    async next(signal) {
      for (let passed = queue.shift(); ; passed = queue.shift()) {
        if (passed !== undefined) return passed;
        await pushed.heard(signal);
      }
    },
    arrived(passed) {
      bytes -= passed.bytes.length;
      freed.ring();
    },
    async room(signal) {
      while (bytes >= UNDER_WAY_MAX) await freed.heard(signal);
    },
  };
}

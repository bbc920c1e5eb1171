import type { SessionProtocol } from '../../node/host/session.ts';
import type { FrameChannel } from '../../protocol/frames.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import type { World } from './world.ts';

/** What happens to frames of the delivery protocol, in thousandths: as if the partner itself were at fault. */
export interface Noise {
  readonly random: SeededRandom;
  drop: number;
  repeat: number;
  swap: number;
}

/** How long a frame waits for another one to go before it, in ms. */
const SWAP_MS = 200;

/** The protocol over channels that lose, repeat and swap what is written, whoever wrote it. */
export function noisy(protocol: SessionProtocol, noise: Noise, world: World): SessionProtocol {
  return {
    drive: (channel, session) => protocol.drive(noisyChannel(channel, noise, world), session),
    serve: (channel, session) => protocol.serve(noisyChannel(channel, noise, world), session),
  };
}

function noisyChannel(channel: FrameChannel, noise: Noise, world: World): FrameChannel {
  let late: Uint8Array | undefined;
  const flush = async (): Promise<void> => {
    const frame = late;
    late = undefined;
    if (frame !== undefined) await channel.write(frame);
  };
  return {
    read: () => channel.read(),
    async write(frame) {
      const chance = noise.random.below(1000);
      if (chance < noise.drop) return;
      if (chance < noise.drop + noise.swap && late === undefined) {
        late = frame;
        world.after(SWAP_MS, () => void flush().catch(() => undefined));
        return;
      }
      await channel.write(frame);
      if (chance >= 1000 - noise.repeat) await channel.write(frame);
      await flush();
    },
    async close() {
      await flush();
      await channel.close();
    },
    abort: (error) => {
      channel.abort(error);
    },
  };
}

import { again, type Attack, type Attacker, orAborted } from './attack.ts';
import { type MuxedWire, openMuxedWire, YAMUX, yamuxHeader } from './muxed-wire.ts';

/** How many frames go out before the event loop is let go. */
const RUN = 256;

/** Connects as the partner, and writes what it is given for as long as it is let. */
function wiring(does: string, write: (wire: MuxedWire, index: number) => boolean, deaf = false): Attack {
  return {
    at: 'muxer',
    by: 'partner',
    does,
    enough: 1500,
    run: async ({ state, target, did }: Attacker, signal) => {
      let written = 0;
      await again(signal, async () => {
        const wire = await openMuxedWire(state.nodeSeed, target);
        if (deaf) wire.deafen();
        while (wire.alive && !signal.aborted) {
          let room = true;
          for (let index = 0; index < RUN && room; index += 1) {
            room = write(wire, written++);
            did();
          }
          if (!room) await orAborted(signal, wire.room());
          await new Promise((resolve) => setImmediate(resolve));
        }
        await wire.stop();
      });
    },
  };
}

/** Streams of the dialler have odd ids. */
const streamId = (index: number): number => ((2 * index + 1) % 0xffff_fff0) | 1;

export const MUXER_ATTACKS: Readonly<Record<string, Attack>> = {
  streams: wiring('opens and resets streams', (wire, index) => {
    const stream = streamId(index);
    const opened = yamuxHeader(YAMUX.windowUpdate, { flags: YAMUX.syn, stream });
    return wire.send(Buffer.concat([opened, yamuxHeader(YAMUX.windowUpdate, { flags: YAMUX.rst, stream })]));
  }),
  muxerPings: wiring('asks for answers of the muxer', (wire, index) =>
    wire.send(yamuxHeader(YAMUX.ping, { flags: YAMUX.syn, length: index % 0xffff_ffff })),
  ),
  deafPings: wiring(
    'asks for answers of the muxer and reads none',
    (wire, index) => wire.send(yamuxHeader(YAMUX.ping, { flags: YAMUX.syn, length: index % 0xffff_ffff })),
    true,
  ),
  windows: wiring('sends window updates for streams that there are not', (wire) =>
    wire.send(
      Buffer.concat(
        Array.from({ length: 64 }, () => yamuxHeader(YAMUX.windowUpdate, { stream: 9999, length: 1 })),
      ),
    ),
  ),
  emptyFrames: wiring('sends frames with nothing in them', (wire) =>
    wire.send(Buffer.concat(Array.from({ length: 64 }, () => yamuxHeader(YAMUX.data, { stream: 9999 })))),
  ),
  tinyMessages: wiring('sends the transport one byte at a time', (wire, index) =>
    wire.send(
      yamuxHeader(YAMUX.windowUpdate, { stream: 9999, length: 1 }).subarray(index % 12, (index % 12) + 1),
    ),
  ),
  longMuxerFrames: wiring('announces frames above any window', (wire) =>
    wire.send(yamuxHeader(YAMUX.data, { stream: 1, length: 0xffff_ffff })),
  ),
};

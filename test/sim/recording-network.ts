import type { SessionProtocol, SessionProtocolName, SessionProtocols } from '../../node/host/session.ts';
import type { Network } from '../../node/network.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { FrameChannel, FrameStream } from '../../protocol/frames.ts';
import { sessionFrameCodec } from '../../protocol/session/messages.ts';
import { packed, type RecordedSide, type RecordedStream } from './session-record.ts';
import { SimNetwork } from './sim-network.ts';
import { peerIdOfState } from './sim-state.ts';
import type { Life, World } from './world.ts';

type Said = Pick<RecordedSide, 'hello' | 'state'>;
type OnFrame = (way: 'read' | 'written', bytes: Uint8Array) => void;

/** Notes what two States say to each other where it is not sealed yet, or not any more. */
export class RecordingNetwork extends SimNetwork {
  readonly #dialler: string;
  readonly #answerer: string;
  readonly #said = new Map<string, Partial<Said>>();
  readonly #streams: RecordedStream[] = [];

  constructor(world: World, { dialler, answerer }: { readonly dialler: string; readonly answerer: string }) {
    super(world, { random: world.random('noise'), drop: 0, repeat: 0, swap: 0 });
    this.#dialler = dialler;
    this.#answerer = answerer;
  }

  override of(life: Life): Network {
    const { startHost, openSessions } = super.of(life);
    return {
      startHost: async (dependencies, options) => {
        const accept: typeof dependencies.accept = (protocol, frames, connection) => {
          dependencies.accept(protocol, protocol === 'session' ? this.#greeting(frames) : frames, connection);
        };
        const host = await startHost({ ...dependencies, accept }, options);
        return host.peerId === peerIdOfState(this.#answerer) ? { ...host, dial: neverDials } : host;
      },
      openSessions: (dependencies, options) =>
        openSessions({ ...dependencies, protocols: this.#recorded(dependencies.protocols) }, options),
    };
  }

  /** What was said since this was last asked. */
  take(): { readonly said: (code: string) => Said; readonly streams: readonly RecordedStream[] } {
    const said = new Map(this.#said);
    this.#said.clear();
    return {
      streams: this.#streams.splice(0),
      said: (code) => {
        const { hello, state } = said.get(code) ?? {};
        if (hello === undefined || state === undefined) throw new Error(`${code} was in no session`);
        return { hello, state };
      },
    };
  }

  /** The first frame each way is a `Hello`; what comes after it is sealed. */
  #greeting(frames: FrameStream): FrameStream {
    const noted = tapped(frames, (way, bytes) => {
      const code = way === 'read' ? this.#dialler : this.#answerer;
      const known = this.#said.get(code);
      if (known?.hello === undefined) this.#said.set(code, { ...known, hello: packed(bytes) });
    });
    return { ...noted, progress: () => frames.progress() };
  }

  #recorded({ directory, delivery }: SessionProtocols): SessionProtocols {
    return {
      directory: this.#serving('directory', directory),
      delivery: this.#serving('delivery', delivery),
    };
  }

  /** Who serves a stream sees both its directions; a `State` has one encoding only. */
  #serving(protocol: SessionProtocolName, inner: SessionProtocol): SessionProtocol {
    return {
      drive: (channel, session) => inner.drive(channel, session),
      serve: (channel, session) => {
        const opener = session.party;
        const other = opener === this.#dialler ? this.#answerer : this.#dialler;
        const state = packed(sessionFrameCodec.encode({ kind: 'state', state: session.state }));
        this.#said.set(opener, { ...this.#said.get(opener), state });
        const stream: RecordedStream = { protocol, opener, frames: [] };
        this.#streams.push(stream);
        const noted = tapped(channel, (way, bytes) => {
          stream.frames.push([way === 'read' ? opener : other, packed(bytes)]);
        });
        return inner.serve(noted, session);
      },
    };
  }
}

/** One of the two waits until it is dialled, so that there is one session. */
function neverDials(): Promise<never> {
  return Promise.reject(new ComityError('not-reached', 'This State waits until it is dialled.'));
}

function tapped(channel: FrameChannel, onFrame: OnFrame): FrameChannel {
  return {
    async read() {
      const bytes = await channel.read();
      if (bytes !== undefined) onFrame('read', bytes);
      return bytes;
    },
    write(frame) {
      onFrame('written', frame);
      return channel.write(frame);
    },
    close: () => channel.close(),
    abort: (error) => {
      channel.abort(error);
    },
  };
}

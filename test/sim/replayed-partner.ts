import type { Clock } from '../../node/clock.ts';
import type { PeerConnection } from '../../node/host/connection.ts';
import type { SessionProtocolName } from '../../node/host/session.ts';
import { createBell } from '../../protocol/bell.ts';
import type { FrameChannel, FrameStream } from '../../protocol/frames.ts';
import type { ProtocolName } from '../../protocol/ids.ts';
import { converse } from '../../protocol/session/conversation.ts';
import type { Greeting } from '../../protocol/session/greeting.ts';
import { helloCodec, sessionFrameCodec, type SessionState } from '../../protocol/session/messages.ts';
import { answerGreeting } from '../../protocol/session/server.ts';
import { free } from '../support/free-conduct.ts';
import { known } from '../support/party-officers.ts';
import { isPromised, type RecordedStream, type SessionRecord, unpacked } from './session-record.ts';
import type { SimNetwork } from './sim-network.ts';
import { peerIdOfState } from './sim-state.ts';
import type { World } from './world.ts';

/**
 * One side of a recorded session, which says frame by frame what it said then, under fresh keys. Each frame
 * waits until the State that is here now has said as much on the same stream as the one that was there then.
 */
export class ReplayedPartner {
  /** What the other side says that it has, once it has said so. */
  otherState: SessionState | undefined;
  readonly #code: string;
  readonly #other: string;
  readonly #record: SessionRecord;
  readonly #world: World;
  readonly #greeting: PromiseWithResolvers<Greeting> = Promise.withResolvers();
  readonly #heard = new Map<RecordedStream, Uint8Array[]>();
  readonly #unsaid = new Map<RecordedStream, number>();

  constructor(
    record: SessionRecord,
    { code, other, world }: { readonly code: string; readonly other: string; readonly world: World },
  ) {
    this.#record = record;
    this.#code = code;
    this.#other = other;
    this.#world = world;
    for (const stream of record.streams) {
      this.#heard.set(stream, []);
      this.#unsaid.set(stream, stream.frames.filter(([by]) => by === code).length);
    }
  }

  /** Waits on the network to be dialled. */
  async listen(network: SimNetwork): Promise<void> {
    const accept = (protocol: ProtocolName, frames: FrameStream, connection: PeerConnection): void => {
      if (protocol === 'session') void this.#meet(frames, connection);
      else void this.#serve(protocol as SessionProtocolName, frames);
    };
    const dependencies = { ...free, isAdmitted: () => true, accept };
    const seed = Buffer.alloc(32, `${this.#code} node`);
    await network.of({ over: false }).startHost(dependencies, { seed, listen: [] });
  }

  /** What the other side has said on each stream, but for acknowledgements. */
  get heard(): ReadonlyMap<RecordedStream, readonly Uint8Array[]> {
    return this.#heard;
  }

  /** Frames that nothing here has led to yet. */
  get unsaid(): number {
    return [...this.#unsaid.values()].reduce((sum, count) => sum + count, 0);
  }

  async #meet(frames: FrameStream, connection: PeerConnection): Promise<void> {
    const { hello, state } = known(this.#record.sides[this.#code]);
    const { network, bootId, versions } = helloCodec.decode(unpacked(hello));
    const [ownPeerId, partnerPeerId] = [this.#code, this.#other].map(peerIdOfState) as [string, string];
    const introduction = { network, bootId, versions, ownPeerId, partnerPeerId };
    const greeting = await answerGreeting(frames, introduction);
    const channel = greeting.seal(frames, 'session', 'partner');
    await channel.write(unpacked(state));
    const first = sessionFrameCodec.decode(known(await channel.read()));
    if (first.kind === 'state') this.otherState = first.state;
    converse(channel, this.#clock()).ended.catch(() => undefined);
    this.#greeting.resolve(greeting);
    for (const protocol of ['directory', 'delivery'] as const) {
      const own = greeting.seal(await connection.open(protocol), protocol, 'own');
      void this.#replay(own, this.#stream(protocol, this.#code));
    }
  }

  async #serve(protocol: SessionProtocolName, frames: FrameStream): Promise<void> {
    const channel = (await this.#greeting.promise).seal(frames, protocol, 'partner');
    await this.#replay(channel, this.#stream(protocol, this.#other));
  }

  async #replay(channel: FrameChannel, stream: RecordedStream): Promise<void> {
    const bell = createBell();
    const heard = known(this.#heard.get(stream));
    const note = (frame: Uint8Array): void => {
      if (!isPromised(stream.protocol, frame)) return;
      heard.push(frame);
      bell.ring();
    };
    void listen(channel, note).catch(() => undefined);
    let expected = 0;
    for (const [by, text] of stream.frames) {
      const bytes = unpacked(text);
      if (by !== this.#code) {
        if (isPromised(stream.protocol, bytes)) expected += 1;
        continue;
      }
      while (heard.length < expected) await bell.heard();
      await channel.write(bytes);
      this.#unsaid.set(stream, known(this.#unsaid.get(stream)) - 1);
    }
  }

  #stream(protocol: SessionProtocolName, opener: string): RecordedStream {
    return known(this.#record.streams.find((one) => one.protocol === protocol && one.opener === opener));
  }

  #clock(): Clock {
    const { skewMs } = known(this.#record.sides[this.#code]);
    return this.#world.clock({ over: false }, () => skewMs, this.#world.random('replay'));
  }
}

async function listen(channel: FrameChannel, note: (frame: Uint8Array) => void): Promise<void> {
  for (let bytes = await channel.read(); bytes !== undefined; bytes = await channel.read()) note(bytes);
}

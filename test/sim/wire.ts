import { ComityError } from '../../protocol/errors.ts';
import type { FrameStream } from '../../protocol/frames.ts';
import type { ProtocolName } from '../../protocol/ids.ts';
import type { PeerConnection } from '../../node/host/connection.ts';
import { SimStream } from './sim-stream.ts';
import type { Life, World } from './world.ts';
import type { Line } from './line.ts';

/** What a host is, to a connection that leads to it. */
export interface WireEnd {
  readonly peerId: string;
  readonly life: Life;
  readonly accept: (protocol: ProtocolName, frames: FrameStream, connection: PeerConnection) => void;
}

const CLOSED = 'The connection has closed.';

/** One connection between two hosts: its own end of it is what each host is given. */
export class Wire {
  readonly ends: readonly [Connection, Connection];
  readonly #world: World;
  readonly #line: Line;
  /** By the end that writes: when the last of it arrives. */
  readonly #arrivals: [number, number] = [0, 0];
  #broken = false;

  constructor(world: World, line: Line, hosts: { readonly dialler: WireEnd; readonly dialled: WireEnd }) {
    this.#world = world;
    this.#line = line;
    const { dialler, dialled } = hosts;
    this.ends = [
      new Connection(this, 0, { own: dialler, partner: dialled }),
      new Connection(this, 1, { own: dialled, partner: dialler }),
    ];
    line.wires.add(this);
  }

  get broken(): boolean {
    return this.#broken;
  }

  /** In order, after a while; what is under way when the wire breaks is lost. */
  carry(from: 0 | 1, arrive: () => void): void {
    const at = Math.max(this.#arrivals[from], this.#world.now + this.#line.latency());
    this.#arrivals[from] = at;
    this.#world.after(at - this.#world.now, () => {
      this.#line.pass(() => {
        if (!this.#broken) arrive();
      });
    });
  }

  /** It ends at once, and the ends that are told hear of it as soon as the line lets them. */
  break(...told: readonly (0 | 1)[]): void {
    if (this.#broken) return;
    this.#broken = true;
    this.#line.wires.delete(this);
    for (const end of told) {
      this.#world.after(this.#line.latency(), () => {
        this.#line.pass(() => {
          this.ends[end].end(new ComityError('channel-closed', CLOSED));
        });
      });
    }
  }
}

/** One end of a wire, as a host has it. */
export class Connection implements PeerConnection {
  readonly id: string;
  readonly peerId: string;
  readonly dialler: 'own' | 'partner';
  readonly closed: Promise<void>;
  readonly life: Life;
  readonly #wire: Wire;
  readonly #side: 0 | 1;
  readonly #accept: WireEnd['accept'];
  readonly #streams: SimStream[] = [];
  readonly #over: PromiseWithResolvers<void> = Promise.withResolvers();
  #ended = false;

  constructor(wire: Wire, side: 0 | 1, { own, partner }: { own: WireEnd; partner: WireEnd }) {
    this.id = `${own.peerId} ${partner.peerId}`;
    this.peerId = partner.peerId;
    this.dialler = side === 0 ? 'own' : 'partner';
    this.closed = this.#over.promise;
    this.life = own.life;
    this.#wire = wire;
    this.#side = side;
    this.#accept = own.accept;
  }

  get ended(): boolean {
    return this.#ended;
  }

  open(protocol: ProtocolName): Promise<FrameStream> {
    if (this.#ended) return Promise.reject(new ComityError('channel-closed', CLOSED));
    const far = this.#wire.ends[this.#side === 0 ? 1 : 0];
    const [own, theirs] = [this.#stream(), far.#stream()];
    SimStream.join(own, theirs);
    this.#wire.carry(this.#side, () => {
      if (!far.life.over && !far.#ended) far.#accept(protocol, theirs, far);
    });
    return Promise.resolve(own);
  }

  close(): Promise<void> {
    const far = this.#wire.ends[this.#side === 0 ? 1 : 0];
    if (!this.#ended) {
      this.#wire.carry(this.#side, () => {
        this.#wire.break();
        far.end(new ComityError('channel-closed', CLOSED));
      });
    }
    this.end(new ComityError('channel-closed', CLOSED));
    return Promise.resolve();
  }

  abort(error: Error): void {
    this.#wire.break(this.#side === 0 ? 1 : 0);
    this.end(error);
  }

  end(error: Error): void {
    if (this.#ended || this.life.over) return;
    this.#ended = true;
    for (const stream of this.#streams) stream.fail(error);
    this.#over.resolve();
  }

  #stream(): SimStream {
    const stream = new SimStream(
      (arrive) => {
        this.#wire.carry(this.#side, arrive);
      },
      () => this.life.over,
    );
    this.#streams.push(stream);
    return stream;
  }
}

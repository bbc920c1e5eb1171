import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { Timekeeper } from '../../../protocol/timekeeper.ts';
import { carry } from './carry.ts';
import type { Faults } from './faults.ts';
import { Way } from './way.ts';

/** A node at one end of a line. */
export interface LineEnd {
  readonly name: string;
  /** Where it listens, `/ip4/ADDRESS/tcp/PORT`; what is sent to nowhere is refused. */
  readonly listen: string | undefined;
  /** Where the other end reaches it through the line: a port of this machine, a free one without it. */
  readonly port?: number;
}

export interface LineOptions {
  readonly clock: Timekeeper;
  /** The same seed and the same bytes give the same faults. */
  readonly seed: number;
}

/** Two nodes have three connections with each other at most, and some that are ending. */
const CONNECTIONS_MAX = 64;

type Two<T> = readonly [T, T];

/**
 * The line between two nodes on this machine: each dials the other at a port of the line, which carries what
 * they say, and does to it what it is told to.
 */
export class Line {
  readonly ends: Two<LineEnd>;
  readonly #clock: Timekeeper;
  /** By the end that sends. */
  readonly #ways: Two<Way>;
  /** By the end that they lead to. */
  readonly #doors: Two<Server>;
  readonly #connections = new Set<AbortController>();

  private constructor(ends: Two<LineEnd>, { clock, seed }: LineOptions) {
    this.ends = ends;
    this.#clock = clock;
    this.#ways = [new Way(clock, fractions(seed, 0)), new Way(clock, fractions(seed, 1))];
    this.#doors = [this.#door(0), this.#door(1)];
  }

  /** @throws Error of the system, if a port is taken */
  static async open(ends: Two<LineEnd>, options: LineOptions): Promise<Line> {
    const line = new Line(ends, options);
    try {
      for (const [index, door] of line.#doors.entries()) {
        door.listen(ends[index]?.port ?? 0, '127.0.0.1');
        await once(door, 'listening');
      }
    } catch (error) {
      await line.close();
      throw error;
    }
    return line;
  }

  /** Where the other end reaches this one through the line. */
  portTo(name: string): number {
    return (this.#doors[this.#indexOf(name)].address() as AddressInfo).port;
  }

  addressTo(name: string): string {
    return `/ip4/127.0.0.1/tcp/${this.portTo(name)}`;
  }

  /** What is done to what this end sends. */
  faultsFrom(name: string): Faults {
    return this.#ways[this.#indexOf(name)].faults;
  }

  /**
   * Does this, from now on, to what both ends send, or one of them. Connections over a line that is cut end,
   * and so do those that have lost something meanwhile.
   */
  set(faults: Faults, from?: string): void {
    const ways = from === undefined ? this.#ways : [this.#ways[this.#indexOf(from)]];
    const wasSilent = ways.some((way) => way.faults.state === 'silent');
    for (const way of ways) way.set(faults);
    if (wasSilent || faults.state === 'cut') this.#reset();
  }

  async close(): Promise<void> {
    this.#reset();
    const open = this.#doors.filter((door) => door.listening);
    await Promise.all(open.map((door) => new Promise((resolve) => door.close(resolve))));
  }

  #indexOf(name: string): 0 | 1 {
    const index = this.ends.findIndex((end) => end.name === name);
    if (index !== 0 && index !== 1) throw new Error(`the line does not lead to ${name}`);
    return index;
  }

  #reset(): void {
    for (const connection of this.#connections) connection.abort(new Error('the line was cut'));
  }

  #door(to: 0 | 1): Server {
    const door = createServer({ allowHalfOpen: true, noDelay: true }, (caller) => {
      const connection = new AbortController();
      this.#connections.add(connection);
      void this.#pass(caller, to, connection).finally(() => this.#connections.delete(connection));
    });
    door.maxConnections = CONNECTIONS_MAX;
    return door;
  }

  /** One connection, from its beginning to its end; nothing that happens to it is an error here. */
  async #pass(caller: Socket, to: 0 | 1, connection: AbortController): Promise<void> {
    const { signal } = connection;
    const [there, back] = to === 1 ? this.#ways : [this.#ways[1], this.#ways[0]];
    const sockets = [caller];
    signal.addEventListener('abort', () => {
      for (const socket of sockets) endNow(socket);
    });
    caller.on('error', () => undefined);
    try {
      if (there.faults.state === 'silent') {
        await swallowed(caller);
        return;
      }
      const target = this.#dial(to);
      sockets.push(target);
      await once(target, 'connect', { signal });
      const shared = { clock: this.#clock, signal };
      await Promise.all(
        [
          carry({ ...shared, from: caller, to: target, way: there }),
          carry({ ...shared, from: target, to: caller, way: back }),
        ].map(async (carried) => {
          if ((await carried).broken) connection.abort(new Error('the line broke off'));
        }),
      );
    } catch {
      // Whoever is still there is told only if the line can tell it.
      const isSilent = [there, back].some((way) => way.faults.state === 'silent');
      if (isSilent) await Promise.all(sockets.map(swallowed));
      connection.abort(new Error('the other end has gone'));
    }
  }

  #dial(to: 0 | 1): Socket {
    const isCut = this.#ways.some((way) => way.faults.state === 'cut');
    const { listen } = this.ends[to];
    const [, , host = '', , port = ''] = listen?.split('/') ?? [];
    if (isCut || port === '') throw new Error('nothing passes');
    const target = connect({ host, port: Number(port), allowHalfOpen: true, noDelay: true });
    target.on('error', () => undefined);
    return target;
  }
}

/** As when the far end has gone: a half that has ended cannot be reset any more. */
function endNow(socket: Socket): void {
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}

/** Resolves when the connection is over, however it ends; what it says until then is lost. */
function swallowed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) resolve();
    else
      socket
        .on('close', () => {
          resolve();
        })
        .resume();
  });
}

/** Draws from 0 up to 1 that are the same in every run. */
function fractions(seed: number, way: number): () => number {
  let drawn = 0;
  return () => {
    const digest = createHash('sha256').update(`${seed} ${way} ${drawn++}`).digest();
    return digest.readUIntBE(0, 6) / 2 ** 48;
  };
}

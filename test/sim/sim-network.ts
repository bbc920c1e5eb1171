import type { Host, HostDependencies, startHost } from '../../node/host/host.ts';
import { peerIdOf } from '../../node/host/peer-id.ts';
import { Sessions } from '../../node/host/sessions.ts';
import type { Network } from '../../node/network.ts';
import { ComityError } from '../../protocol/errors.ts';
import { createSigner } from '../../protocol/identity/keys.ts';
import { type Noise, noisy } from './noise.ts';
import { Line } from './line.ts';
import { type Connection, Wire, type WireEnd } from './wire.ts';
import type { Life, World } from './world.ts';

/** How long a dialler waits for somebody who does not answer, in ms. */
const DIAL_MS = 5000;

interface SimHost extends WireEnd {
  readonly connections: Connection[];
  readonly isAdmitted: HostDependencies['isAdmitted'];
}

/** The lines between all States, and the hosts of those that run. */
export class SimNetwork {
  readonly #world: World;
  readonly #noise: Noise;
  readonly #hosts = new Map<string, SimHost>();
  readonly #lines = new Map<string, Line>();

  constructor(world: World, noise: Noise) {
    this.#world = world;
    this.#noise = noise;
  }

  line(one: string, other: string): Line {
    const name = [one, other].sort().join(' ');
    const known = this.#lines.get(name) ?? new Line(this.#world.random(`line ${name}`));
    this.#lines.set(name, known);
    return known;
  }

  get lines(): Iterable<Line> {
    return this.#lines.values();
  }

  /** The process of a host has died: the far ends hear of it, or of nothing any more. */
  died(peerId: string, told: boolean): void {
    const host = this.#hosts.get(peerId);
    this.#hosts.delete(peerId);
    for (const line of this.#lines.values()) {
      for (const wire of [...line.wires]) {
        const own = wire.ends.findIndex((end) => end.life === host?.life);
        if (own >= 0) wire.break(...(told ? [own === 0 ? (1 as const) : (0 as const)] : []));
      }
    }
  }

  /** What one life of a node connects by. */
  of(life: Life): Network {
    return {
      startHost: (dependencies, options) => Promise.resolve(this.#start(life, dependencies, options)),
      openSessions: (dependencies, options) => {
        const { delivery } = dependencies.protocols;
        const protocols = { ...dependencies.protocols, delivery: noisy(delivery, this.#noise, this.#world) };
        return new Sessions({ ...dependencies, protocols }, options);
      },
    };
  }

  #start(
    life: Life,
    { isAdmitted, accept }: HostDependencies,
    { seed }: Parameters<typeof startHost>[1],
  ): Host {
    const peerId = peerIdOf(createSigner(seed).publicKey);
    const host: SimHost = { peerId, life, accept, isAdmitted, connections: [] };
    this.#hosts.set(peerId, host);
    const open = (): Connection[] => host.connections.filter(({ ended }) => !ended);
    return {
      peerId,
      addresses: () => [],
      dial: (to, _, signal) => this.#dial(host, to, signal),
      connections: (to) => open().filter((connection) => to === undefined || connection.peerId === to),
      stop: () => {
        for (const connection of open()) connection.abort(new ComityError('stopping', 'This node stops.'));
        this.#hosts.delete(peerId);
        return Promise.resolve();
      },
    };
  }

  async #dial(from: SimHost, to: string, signal?: AbortSignal): Promise<Connection> {
    const line = this.line(from.peerId, to);
    await this.#pause(from.life, 3 * line.latency());
    if (!line.up) await this.#pause(from.life, DIAL_MS);
    const target = this.#hosts.get(to);
    const reached = line.up && target !== undefined && signal?.aborted !== true;
    if (!reached || !target.isAdmitted(from.peerId) || !from.isAdmitted(to)) {
      throw new ComityError('not-reached', 'The partner could not be reached at its addresses.');
    }
    const { ends } = new Wire(this.#world, line, { dialler: from, dialled: target });
    from.connections.push(ends[0]);
    target.connections.push(ends[1]);
    return ends[0];
  }

  #pause(life: Life, ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#world.after(ms, () => {
        if (!life.over) resolve();
      });
    });
  }
}

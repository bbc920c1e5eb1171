import type { Handlers } from '../protocol/control/handlers.ts';
import { toInstant } from '../protocol/control/instant.ts';
import type { StatusReply } from '../protocol/control/types.ts';
import { RELEASE } from '../protocol/release.ts';
import type { Time } from '../protocol/value.ts';
import type { Clock } from './clock.ts';
import type { Directory } from './directory/directory.ts';
import { nameOf } from './directory/pin.ts';
import type { Links } from './directory/directory-handlers.ts';
import type { Metrics } from './metrics.ts';

export interface NodeHandlerDependencies {
  readonly directory: Directory;
  readonly links: Links;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly peerId: string;
  readonly addresses: () => string[];
  readonly freeBytes: () => Promise<number>;
  readonly freeBytesMin: number;
  /** Duties whose time is over, in the cases of all desks. */
  readonly overdue: () => Promise<number>;
  readonly recovering: () => boolean;
  /** What has not started yet; empty once the node serves. */
  readonly waitingFor: () => string[];
}

/** The routes about the daemon itself. They tell of no case. */
export function nodeHandlers(
  dependencies: NodeHandlerDependencies,
): Handlers<'health' | 'ready' | 'metrics' | 'status'> {
  const startedAt = dependencies.clock.monotonic();
  const { metrics, waitingFor } = dependencies;
  return {
    health: () => ({ alive: true }),
    ready: () => ({ ready: waitingFor().length === 0, waitingFor: waitingFor() }),
    metrics: () => metrics.text(),
    status: () => status(dependencies, startedAt),
  };
}

async function status(dependencies: NodeHandlerDependencies, startedAt: Time): Promise<StatusReply> {
  const { directory, clock, peerId } = dependencies;
  const { profile } = directory.own();
  const freeBytes = await dependencies.freeBytes();
  return {
    state: profile.party,
    name: nameOf(profile),
    peerId,
    version: RELEASE,
    uptimeS: Math.round(clock.monotonic() - startedAt) / 1000,
    recovering: dependencies.recovering(),
    listen: dependencies.addresses(),
    partners: directory.pins().map((pin) => partnerStatus(dependencies, pin)),
    overdue: await dependencies.overdue(),
    freeBytes,
    warnings: [...directory.warnings(), ...spaceWarnings(freeBytes, dependencies.freeBytesMin)],
  };
}

function partnerStatus(
  { links }: NodeHandlerDependencies,
  { party, name }: { readonly party: string; readonly name: string },
): StatusReply['partners'][number] {
  const lastContactAt = links.lastContactAt(party);
  return {
    state: party,
    name,
    connected: links.connected(party),
    ...(lastContactAt !== undefined && { lastContactAt: toInstant(lastContactAt) }),
    queued: links.queued(party),
  };
}

const MEBI = 1024 * 1024;

/** Before the floor is reached there is time to do something. */
function spaceWarnings(freeBytes: number, floor: number): string[] {
  if (freeBytes >= 2 * floor) return [];
  const left = `${Math.floor(freeBytes / MEBI)} MiB are free on the disk`;
  return [
    freeBytes >= floor ? `${left}: soon no new work is accepted.` : `${left}: no new work is accepted.`,
  ];
}

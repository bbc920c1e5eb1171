import type { Handlers } from '../protocol/control/handlers.ts';
import { toInstant } from '../protocol/control/instant.ts';
import type { StatusReply } from '../protocol/control/types.ts';
import { type Warning, warningViews } from '../protocol/control/warnings.ts';
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
  readonly peerId: () => string;
  readonly addresses: () => string[];
  readonly freeBytes: () => Promise<number>;
  /** Duties whose time is over, in the cases of all desks. */
  readonly overdue: () => Promise<number>;
  readonly warnings: () => Promise<readonly Warning[]>;
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
    peerId: peerId(),
    version: RELEASE,
    uptimeS: Math.round(clock.monotonic() - startedAt) / 1000,
    recovering: dependencies.recovering(),
    listen: dependencies.addresses(),
    partners: directory.pins().map((pin) => partnerStatus(dependencies, pin)),
    overdue: await dependencies.overdue(),
    freeBytes,
    warnings: warningViews(await dependencies.warnings()),
  };
}

function partnerStatus(
  { links }: NodeHandlerDependencies,
  { party, name, suspended }: { readonly party: string; readonly name: string; readonly suspended: boolean },
): StatusReply['partners'][number] {
  const lastContactAt = links.lastContactAt(party);
  return {
    state: party,
    name,
    suspended,
    connected: links.connected(party),
    ...(lastContactAt !== undefined && { lastContactAt: toInstant(lastContactAt) }),
    queued: links.queued(party),
  };
}

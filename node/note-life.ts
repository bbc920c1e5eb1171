import { RELEASE } from '../protocol/release.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { HomeFacts } from './open-home.ts';
import type { Storage } from './storage/storage.ts';

interface LifeDependencies {
  readonly facts: HomeFacts;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Log;
}

/** Row of `meta`: digest of the configuration that the node last ran with. */
const KEY = 'config';

/**
 * When a node was running is part of its record, and with which configuration: anybody may edit that file, so
 * a change of it, by hand or by the disk, is told.
 */
export async function noteStart({ facts, storage, clock, log }: LifeDependencies): Promise<void> {
  const { configDigest: config } = facts;
  const meta = storage.keyspace('meta');
  const before = await meta.get(KEY);
  if (before !== undefined && Buffer.from(before).toString() !== config) {
    log.warn({}, 'the configuration is another than at the last start');
  }
  const event = {
    type: 'node.started',
    at: clock.now(),
    actor: 'node',
    detail: { release: RELEASE, config },
  };
  await storage.commit({ operations: [meta.put(KEY, Buffer.from(config))], events: [event] });
}

export function noteStop({ storage, clock }: LifeDependencies): Promise<void> {
  const event = { type: 'node.stopped', at: clock.now(), actor: 'node', detail: { release: RELEASE } };
  return storage.commit({ operations: [], events: [event] });
}

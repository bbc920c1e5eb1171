import type { Counter } from 'prom-client';
import type { Warning } from '../protocol/control/warnings.ts';
import { ALLOWANCES, COSTS, type Meter } from '../protocol/costs.ts';
import { createTokenBucket } from '../protocol/token-bucket.ts';
import type { Time } from '../protocol/value.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Change } from './storage/change.ts';

/** Where a partner can cost this node something in vain. */
export type Field = keyof typeof ALLOWANCES;

/**
 * What partners cost this node in vain. Whoever overspends an allowance is slowed down in that alone, until
 * it is made up for; nobody is shut out. The operator is told once for as long as it goes on: by the record,
 * the log, a warning and a figure.
 */
export interface Conduct {
  meter(party: string, field: Field): Meter;
  /** One for each partner who has overspent an allowance within the last hour. */
  warnings(): Warning[];
}

export interface ConductDependencies {
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Keeps what the record says. */
  readonly commit: (change: Change) => Promise<void>;
  /** Tells whoever watches this node. */
  readonly tell: (party: string) => void;
}

/** After so long within all allowances, the next time is told anew. */
const QUIET_MS = 60 * 60 * 1000;

/** Since when, how lately and in what one partner has overspent. */
interface Episode {
  readonly since: Time;
  readonly fields: Set<Field>;
  lastAt: number;
}

export function createConduct(dependencies: ConductDependencies): Conduct {
  const { clock, metrics } = dependencies;
  const spent = costCounter(metrics);
  const meters = new Map<string, Meter>();
  const episodes = new Map<string, Episode>();
  const isOver = ({ lastAt }: Episode): boolean => clock.monotonic() - lastAt >= QUIET_MS;

  const overspent = (party: string, field: Field): void => {
    const known = episodes.get(party);
    const episode =
      known === undefined || isOver(known)
        ? { since: clock.now(), fields: new Set<Field>(), lastAt: 0 }
        : known;
    episodes.set(party, episode);
    episode.lastAt = clock.monotonic();
    if (episode.fields.has(field)) return;
    episode.fields.add(field);
    announce(dependencies, party, field);
  };

  const createMeter = (party: string, field: Field): Meter => {
    const bucket = createTokenBucket(ALLOWANCES[field]);
    return {
      charge(cost, times = 1) {
        const now = clock.monotonic();
        bucket.spend(COSTS[cost] * times, now);
        if (COSTS[cost] > 0) spent.inc({ partner: party, cost }, times);
        if (bucket.owedMs(now) > 0) overspent(party, field);
      },
      owedMs: () => bucket.owedMs(clock.monotonic()),
    };
  };

  return {
    meter(party, field) {
      const key = `${party} ${field}`;
      const meter = meters.get(key) ?? createMeter(party, field);
      meters.set(key, meter);
      return meter;
    },
    warnings: () =>
      [...episodes].flatMap(([party, episode]) => (isOver(episode) ? [] : [warningOf(party, episode)])),
  };
}

function costCounter(metrics: Metrics): Counter<'partner' | 'cost'> {
  return metrics.counter({
    name: 'partner_costs_total',
    help: 'What partners did that has a cost and brings nothing: how often, by partner and kind.',
    labels: ['partner', 'cost'],
  });
}

/** Told once; that the record can't keep it is for the store to say. */
function announce({ clock, log, commit, tell }: ConductDependencies, party: string, field: Field): void {
  log.warn({ partner: party, where: field }, 'a partner is slowed down');
  tell(party);
  const detail = { party, where: field };
  const event = { type: 'partner.throttled', at: clock.now(), actor: 'node', detail };
  commit({ operations: [], events: [event] }).catch((error: unknown) => {
    log.error({ error, partner: party }, 'that a partner is slowed down could not be recorded');
  });
}

function warningOf(party: string, { since, fields }: Episode): Warning {
  const when = `${new Date(since).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  const message = `${party} has been slowed down since ${when}, in: ${[...fields].join(', ')}.`;
  return { code: 'partner-slowed', subject: party, message };
}

import { type Warning, WARNING_CODES, WARNINGS } from '../protocol/control/warnings.ts';
import type { Clock } from './clock.ts';
import type { Directory } from './directory/directory.ts';
import type { Links } from './directory/directory-handlers.ts';
import type { Metrics } from './metrics.ts';

export interface NodeMetricsDependencies {
  readonly directory: Directory;
  readonly links: Links;
  readonly clock: Pick<Clock, 'now'>;
  readonly overdue: () => Promise<number>;
  readonly freeBytes: () => Promise<number>;
  readonly recordSize: () => number;
  readonly warnings: () => Promise<readonly Warning[]>;
}

const SECOND_MS = 1000;
const LANES = ['emergency', 'urgent', 'routine'] as const;

/** What the node as a whole shows of itself, read when somebody asks. */
export function addNodeMetrics(metrics: Metrics, dependencies: NodeMetricsDependencies): void {
  const { overdue, freeBytes, recordSize, warnings } = dependencies;
  addPartnerMetrics(metrics, dependencies);
  metrics.gauge(
    { name: 'overdue_cases', help: 'Open cases in which something is overdue.' },
    async (gauge) => {
      gauge.set(await overdue());
    },
  );
  metrics.gauge(
    { name: 'warnings', help: 'What status warns of now, by code.', labels: ['code', 'level'] },
    async (gauge) => {
      const now = await warnings();
      for (const code of WARNING_CODES) {
        const { level } = WARNINGS[code];
        gauge.set({ code, level }, now.filter((one) => one.code === code).length);
      }
    },
  );
  metrics.gauge({ name: 'free_bytes', help: 'Free space on the disk of the store.' }, async (gauge) => {
    gauge.set(await freeBytes());
  });
  metrics.gauge({ name: 'record_entries', help: 'Entries of the record.' }, (gauge) => {
    gauge.set(recordSize());
  });
}

function addPartnerMetrics(
  metrics: Metrics,
  { directory, links, clock, warnings }: NodeMetricsDependencies,
): void {
  const parties = () => directory.pins().map(({ party }) => party);
  metrics.gauge(
    {
      name: 'partner_connected',
      help: 'Whether there is a session with a partner: 1 or 0.',
      labels: ['partner'],
    },
    (gauge) => {
      gauge.reset();
      for (const partner of parties()) gauge.set({ partner }, links.connected(partner) ? 1 : 0);
    },
  );
  metrics.gauge(
    {
      name: 'partner_silent_seconds',
      help: 'For how long a partner has not been heard.',
      labels: ['partner'],
    },
    (gauge) => {
      gauge.reset();
      for (const partner of parties()) {
        const since = links.silentSince(partner) ?? clock.now();
        gauge.set({ partner }, (clock.now() - since) / SECOND_MS);
      }
    },
  );
  metrics.gauge(
    {
      name: 'queued_parcels',
      help: 'What waits for the answer of a partner, by lane.',
      labels: ['partner', 'lane'],
    },
    (gauge) => {
      gauge.reset();
      for (const partner of parties()) {
        const depth = links.queued(partner);
        for (const lane of LANES) gauge.set({ partner, lane }, depth[lane]);
      }
    },
  );
  metrics.gauge(
    {
      name: 'partner_warnings',
      help: 'What status warns of now about partners.',
      labels: ['partner', 'code'],
    },
    async (gauge) => {
      gauge.reset();
      const partners = new Set(parties());
      for (const { subject = '', code } of await warnings()) {
        if (partners.has(subject)) gauge.inc({ partner: subject, code });
      }
    },
  );
}

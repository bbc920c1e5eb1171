import type { RouteName } from '../../protocol/control/routes.ts';
import type { Metrics } from '../metrics.ts';

/** What the control API counts. */
export interface ApiMetrics {
  answered(route: RouteName, status: number, elapsedMs: number): void;
}

/** From a read in memory to an act on a busy disk. */
const BUCKETS_S = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

export function createApiMetrics(metrics: Metrics): ApiMetrics {
  const requests = metrics.counter({
    name: 'control_requests_total',
    help: 'Requests that the control API has answered, by route and HTTP status.',
    labels: ['route', 'status'],
  });
  const durations = metrics.histogram(
    {
      name: 'control_request_seconds',
      help: 'Time from a request to its answer, by route.',
      labels: ['route'],
    },
    BUCKETS_S,
  );
  return {
    answered: (route, status, elapsedMs) => {
      requests.inc({ route, status });
      durations.observe({ route }, elapsedMs / 1000);
    },
  };
}

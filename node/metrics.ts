import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What a metric is: a name with its unit at the end, what it says, and by what it is divided. */
export interface MetricSpec<Label extends string = string> {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly Label[];
}

type Collect<Label extends string> = (gauge: Gauge<Label>) => void | Promise<void>;

/**
 * Where each module makes its own figures, as a typed object. Labels are codes of parties, lanes, routes and
 * outcomes: never names, references or anything else of a case.
 */
export interface Metrics {
  counter<Label extends string = never>(spec: MetricSpec<Label>): Counter<Label>;
  /** With `collect` it is read when somebody asks. */
  gauge<Label extends string = never>(spec: MetricSpec<Label>, collect?: Collect<Label>): Gauge<Label>;
  /** Buckets in the unit of the name. */
  histogram<Label extends string = never>(
    spec: MetricSpec<Label>,
    buckets: readonly number[],
  ): Histogram<Label>;
  /** All of it in the text format of Prometheus. */
  text(): Promise<string>;
}

const PREFIX = 'comity_';

/** A registry of its own, so that two nodes in one process do not count for each other. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: PREFIX });
  const common = <Label extends string>({ name, help, labels = [] }: MetricSpec<Label>) => ({
    name: `${PREFIX}${name}`,
    help,
    labelNames: [...labels],
    registers: [registry],
  });
  return {
    counter: (spec) => new Counter(common(spec)),
    gauge: <Label extends string>(spec: MetricSpec<Label>, collect?: Collect<Label>) => {
      const gauge: Gauge<Label> = new Gauge<Label>({
        ...common(spec),
        ...(collect !== undefined && { collect: () => collect(gauge) }),
      });
      return gauge;
    },
    histogram: (spec, buckets) => new Histogram({ ...common(spec), buckets: [...buckets] }),
    text: () => registry.metrics(),
  };
}

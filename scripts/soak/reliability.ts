/** What the rows of one part came to, and the error that ended it. */
export interface PartResult {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly error?: string;
}

interface Aim {
  readonly part: string;
  readonly what: string;
  readonly wanted: string;
  /** How much was done of how much, what it came to, and whether that is good. */
  readonly judge: (rows: PartResult['rows']) => Judged;
}

interface Judged {
  readonly done: number;
  readonly of: number;
  readonly came: string;
  readonly good: boolean;
}

const SERVING_MS_MAX = 2000;
const KEPT_PERCENT_MIN = 90;
const GROWN_MEBIBYTES_MAX = 128;

const values = (rows: PartResult['rows'], name: string): number[] =>
  rows.flatMap((row) => (typeof row[name] === 'number' ? [row[name]] : []));
const sum = (rows: PartResult['rows'], name: string): number =>
  values(rows, name).reduce((all, one) => all + one, 0);
const most = (rows: PartResult['rows'], name: string): number => Math.max(0, ...values(rows, name));

/** The reliability that is aimed at, a row for each. */
const AIMS: readonly Aim[] = [
  {
    ...{ part: 'kill', what: 'kill -9 under load', wanted: '200; 0 lost or doubled, serving again <= 2 s' },
    judge: (rows) => {
      const maxMs = most(rows, 'servingMaxMs');
      const came = `p99 ${most(rows, 'servingP99Ms')} ms, max ${maxMs} ms`;
      return { done: most(rows, 'kills'), of: 200, came, good: maxMs <= SERVING_MS_MAX };
    },
  },
  {
    ...{ part: 'power', what: 'power cut', wanted: '50; 0 acknowledged items lost' },
    judge: (rows) => lossesOf(rows, 50),
  },
  {
    ...{ part: 'disk', what: 'disk full, bits, files, old copies', wanted: 'nothing wrong or unsaid' },
    judge: (rows) => {
      const bad = sum(rows, 'wrong') + sum(rows, 'unsaid') + sum(rows, 'lost') + sum(rows, 'unopened');
      return { done: sum(rows, 'rounds'), of: 1, came: `${bad} bad`, good: bad === 0 };
    },
  },
  {
    ...{ part: 'clock', what: 'clock +-10 years', wanted: '0 lost, doubled or dated falsely' },
    judge: (rows) => ({
      ...{ done: sum(rows, 'rounds'), of: 4, came: `${sum(rows, 'items')} items`, good: true },
    }),
  },
  {
    ...{ part: 'lines', what: 'link cut, half-open, corrupt, slow', wanted: '0 lost or doubled' },
    judge: (rows) => ({
      ...{ done: most(rows, 'rounds'), of: 1, came: `${sum(rows, 'items')} items`, good: true },
    }),
  },
  {
    ...{ part: 'sim', what: 'simulated delivery and cases', wanted: '10000 seeds, both sides alike' },
    judge: (rows) => {
      const failed = most(rows, 'failed');
      return { done: most(rows, 'seeds'), of: 10_000, came: `${failed} failed`, good: failed === 0 };
    },
  },
  {
    ...{ part: 'hostile', what: 'hostile strangers and partners', wanted: 'kept >= 90 %, <= 128 MiB more' },
    judge: (rows) => {
      const attacks = rows.filter(({ attack }) => attack !== 'nothing');
      const kept = Math.min(100, ...values(attacks, 'keptPercent'));
      const grown = most(attacks, 'grownMebibytes');
      const good = kept >= KEPT_PERCENT_MIN && grown <= GROWN_MEBIBYTES_MAX;
      // One that had no time to do anything has proved nothing.
      const done = values(attacks, 'times').filter((times) => times > 0).length;
      return { done, of: attacks.length, came: `kept ${kept} %, grew ${grown} MiB`, good };
    },
  },
  {
    ...{ part: 'decoders', what: 'random and mutated bytes', wanted: '1000000 inputs, no crash' },
    judge: (rows) => {
      const came = `${most(rows, 'residentMebibytes')} MiB`;
      return { done: sum(rows, 'inputs'), of: 1_000_000, came, good: true };
    },
  },
];

function lossesOf(rows: PartResult['rows'], of: number): Judged {
  const [lost, unopened] = [sum(rows, 'lost'), sum(rows, 'unopened')];
  const came = `${sum(rows, 'acknowledged')} acknowledged, ${lost} lost`;
  return { done: sum(rows, 'rounds'), of, came, good: lost + unopened === 0 };
}

export const RELIABILITY_HEAD = ['reliability', 'wanted', 'done', 'came to', 'verdict'] as const;

/**
 * The table of what is aimed at, with what a run reached. `met`; `so far`: good, but less was done than is
 * wanted; `missed`; `not run`, also where the machine does not allow it.
 */
export function reliabilityRows(results: ReadonlyMap<string, PartResult>): string[][] {
  return AIMS.map(({ part, what, wanted, judge }) => {
    const { rows, error } = results.get(part) ?? { rows: [] };
    const { done, of, came, good } = judge(rows);
    const reached = [what, wanted, String(done)];
    if (error !== undefined) return [...reached, error.split('\n')[0] ?? '', 'missed'];
    if (done === 0) return [...reached, '', 'not run'];
    if (!good) return [...reached, came, 'missed'];
    return [...reached, came, done < of ? 'so far' : 'met'];
  });
}

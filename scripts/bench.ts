import type { Figure } from './bench/figure.ts';
import type { ItemPart } from './bench/items.ts';

type Report = (figure: Figure) => void;
type Part = (report: Report) => Promise<void>;

const FLOOR_ITEMS = 20_000;

async function items(report: Report, only?: ItemPart): Promise<void> {
  const { measureItems } = await import('./bench/items.ts');
  await measureItems(report, () => floor(report), only && [only]);
}

async function slowLine(report: Report): Promise<void> {
  const { measureSlowLine } = await import('./bench/slow-line.ts');
  await measureSlowLine(report);
}

async function fold(report: Report): Promise<void> {
  const { measureFold } = await import('./bench/fold.ts');
  await measureFold(report);
}

async function floor(report: Report): Promise<number> {
  const { measureFloor } = await import('./bench/floor.ts');
  const figure = await measureFloor(FLOOR_ITEMS);
  report(figure);
  return figure.value;
}

async function network(report: Report): Promise<void> {
  const { measureNetwork } = await import('./bench/scale-network.ts');
  await measureNetwork(report);
}

async function store(report: Report, sizes?: readonly number[]): Promise<void> {
  const { measureStore } = await import('./bench/scale-store.ts');
  await measureStore(report, sizes);
}

const parts: Readonly<Record<string, Part>> = {
  floor: async (report) => {
    await floor(report);
  },
  items: async (report) => {
    await items(report);
    await slowLine(report);
    await fold(report);
  },
  'items.idle': (report) => items(report, 'idle'),
  'items.rate': (report) => items(report, 'rate'),
  'items.return': (report) => items(report, 'return'),
  'items.emergency': (report) => items(report, 'emergency'),
  'items.slow': slowLine,
  fold,
  discovery: async (report) => {
    const { measureDiscovery } = await import('./bench/discovery.ts');
    await measureDiscovery(report);
  },
  scale: async (report) => {
    await network(report);
    await store(report);
  },
  'scale.network': network,
  'scale.store': (report) => store(report),
  'scale.million': (report) => store(report, [1_000_000]),
  cli: async (report) => {
    const { measureCli } = await import('./bench/cli.ts');
    await measureCli(report);
  },
};

const asked = process.argv.slice(2);
const wanted = asked.length === 0 ? ['items', 'cli'] : asked;
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  const known = Object.keys(parts).join(', ');
  process.stderr.write(`error: no benchmark is called ${unknown.join(', ')} — choose from ${known}\n`);
  process.exitCode = 2;
} else {
  for (const name of wanted) {
    await parts[name]?.((figure) => {
      process.stdout.write(`${JSON.stringify({ ...figure, value: Math.round(figure.value * 100) / 100 })}\n`);
    });
  }
}

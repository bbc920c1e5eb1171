import type { Figure } from './bench/figure.ts';

type Report = (figure: Figure) => void;
type Part = (report: Report) => Promise<void>;

const FLOOR_ITEMS = 20_000;

async function floor(report: Report): Promise<number> {
  const { measureFloor } = await import('./bench/floor.ts');
  const figure = await measureFloor(FLOOR_ITEMS);
  report(figure);
  return figure.value;
}

const parts: Readonly<Record<string, Part>> = {
  floor: async (report) => {
    await floor(report);
  },
  items: async (report) => {
    const { measureItems } = await import('./bench/items.ts');
    await measureItems(report, await floor(report));
  },
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

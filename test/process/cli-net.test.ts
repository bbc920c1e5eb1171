import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { processIdentity } from '../../cli/tester/process-identity.ts';

const LAUNCHER = join(import.meta.dirname, '../../cli/comity.js');
/** The tour takes some ten seconds; a loaded machine takes longer. */
const TOUR_MS = 180_000;

interface Step {
  readonly command?: string;
  readonly answer?: Readonly<Record<string, unknown>>;
  readonly dir?: string;
  readonly agree?: boolean;
  readonly chapter?: string;
  readonly nodes?: readonly { readonly pid: number | null }[];
}

async function run(...argv: string[]): Promise<{ code: unknown; steps: Step[]; said: string }> {
  const child = spawn(process.execPath, [LAUNCHER, ...argv, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [text, said] = ['', ''];
  child.stdout.on('data', (chunk) => (text += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const [code] = (await once(child, 'close')) as unknown[];
  const lines = text.split('\n').filter((line) => line !== '');
  return { code, said, steps: lines.map((line) => JSON.parse(line) as Step) };
}

describe('three States on one machine', function () {
  this.timeout(TOUR_MS);

  it('go through the tour: a request, a question, a power failure, a result, and leave nothing behind', async () => {
    const { code, steps, said } = await run('net', 'demo', '--fast');
    expect(said).to.equal('');
    expect(code).to.equal(0);

    const dir = steps.find((step) => step.dir !== undefined)?.dir ?? '';
    expect(dir).to.match(/comity-demo-/);
    expect(existsSync(dir)).to.equal(false);
    const pids = steps
      .flatMap((step) => [...(step.nodes ?? []), ...nodesOf(step.answer)])
      .map(({ pid }) => pid);
    expect(pids.filter((pid) => pid !== null && processIdentity(pid) !== undefined)).to.deep.equal([]);

    expect(steps.find((step) => step.agree !== undefined)?.agree).to.equal(true);
    const verbs = steps.flatMap(({ answer }) => (answer?.['itemId'] === undefined ? [] : [answer['verb']]));
    expect(verbs).to.deep.equal([
      ...['request', 'acknowledge', 'info-request', 'info-reply', 'accept', 'result', 'transmit'],
    ]);
    expect(steps.at(-1)?.chapter).to.equal('end');
  });
});

function nodesOf(answer: Step['answer']): readonly { readonly pid: number | null }[] {
  const nodes = answer?.['nodes'];
  return Array.isArray(nodes) ? (nodes as { pid: number | null }[]) : [];
}

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Figure, percentile } from './figure.ts';
import { launcher, withNet } from '../../test/support/net.ts';
import { smallRequest } from '../../test/support/small-request.ts';

const run = promisify(execFile);
const SAMPLES = 20;

/** A command that reads and one that signs, from start to exit, beside a Node that does nothing. */
export async function measureCli(report: (figure: Figure) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'comity-bench-cli-'));
  const form = join(folder, 'form.yaml');
  await writeFile(form, JSON.stringify(smallRequest()));
  try {
    await withNet(['GD', 'JM'], async ([node]) => {
      if (node === undefined) throw new Error('the network has no node');
      const where = ['--home', node.home, '--officer', node.officer];
      const passphrase = ['--passphrase-file', join(node.officer, 'passphrase')];
      const bare = await time(['-e', '0']);
      const read = await time([launcher, 'inbox', ...where, '--json']);
      const opening = ['request', 'mla.general', '--to', 'JM', '--file', form];
      const act = await time([launcher, ...opening, ...where, ...passphrase, '--json']);
      const detail = { samples: SAMPLES, bareNodeMs: Math.round(bare) };
      report({ name: 'cli.read', value: read, unit: 'ms', detail });
      report({ name: 'cli.act', value: act, unit: 'ms', detail });
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The median of whole runs, the first of which fills the compile cache and does not count. */
async function time(words: readonly string[]): Promise<number> {
  const samples: number[] = [];
  for (let count = 0; count <= SAMPLES; count += 1) {
    const started = performance.now();
    await run(process.execPath, words);
    if (count > 0) samples.push(performance.now() - started);
  }
  return percentile(samples, 0.5);
}

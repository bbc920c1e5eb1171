import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { freePort } from '../../cli/tester/free-port.ts';
import { askDaemon } from '../support/daemon.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../..');
/** Compiling all, and fetching the dependencies if the cache of npm has them not. */
const INSTALL_MS = 180_000;

interface Packed {
  readonly filename: string;
  readonly version: string;
  readonly files: readonly { readonly path: string }[];
}

async function pack(folder: string): Promise<Packed> {
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: ROOT });
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf('[\n'))) as [Packed];
  return packed;
}

/** Installs it as anybody would, and gives its command. */
async function install(folder: string, { filename }: Packed): Promise<string> {
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['install', ...quick, join(folder, filename)], { cwd: folder });
  return join(folder, 'node_modules/comity/dist/cli/comity.js');
}

describe('the package', function () {
  this.timeout(INSTALL_MS);
  const newFolder = useTemporaryFolders();

  it('is installed in an empty folder, makes a home, serves, and stops when it is told to', async () => {
    const folder = await newFolder();
    const packed = await pack(folder);
    const sources = packed.files.filter(({ path }) => /\.ts$|^(?!dist|docs)[^/]+\//.test(path));
    assert.deepEqual(sources, [], 'only what runs, and its documents');

    const command = await install(folder, packed);
    const comity = async (...words: string[]): Promise<string> =>
      (await run(process.execPath, [command, ...words], { cwd: folder })).stdout;
    assert.equal((await comity('--version')).trim(), packed.version);
    assert.equal(
      packed.version,
      (JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as Packed).version,
    );

    const home = join(folder, 'home');
    const passphraseFile = join(folder, 'passphrase');
    await writeFile(passphraseFile, 'a long passphrase\n', { mode: 0o600 });
    const passed = ['--home', home, '--passphrase-file', passphraseFile];
    const listen = ['--listen', `/ip4/127.0.0.1/tcp/${await freePort()}`];
    const named = ['--state', 'GD', '--name', 'Grenada', '--officer', join(folder, 'officer')];
    await comity('init', ...named, ...listen, ...passed);

    const daemon = spawn(process.execPath, [command, 'start', ...passed], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(daemon, 'exit');
    try {
      await Promise.race([once(createInterface({ input: daemon.stdout }), 'line'), ended]);
      const { status, reply } = await askDaemon(home, 'ready', {});
      assert.deepEqual([status, reply.ready], [200, true]);
      daemon.kill('SIGTERM');
      assert.deepEqual(await ended, [0, null]);
    } finally {
      daemon.kill('SIGKILL');
      await ended;
    }
  });
});

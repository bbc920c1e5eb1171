import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../cli/tester/free-port.ts';
import type { CaseView } from '../../protocol/control/types.ts';
import { type DaemonProcess, spawnDaemon } from '../support/daemon.ts';
import { comity } from '../support/net.ts';
import { type ReleaseRecord, unpackFolder } from '../support/release-home.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';
import { wireSamples } from '../support/wire-samples.ts';

const folder = join(import.meta.dirname, '../fixtures/releases');
const RECORD = /^\d+\.\d+\.\d+\.json$/;
const releases = readdirSync(folder)
  .filter((name) => RECORD.test(name))
  .map((name) => name.replace(/\.json$/, ''));

const fixture = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

for (const release of releases) {
  describe(`what release ${release} has left behind`, function () {
    this.timeout(60_000);
    const record = fixture(`${release}.json`) as ReleaseRecord;
    const daemons: DaemonProcess[] = [];
    afterEach(async () => {
      for (const { child } of daemons) child.kill('SIGTERM');
      await Promise.all(daemons.splice(0).map(({ ended }) => ended));
    });
    const newFolder = useTemporaryFolders();

    it('opens, folds to the same cases, and goes on between the two nodes', async () => {
      const dir = await newFolder();
      await unpackFolder(dir, record.files);
      const ports = { GD: await freePort(), JM: await freePort() };
      await start(dir, 'GD', ports.GD, `JM=/ip4/127.0.0.1/tcp/${String(ports.JM)}`);
      await start(dir, 'JM', ports.JM, `GD=/ip4/127.0.0.1/tcp/${String(ports.GD)}`);
      for (const state of ['GD', 'JM']) {
        await comity('login', ...signing(dir, state));
        const view = (await comity('case', 'show', record.reference, ...folders(dir, state))) as CaseView;
        assert.equal(view.foldDigest, record.foldDigest);
        const verified = (await comity('audit', 'verify', ...folders(dir, state))) as { intact: boolean };
        assert.equal(verified.intact, true);
      }
      await comity('case', 'read', record.reference, ...folders(dir, 'GD'));
      const said = ['reply', record.reference, 'withdraw', '--wait', ...signing(dir, 'GD')];
      const { delivery } = (await comity(...said)) as { delivery: string };
      assert.equal(delivery, 'relayed');
      const there = (await comity('case', 'show', record.reference, ...folders(dir, 'JM'))) as CaseView;
      assert.equal(there.status, 'withdrawn');
    });

    it('reads every message as it was sent', () => {
      const messages = fixture(`${release}.messages.json`) as Readonly<Record<string, string>>;
      for (const { name, codec } of wireSamples) {
        const bytes = Buffer.from(messages[name] ?? '', 'hex');
        if (bytes.length > 0)
          assert.deepEqual(Buffer.from(codec.encode(codec.decode(bytes) as never)), bytes, name);
      }
    });

    const folders = (dir: string, state: string): string[] => {
      const [home, officer] = [join(dir, state, 'home'), join(dir, state, 'officer')];
      return ['--home', home, '--officer', officer];
    };
    const signing = (dir: string, state: string): string[] => [
      ...folders(dir, state),
      '--passphrase-file',
      join(dir, state, 'officer', 'passphrase'),
    ];
    async function start(dir: string, state: string, port: number, route: string): Promise<void> {
      const home = join(dir, state, 'home');
      const config = join(home, 'config.yaml');
      const text = await readFile(config, 'utf8');
      await writeFile(config, text.replace(/^ +- [A-Z]+=.*$/m, `  - ${route}`));
      const runtime = join(dir, state, 'run');
      await mkdir(runtime, { mode: 0o700 });
      const env = {
        COMITY_LISTEN: `/ip4/127.0.0.1/tcp/${String(port)}`,
        COMITY_SOCKET: join(runtime, 'control.sock'),
      };
      const daemon = spawnDaemon({ home, passphraseFile: join(dir, state, 'officer', 'passphrase') }, env);
      daemons.push(daemon);
      await daemon.settled;
      assert.equal(daemon.child.exitCode, null, daemon.lines.join('\n'));
    }
  });
}

import assert from 'node:assert/strict';
import { cpSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT } from '../../cli/exit-codes.ts';
import type { StatusReply } from '../../protocol/control/types.ts';
import { FORM } from '../support/bad-lines.ts';
import { comity, foldersOf, type NetNode, runComity, signingOf } from '../support/net.ts';
import { useNet } from '../support/use-net.ts';

const OTHERS = 0o077;

describe('a node that is backed up while it runs', function () {
  this.timeout(60_000);
  const net = useNet('GD', 'JM');
  const gd = (): NetNode => net().node('GD');
  const at = (name: string): string => join(net().dir, name);
  const passed = (): string[] => ['--passphrase-file', join(gd().officer, 'passphrase')];
  const request = (): Promise<unknown> =>
    comity('request', 'mla.general', '--to', 'JM', '--file', FORM, '--wait', ...signingOf(gd()));

  const cases = async (): Promise<unknown[]> => {
    const { rows } = (await comity('cases', ...foldersOf(gd()))) as Listed;
    return rows.map(({ reference, status }) => [reference, status]).sort();
  };
  const warned = async (node: NetNode): Promise<string[]> => {
    const { warnings } = (await comity('status', ...foldersOf(node))) as StatusReply;
    return warnings.map(({ code }) => code);
  };
  /** The partner has given back what this node lost. */
  const recovered = async (): Promise<void> => {
    for (;;) {
      const { recovering } = (await comity('status', ...foldersOf(gd()))) as { recovering: boolean };
      if (!recovering) return;
    }
  };

  before(async () => {
    await request();
    await comity('backup', at('gd.backup'), ...foldersOf(gd()));
  });

  it('gives a file that only its maker may read, and that verifies without a daemon', async () => {
    assert.equal(statSync(at('gd.backup')).mode & OTHERS, 0);
    const facts = await comity('backup', '--verify', at('gd.backup'), ...passed());
    assert.deepEqual([(facts as { state: string }).state, (facts as { files: number }).files], ['GD', 3]);
  });

  it('never writes over a file, and leaves nothing behind', async () => {
    const before = await readFile(at('gd.backup'));
    const { code, stderr } = await runComity(['backup', at('gd.backup'), ...foldersOf(gd())]);
    assert.equal(code, EXIT.failed);
    assert.match(stderr, /is there already — it is left as it is/);
    assert.deepEqual(await readFile(at('gd.backup')), before);
    assert.throws(() => statSync(at('gd.backup.partial')));
  });

  it('is examined by its operator, through its daemon and without it', async () => {
    const asked = (await comity('doctor', ...foldersOf(gd()))) as Examined;
    assert.deepEqual([asked.online, asked.findings.filter(({ level }) => level === 'alarm')], [true, []]);
    const stranger = ['doctor', '--home', gd().home, '--officer', at('nobody'), '--json'];
    const { code, stdout } = await runComity(stranger, { env: { DUMP_SESSION_KEYS: '1' } });
    const alone = JSON.parse(stdout) as Examined;
    const alarms = alone.findings.filter(({ level }) => level === 'alarm');
    assert.deepEqual(
      [code, alone.online, alarms.map((one) => one.code)],
      [EXIT.failed, false, ['secrets-dumped']],
    );
  });

  it('refuses another passphrase, a cut file and a home that is there', async () => {
    const home = at('restored');
    writeFileSync(at('cut.backup'), (await readFile(at('gd.backup'))).subarray(0, -40), { mode: 0o600 });
    const rows = [
      [['gd.backup', home, FORM], EXIT.notPermitted, /The passphrase does not open this file/],
      [['cut.backup', home, passed()[1] ?? ''], EXIT.failed, /The backup is not complete/],
      [['gd.backup', gd().home, passed()[1] ?? ''], EXIT.failed, /There is something in .* already/],
    ] as const;
    for (const [[file, folder, passphrase], exit, says] of rows) {
      const words = ['restore', at(file), '--home', folder, '--passphrase-file', passphrase];
      const { code, stderr } = await runComity(words);
      assert.deepEqual([code, says.test(stderr)], [exit, true], stderr);
      assert.throws(() => statSync(home));
    }
  });

  it('comes back as it was, with its record whole, says what may be lost, and serves its partner', async () => {
    await request();
    const before = await cases();
    await net().kill('GD');
    renameSync(gd().home, at('lost'));
    const words = ['restore', at('gd.backup'), '--home', gd().home, ...passed()];
    const { code, stdout } = await runComity(words);
    assert.equal(code, EXIT.done);
    assert.match(stdout, /What came after .* is not in it/);
    await net().start('GD');
    await comity('login', ...signingOf(gd()));
    const record = (await comity('audit', 'verify', ...foldersOf(gd()))) as { intact: boolean };
    assert.equal(record.intact, true);
    const restored = (await comity('audit', 'list', '--type', 'node.restored', ...foldersOf(gd()))) as {
      rows: unknown[];
    };
    assert.equal(restored.rows.length, 1);
    await comity('partner', 'ping', 'JM', ...foldersOf(gd()));
    assert.equal(before.length, 2);
    await recovered();
    assert.deepEqual(await cases(), before);
  });

  it('comes back from a backup that is older than its node key: both operators are told, and it takes a new one', async () => {
    const before = await cases();
    const stateKey = ['--state-key', join(at('key-lost'), 'keys', 'state-key.json')];
    const jm = net().node('JM');
    const versionAtJm = async (): Promise<number> =>
      ((await comity('partner', 'show', 'GD', ...foldersOf(jm))) as { version: number }).version;
    cpSync(join(at('lost'), 'keys', 'state-key.json'), join(gd().home, 'keys', 'state-key.json'));
    await comity('key', 'rotate', 'node', '--complete', '--force', ...signingOf(gd()));
    while ((await versionAtJm()) < 2);
    assert.ok((await warned(gd())).includes('backup-behind-keys'));

    await net().kill('GD');
    renameSync(gd().home, at('key-lost'));
    await comity('restore', at('gd.backup'), '--home', gd().home, ...passed());
    await net().start('GD');
    await comity('login', ...signingOf(gd()));
    while (!(await warned(gd())).includes('partner-refuses'));
    assert.ok((await warned(jm)).includes('partner-key-retired'));

    const [latest, next] = [at('latest.profile'), at('next.profile')];
    await comity('partner', 'export', 'GD', latest, ...foldersOf(jm));
    const again = ['key', 'rotate', 'node', '--complete', '--force', '--after', latest];
    await comity(...again, ...stateKey, ...signingOf(gd()));
    await comity('profile', 'export', next, ...foldersOf(gd()));
    await comity('partner', 'add', next, ...foldersOf(jm));
    await recovered();
    assert.deepEqual(await cases(), before);
    assert.ok(!(await warned(gd())).includes('partner-refuses'));
    assert.ok(!(await warned(jm)).includes('partner-key-retired'));
  });

  it('does not start with a home that is older than its sentinel says', async () => {
    await net().kill('GD');
    const old = join(gd().home, 'sentinel.json');
    renameSync(join(at('lost'), 'sentinel.json'), old);
    const { code, stderr } = await runComity(['start', '--home', gd().home, ...passed()]);
    assert.equal(code, EXIT.failed);
    assert.match(stderr, /older than it was when this node last ran.*restore the latest backup/);
  });
});

interface Listed {
  readonly rows: readonly { readonly reference: string; readonly status: string }[];
}

interface Examined {
  readonly online: boolean;
  readonly findings: readonly { readonly code: string; readonly level: string }[];
}

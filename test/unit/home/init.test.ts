import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../node/config/read-config.ts';
import { announcedAddresses } from '../../../node/home/announced-addresses.ts';
import { makeFolder } from '../../../node/home/make-folder.ts';
import { readMarker } from '../../../node/home/marker.ts';
import { initHome, readPublicProfile, type InitOptions } from '../../../node/init.ts';
import { fingerprintOf } from '../../../protocol/identity/fingerprint.ts';
import { rejectsWith } from '../../support/rejects-with.ts';
import { signerFrom } from '../../support/profiles.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const listen = ['/ip4/127.0.0.1/tcp/4801'];
const operator = { name: 'Ann', fingerprint: fingerprintOf(signerFrom('Ann').publicKey) };

const optionsFor = (home: string, more: Partial<InitOptions> = {}): InitOptions => ({
  home,
  state: 'GD',
  name: 'Grenada',
  passphrase: 'correct horse',
  listen,
  operator,
  stateKey: signerFrom('state'),
  ...more,
});

describe('making a home', () => {
  const newFolder = useTemporaryFolders();

  it('gives keys, database, configuration, profile and operator, readable by nobody else', async () => {
    const home = join(await newFolder(), 'node');
    const made = await initHome(optionsFor(home));
    for (const entry of await readdir(home, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      // LevelDB writes its files as it likes, in a folder that is closed.
      if (path.includes('/database/')) continue;
      assert.equal((await stat(path)).mode & 0o077, 0, path);
    }
    const opened = await readPublicProfile(home);
    assert.equal(opened.digest, made.profile.digest);
    assert.deepEqual(opened.profile.node.addresses, listen);
    assert.equal(opened.profile.desks[0]?.role, 'CA');
    const text = await readFile(join(home, 'config.yaml'), 'utf8');
    assert.deepEqual(readConfig({ file: '', text }).listen, listen);
    assert.deepEqual(await readMarker(home), { format: 1, party: 'GD', network: 'caricom' });
  });

  it('uses a State key that there is, and makes one in the home only if there is none', async () => {
    const folder = await newFolder();
    const made = await initHome(optionsFor(join(folder, 'a')));
    assert.equal(made.fingerprint, fingerprintOf(signerFrom('state').publicKey));
    assert.equal(made.stateKeyFile, undefined);
    const { stateKey: _, ...without } = optionsFor(join(folder, 'b'));
    const other = await initHome(without);
    assert.ok((await stat(other.stateKeyFile ?? '')).isFile());
  });

  it('never writes over anything, and says so', async () => {
    const home = join(await newFolder(), 'node');
    const made = await initHome(optionsFor(home));
    await rejectsWith(initHome(optionsFor(home)), 'already-initialised');
    assert.equal((await readPublicProfile(home)).digest, made.profile.digest);
    const used = await newFolder();
    await writeFile(join(used, 'something'), 'mine');
    await rejectsWith(initHome(optionsFor(used)), 'already-initialised');
    assert.deepEqual(await readdir(used), ['something']);
  });

  it('leaves nothing behind when it fails half way', async () => {
    const folder = await newFolder();
    const home = join(folder, 'node');
    const half = { ...operator, fingerprint: 'half a fingerprint' };
    await rejectsWith(initHome(optionsFor(home, { operator: half })), 'usage');
    assert.deepEqual(await readdir(folder), []);
  });

  it('fills an empty folder that is there, such as a mounted volume', async () => {
    const home = await newFolder();
    await initHome(optionsFor(home));
    assert.ok(!(await readdir(home)).includes('.making'));
    assert.equal((await readPublicProfile(home)).profile.party, 'GD');
  });

  it('takes away what an interrupted attempt left, and only that', async () => {
    const home = await newFolder();
    await mkdir(join(home, '.making'));
    await writeFile(join(home, 'config.yaml'), 'half');
    await initHome(optionsFor(home));
    assert.notEqual(await readFile(join(home, 'config.yaml'), 'utf8'), 'half');
  });

  it('refuses what no profile could say, in words', async () => {
    const home = join(await newFolder(), 'node');
    const wrong: Partial<InitOptions>[] = [
      { state: 'Grenada' },
      { name: ' ' },
      { desks: [] },
      { listen: ['/ip4/127.0.0.1/tcp/0'] },
    ];
    for (const more of wrong) await rejectsWith(initHome(optionsFor(home, more)), 'usage');
  });
});

describe('a folder made in one step', () => {
  const newFolder = useTemporaryFolders();

  it('is not there while it is being filled', async () => {
    const parent = await newFolder();
    const folder = join(parent, 'home');
    await makeFolder(folder, async (stage) => {
      await writeFile(join(stage, 'a'), '1');
      assert.ok(!(await readdir(parent)).includes('home'));
    });
    assert.deepEqual(await readdir(folder), ['a']);
  });
});

describe('a home', () => {
  const newFolder = useTemporaryFolders();

  it('is told apart from a folder that is none, from a damaged one, and from one of a later release', async () => {
    const home = await newFolder();
    await rejectsWith(readMarker(home), 'no-home');
    await writeFile(join(home, 'home.json'), '{"format":');
    await rejectsWith(readMarker(home), 'damaged');
    await writeFile(join(home, 'home.json'), JSON.stringify({ format: 2, party: 'GD', network: 'x' }));
    await rejectsWith(readMarker(home), 'newer-home');
  });
});

describe('announced addresses', () => {
  it('name each address of the machine where the node listens on all of them', () => {
    const entry = { netmask: '', mac: '', internal: false, cidr: null };
    const interfaces = {
      lo: [{ ...entry, address: '127.0.0.1', family: 'IPv4' as const, internal: true }],
      eth0: [
        { ...entry, address: '192.0.2.7', family: 'IPv4' as const },
        { ...entry, address: '2001:db8::7', family: 'IPv6' as const, scopeid: 0 },
        { ...entry, address: 'fe80::7', family: 'IPv6' as const, scopeid: 2 },
      ],
    };
    assert.deepEqual(
      announcedAddresses(['/ip4/0.0.0.0/tcp/1', '/ip6/::/tcp/2', '/ip4/198.51.100.1/tcp/3'], interfaces),
      ['/ip4/192.0.2.7/tcp/1', '/ip6/2001:db8::7/tcp/2', '/ip4/198.51.100.1/tcp/3'],
    );
    assert.deepEqual(announcedAddresses(['/ip4/0.0.0.0/tcp/1'], { lo: interfaces.lo }), [
      '/ip4/127.0.0.1/tcp/1',
    ]);
    assert.ok(announcedAddresses(['/ip4/0.0.0.0/tcp/1'], networkInterfaces()).length > 0);
  });
});

import { chmod, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { examineHome } from '../../../node/examine-home.ts';
import { initHome } from '../../../node/init.ts';
import { homePlaces } from '../../../node/home/places.ts';
import { WARNING_CODES, WARNINGS, warningViews } from '../../../protocol/control/warnings.ts';
import { fingerprintOf } from '../../../protocol/identity/fingerprint.ts';
import { signerFrom } from '../../support/profiles.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

describe('a home that is examined', () => {
  const newFolder = useTemporaryFolders();

  async function aHome(): Promise<string> {
    const home = join(await newFolder(), 'node');
    await initHome({
      ...{ home, state: 'GD', name: 'Grenada', passphrase: 'correct horse', stateKey: signerFrom('state') },
      listen: ['/ip4/127.0.0.1/tcp/4801'],
      operator: { name: 'Ann', fingerprint: fingerprintOf(signerFrom('Ann').publicKey) },
      config: { storage: { freeMebibytesMin: 16 } },
    });
    return home;
  }

  const codes = async (home: string, env = {}, at = Date.now()): Promise<string[]> =>
    (await examineHome({ home, env, now: at })).map(({ code }) => code);

  async function flip(path: string): Promise<void> {
    const bytes = await readFile(path);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 4;
    await writeFile(path, bytes);
  }

  it('has nothing wrong when it was just made', async () => {
    expect(await codes(await aHome())).to.deep.equal([]);
  });

  it('is said to be open where others may look into it, or read its keys', async () => {
    const home = await aHome();
    await chmod(home, 0o755);
    await chmod(join(homePlaces(home).keys, 'keystore.json'), 0o644);
    expect(await codes(home)).to.deep.equal(['home-open', 'keys-open']);
  });

  for (const [file, code] of [
    ['keys/keystore.json', 'keys-damaged'],
    ['profile.comity', 'home-damaged'],
    ['home.json', 'home-damaged'],
    ['sentinel.json', 'home-damaged'],
    ['database/CURRENT', 'file-damaged'],
  ] as const) {
    it(`is said to be damaged without ${file}`, async () => {
      const home = await aHome();
      await rm(join(home, file));
      expect(await codes(home)).to.deep.equal([code]);
    });
  }

  it('is said to be damaged where a bit of its keystore or its profile is another', async () => {
    const home = await aHome();
    await flip(join(homePlaces(home).keys, 'keystore.json'));
    await flip(homePlaces(home).profile);
    expect(await codes(home)).to.deep.equal(['keys-damaged', 'home-damaged']);
  });

  it('has its mistakes of configuration, its variables and its clock named', async () => {
    const home = await aHome();
    await writeFile(homePlaces(home).config, 'lissten: []\n');
    const now = Date.now();
    await utimes(join(home, 'sentinel.json'), now / 1000, now / 1000 + 3600);
    const found = await codes(home, { DUMP_SESSION_KEYS: '1' });
    expect(found).to.deep.equal(['secrets-dumped', 'config-invalid', 'clock-unset']);
  });
});

describe('a warning', () => {
  it('comes with what to do, alarms first', () => {
    const views = warningViews([
      { code: 'backup-old', message: 'a' },
      { code: 'disk-full', message: 'b' },
    ]);
    expect(views.map(({ code, level }) => [code, level])).to.deep.equal([
      ['disk-full', 'alarm'],
      ['backup-old', 'notice'],
    ]);
    expect(views[0]?.remedy).to.equal(WARNINGS['disk-full'].remedy);
    expect(new Set(WARNING_CODES.map((code) => WARNINGS[code].means)).size).to.equal(WARNING_CODES.length);
  });
});

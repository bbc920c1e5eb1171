import { readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { AuditRecord } from '../../../../node/audit/record.ts';
import { systemClock } from '../../../../node/clock.ts';
import { initHome, readPublicProfile } from '../../../../node/init.ts';
import { type BackupDependencies, makeBackup, type OwnPassphrase } from '../../../../node/make-backup.ts';
import { readMarker } from '../../../../node/home/marker.ts';
import { homePlaces } from '../../../../node/home/places.ts';
import { openKeystore } from '../../../../node/keystore/keystore.ts';
import { readRestoration } from '../../../../node/restoration.ts';
import { restoreHome, verifyBackup } from '../../../../node/restore.ts';
import { openStorage } from '../../../../node/storage/open-storage.ts';
import { erasureListPath } from '../../../../node/storage/places.ts';
import type { Storage } from '../../../../node/storage/storage.ts';
import { fingerprintOf } from '../../../../protocol/identity/fingerprint.ts';
import { collect } from '../../../support/collect.ts';
import { signerFrom } from '../../../support/profiles.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { useTemporaryFolders } from '../../../support/temporary-folder.ts';

const PASSPHRASE = 'correct horse';
const large = new Uint8Array(200_000).fill(9);

describe('a backup', () => {
  const opened: Storage[] = [];
  afterEach(async () => {
    for (const storage of opened.splice(0)) await storage.close();
  });
  // Its hook comes behind ours.
  const newFolder = useTemporaryFolders();

  async function openHomeAt(home: string): Promise<{ storage: Storage; record: AuditRecord }> {
    const { storeKey, databaseSecret } = await openKeystore(homePlaces(home).keys, PASSPHRASE);
    const record = new AuditRecord(systemClock);
    const onFatal = (error: unknown): never => {
      throw error;
    };
    const storage = await openStorage({
      home,
      storeKey,
      databaseSecret,
      recorder: record,
      clock: systemClock,
      onFatal,
    });
    opened.push(storage);
    return { storage, record };
  }

  /** A home with a value of several rows, open, and its folder. */
  async function aHome(): Promise<
    BackupDependencies & { readonly folder: string; readonly record: AuditRecord }
  > {
    const folder = await newFolder();
    const home = join(folder, 'node');
    await initHome({
      ...{ home, state: 'GD', name: 'Grenada', passphrase: PASSPHRASE, stateKey: signerFrom('state') },
      listen: ['/ip4/127.0.0.1/tcp/4801'],
      operator: { name: 'Ann', fingerprint: fingerprintOf(signerFrom('Ann').publicKey) },
    });
    const { storage, record } = await openHomeAt(home);
    const items = storage.keyspace('items');
    await storage.commit({ operations: [items.put('a', large)], events: [{ type: 'test', at: 1 }] });
    const keystore = await openKeystore(homePlaces(home).keys, PASSPHRASE);
    return { folder, home, storage, record, keystore, marker: await readMarker(home), clock: systemClock };
  }

  let files = 0;
  async function written(
    source: BackupDependencies & { folder: string },
    own?: OwnPassphrase,
  ): Promise<string> {
    const file = join(source.folder, `${String(files++)}.backup`);
    await writeFile(file, Buffer.concat(await collect(makeBackup(source, own))));
    return file;
  }

  it('is verified without a home, and gives the same home again, marked as restored', async () => {
    const source = await aHome();
    const file = await written(source);
    const facts = await verifyBackup(file, PASSPHRASE);
    expect(facts).to.deep.include({ party: 'GD', network: 'caricom', files: 3 });
    const home = join(source.folder, 'restored');
    const restored = await restoreHome({ file, home, passphrase: PASSPHRASE });
    expect(restored).to.deep.include({
      ...facts,
      erased: 0,
      record: { intact: true, size: source.record.size() },
    });
    const { storage, record } = await openHomeAt(home);
    expect(await storage.keyspace('items').get('a')).to.deep.equal(large);
    expect(storage.databaseId).to.not.equal(source.storage.databaseId);
    expect(record.size()).to.equal(source.record.size() + 1);
    expect(await record.rootAt(source.record.size())).to.equal(source.record.root());
    expect((await readRestoration(storage))?.asOf).to.equal(facts.createdAt);
    expect((await readPublicProfile(home)).digest).to.equal((await readPublicProfile(source.home)).digest);
    for (const place of ['home.json', 'config.yaml', 'keys/keystore.json']) {
      expect(await readFile(join(home, place), 'utf8')).to.equal(
        await readFile(join(source.home, place), 'utf8'),
      );
      expect((await stat(join(home, place))).mode & 0o077).to.equal(0);
    }
  });

  it('holds the store as it was when it began, whatever is written meanwhile', async () => {
    const source = await aHome();
    const items = source.storage.keyspace('items');
    const chunks: Uint8Array[] = [];
    for await (const chunk of makeBackup(source)) {
      if (chunks.length === 0) {
        await source.storage.commit({ operations: [items.put('later', large), items.remove('a')] });
      }
      chunks.push(chunk);
    }
    const file = join(source.folder, 'file');
    await writeFile(file, Buffer.concat(chunks));
    const home = join(source.folder, 'restored');
    await restoreHome({ file, home, passphrase: PASSPHRASE });
    const { storage } = await openHomeAt(home);
    expect(await collect(storage.keyspace('items').keys())).to.deep.equal(['a']);
  });

  it('opens under a passphrase of its own where one was chosen', async () => {
    const source = await aHome();
    const file = await written(source, { from: PASSPHRASE, to: 'another one' });
    await rejectsWith(verifyBackup(file, PASSPHRASE), 'wrong-passphrase');
    expect((await verifyBackup(file, 'another one')).party).to.equal('GD');
    await rejectsWith(written(source, { from: 'wrong', to: 'another one' }), 'wrong-passphrase');
  });

  it('has nothing of it in the clear, but whose it is and when it was made', async () => {
    const source = await aHome();
    const bytes = await readFile(await written(source));
    for (const needle of ['node.initialised', 'Grenada', Buffer.alloc(64, 9)]) {
      expect(bytes.includes(needle)).to.equal(false);
    }
  });

  it('is refused wherever a bit of it is another, and nothing is written', async () => {
    const source = await aHome();
    const file = await written(source);
    const sound = await readFile(file);
    const home = join(source.folder, 'restored');
    const codes = new Set<string>();
    const step = Math.floor(sound.length / 12);
    for (let at = 3; at < sound.length; at += step) {
      const bytes = Buffer.from(sound);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
      await writeFile(file, bytes);
      const failed = await restoreHome({ file, home, passphrase: PASSPHRASE }).catch(
        (error: unknown) => error,
      );
      codes.add((failed as { code?: string }).code ?? 'taken');
    }
    await rejectsWith(readMarker(home), 'no-home');
    expect([...codes]).to.not.include('taken');
    for (const code of codes) {
      expect([
        'no-backup',
        'backup-damaged',
        'backup-incomplete',
        'keystore-damaged',
        'newer-backup',
      ]).to.include(code);
    }
  });

  it('is told to be incomplete wherever it ends too early', async () => {
    const source = await aHome();
    const file = await written(source);
    const { size } = await stat(file);
    for (const end of [size - 1, size - 32, size - 33, Math.floor(size / 2)]) {
      await truncate(file, end);
      await rejectsWith(verifyBackup(file, PASSPHRASE), 'backup-incomplete');
    }
    await writeFile(file, 'something else');
    await rejectsWith(verifyBackup(file, PASSPHRASE), 'backup-incomplete');
    await writeFile(file, 'something else, of some length');
    await rejectsWith(verifyBackup(file, PASSPHRASE), 'no-backup');
    await rejectsWith(verifyBackup(`${file}.nowhere`, PASSPHRASE), 'no-backup');
  });

  it('is never restored over anything', async () => {
    const source = await aHome();
    const file = await written(source);
    await rejectsWith(
      restoreHome({ file, home: source.home, passphrase: PASSPHRASE }),
      'already-initialised',
    );
  });

  describe('from before something was erased', () => {
    async function erased(): Promise<{ file: string; folder: string; list: string }> {
      const source = await aHome();
      const keys = source.storage.keyspace('caseKeys');
      await source.storage.commit({
        operations: [keys.put('aa', new Uint8Array(32)), keys.put('bb', large.subarray(0, 32))],
      });
      const file = await written(source);
      await source.storage.erase({ operations: [keys.remove('aa')] });
      return { file, folder: source.folder, list: erasureListPath(source.home) };
    }

    it('brings nothing back that the list of erasures names', async () => {
      const { file, folder, list } = await erased();
      const home = join(folder, 'restored');
      const restored = await restoreHome({ file, home, passphrase: PASSPHRASE, erasures: [list] });
      expect(restored.erased).to.equal(1);
      const { storage } = await openHomeAt(home);
      expect(await collect(storage.keyspace('caseKeys').keys())).to.deep.equal(['bb']);
    });

    it('is not restored with a list that is damaged or not there', async () => {
      const { file, folder, list } = await erased();
      const text = await readFile(list, 'utf8');
      expect(text).to.match(/^\n[0-9a-f]{32} \S+ [0-9a-f]{8}\n$/);
      await writeFile(list, text.replace(/[0-9a-f]\n$/, 'x\n'));
      const options = { file, home: join(folder, 'restored'), passphrase: PASSPHRASE };
      await rejectsWith(restoreHome({ ...options, erasures: [list] }), 'damaged');
      await rejectsWith(restoreHome({ ...options, erasures: [`${list}.nowhere`] }), 'usage');
      await rejectsWith(readMarker(options.home), 'no-home');
    });
  });
});

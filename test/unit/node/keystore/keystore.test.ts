import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  createKeystore,
  openKeystore,
  readPublicKeys,
  updateKeystore,
} from '../../../../node/keystore/keystore.ts';
import { decodeNodeKeys, SINGLE_USES } from '../../../../node/keystore/node-keys.ts';
import { createStateKey, openStateKey } from '../../../../node/keystore/state-key.ts';
import { toHex } from '../../../../protocol/hash.ts';
import { createSigner } from '../../../../protocol/identity/keys.ts';
import { sealKeystore } from '../../../../protocol/keystore.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { useTemporaryFolders } from '../../../support/temporary-folder.ts';

const { randomBytes } = createFakeClock();
const passphrase = 'correct horse';
const desks = ['ca', 'poc'];
const modeOf = async (path: string): Promise<number> => (await stat(path)).mode & 0o777;

describe('the keystore of a node', () => {
  const newFolder = useTemporaryFolders();

  // Each passphrase that becomes a key costs a tenth of a second, so most tests have a copy of one keystore.
  let original = '';
  const created = async (): Promise<{ folder: string; file: string }> => {
    const folder = await newFolder();
    const file = join(folder, 'keystore.json');
    if (original === '') {
      await createKeystore(folder, passphrase, { desks, randomBytes });
      original = await readFile(file, 'utf8');
    } else await writeFile(file, original, { mode: 0o600 });
    return { folder, file };
  };

  it('gives the same keys again, each use and each desk its own', async () => {
    const folder = join(await newFolder(), 'keys');
    const drawn = await createKeystore(folder, passphrase, { desks, randomBytes });
    const opened = await openKeystore(folder, passphrase);
    const secrets = (keystore: typeof drawn): string[] => [
      toHex(keystore.nodeKey),
      toHex(keystore.storeKey),
      toHex(keystore.databaseSecret),
      keystore.receipt.keyId,
      keystore.record.keyId,
      ...keystore.desks.map((desk) => keystore.authority(desk).keyId),
    ];
    expect(secrets(opened)).to.deep.equal(secrets(drawn));
    expect(new Set(secrets(drawn)).size).to.equal(7);
    // Nobody else may look into the file or the folder, and no other file is left.
    expect([await modeOf(folder), await modeOf(join(folder, 'keystore.json'))]).to.deep.equal([0o700, 0o600]);
    expect(await readdir(folder)).to.deep.equal(['keystore.json']);
    expect(opened.desks).to.deep.equal(desks);
    expect(() => opened.authority('exa'))
      .to.throw(/exa/)
      .with.property('code', 'unknown-desk');
  });

  it('says its public keys without the passphrase', async () => {
    const { folder } = await created();
    const keystore = await openKeystore(folder, passphrase);
    expect(await readPublicKeys(folder)).to.deep.equal({
      node: toHex(createSigner(keystore.nodeKey).publicKey),
      receipt: toHex(keystore.receipt.publicKey),
      record: toHex(keystore.record.publicKey),
      'authority ca': toHex(keystore.authority('ca').publicKey),
      'authority poc': toHex(keystore.authority('poc').publicKey),
    });
  });

  it('is never written over by a second init', async () => {
    const { folder, file } = await created();
    const before = await readFile(file);
    await rejectsWith(createKeystore(folder, passphrase, { desks, randomBytes }), 'secret-exists');
    expect(await readFile(file)).to.deep.equal(before);
    expect(await readdir(folder)).to.deep.equal(['keystore.json']);
  });

  it('is refused with another passphrase, when it is damaged, and when it is not there', async () => {
    const { folder, file } = await created();
    await rejectsWith(openKeystore(folder, 'other'), 'wrong-passphrase');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('"aes-256-gcm"', '"aes-128-gcm"'));
    await rejectsWith(openKeystore(folder, passphrase), 'keystore-damaged');
    await rejectsWith(openKeystore(join(folder, 'nowhere'), passphrase), 'secret-missing');
  });

  it('is refused when others may read it, with the command that mends it', async () => {
    const { folder, file } = await created();
    for (const mode of [0o640, 0o604, 0o644, 0o620, 0o601]) {
      await chmod(file, mode);
      const error = await rejectsWith(openKeystore(folder, passphrase), 'secret-exposed');
      expect(error.message).to.include(`chmod 600 ${file}`);
    }
    await chmod(file, 0o400);
    await openKeystore(folder, passphrase);
  });

  it('is refused when it lacks a key', async () => {
    const { folder, file } = await created();
    const secret = Buffer.from(JSON.stringify({ single: { node: 'ab'.repeat(32) }, authorities: {} }));
    await writeFile(file, await sealKeystore({ kind: 'node', facts: {}, secret }, passphrase, randomBytes));
    await rejectsWith(openKeystore(folder, passphrase), 'keystore-damaged');
  });

  it('is refused when it holds something else than keys', () => {
    const secret = 'ab'.repeat(32);
    const single = Object.fromEntries(SINGLE_USES.map((use) => [use, secret]));
    expect(decodeNodeKeys(Buffer.from(JSON.stringify({ single, authorities: {} }))).single).to.deep.equal(
      single,
    );
    const others = ['', '{', 'null', '3', '{}', '{"single":null,"authorities":null}'];
    const half = [
      { single, authorities: null },
      { single, authorities: { desk: 3 } },
      { single: [secret], authorities: {} },
    ];
    for (const text of [...others, ...half.map((value) => JSON.stringify(value))]) {
      expect(() => decodeNodeKeys(Buffer.from(text)), text).to.throw(/lacks keys of the node/);
    }
  });

  it('changes its passphrase, and keeps all keys', async () => {
    const { folder, file } = await created();
    const old = await openKeystore(folder, passphrase);
    await updateKeystore(folder, passphrase, { passphrase: 'new' }, randomBytes);
    await rejectsWith(openKeystore(folder, passphrase), 'wrong-passphrase');
    const renewed = await openKeystore(folder, 'new');
    expect(renewed.desks).to.deep.equal(desks);
    expect(renewed.receipt.keyId).to.equal(old.receipt.keyId);
    expect([renewed.nodeKey, renewed.storeKey, renewed.databaseSecret]).to.deep.equal([
      old.nodeKey,
      old.storeKey,
      old.databaseSecret,
    ]);
    expect(await modeOf(file)).to.equal(0o600);
  });

  it('draws a next key beside the one in use, once, and puts it in its place when told to', async () => {
    const { folder } = await created();
    const old = await openKeystore(folder, passphrase);
    const draw = { draw: ['receipt', 'authority poc', 'node'] } as const;
    const drawn = await updateKeystore(folder, passphrase, draw, randomBytes);
    expect(drawn.receipt.keyId).to.equal(old.receipt.keyId);
    const again = await updateKeystore(folder, passphrase, draw, randomBytes);
    expect(again.next).to.deep.equal(drawn.next);
    expect(Object.keys(again.next).sort()).to.deep.equal(['authority poc', 'node', 'receipt']);
    const { receipt = '', node = '' } = again.next;
    expect(again.holding(receipt)?.name).to.equal('receipt');
    expect(again.holding(toHex(old.receipt.publicKey))?.signer.keyId).to.equal(old.receipt.keyId);
    const promote = ['receipt', 'authority poc', 'record'];
    await updateKeystore(folder, passphrase, { promote }, randomBytes);
    const changed = await openKeystore(folder, passphrase);
    expect(toHex(changed.receipt.publicKey)).to.equal(receipt);
    expect(changed.authority('poc').keyId).not.to.equal(old.authority('poc').keyId);
    expect(changed.record.keyId).to.equal(old.record.keyId);
    expect(changed.authority('ca').keyId).to.equal(old.authority('ca').keyId);
    expect(changed.holding(toHex(old.receipt.publicKey))).to.equal(undefined);
    expect(changed.next).to.deep.equal({ node });
  });

  it('is not changed by somebody without the passphrase, nor by a write that was cut off before', async () => {
    const { folder, file } = await created();
    await writeFile(`${file}.next`, 'half a keyst', { mode: 0o644 });
    await rejectsWith(
      updateKeystore(folder, 'other', { passphrase: 'mine' }, randomBytes),
      'wrong-passphrase',
    );
    await updateKeystore(folder, passphrase, { passphrase: 'new' }, randomBytes);
    await openKeystore(folder, 'new');
    expect(await modeOf(file)).to.equal(0o600);
    expect(await readdir(folder)).to.deep.equal(['keystore.json']);
  });

  it('is not looked for in a file of another size', async () => {
    const { folder, file } = await created();
    await writeFile(file, 'x'.repeat(256 * 1024 + 1));
    await rejectsWith(openKeystore(folder, passphrase), 'secret-too-large');
    await writeFile(file, 'x'.repeat(256 * 1024));
    await rejectsWith(openKeystore(folder, passphrase), 'keystore-damaged');
  });
});

describe('the key of a State', () => {
  const newFolder = useTemporaryFolders();

  it('lies in a file of its own, which is written once', async () => {
    const path = join(await newFolder(), 'safe', 'state.key');
    const signer = await createStateKey(path, passphrase, randomBytes);
    expect((await openStateKey(path, passphrase)).keyId).to.equal(signer.keyId);
    expect(await modeOf(path)).to.equal(0o600);
    await rejectsWith(createStateKey(path, passphrase, randomBytes), 'secret-exists');
    await rejectsWith(openStateKey(path, 'other'), 'wrong-passphrase');
  });

  it('is not the keystore of a node, nor the other way round', async () => {
    const folder = await newFolder();
    await mkdir(join(folder, 'keys'));
    await createKeystore(join(folder, 'keys'), passphrase, { desks, randomBytes });
    await rejectsWith(openStateKey(join(folder, 'keys', 'keystore.json'), passphrase), 'wrong-keystore');
  });
});

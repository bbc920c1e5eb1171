import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { readPassphrase } from '../../../../node/keystore/passphrase.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { useTemporaryFolders } from '../../../support/temporary-folder.ts';

describe('the passphrase', () => {
  const newFolder = useTemporaryFolders();

  async function written(text: string, mode = 0o600): Promise<string> {
    const path = join(await newFolder(), 'passphrase');
    await writeFile(path, text, { mode });
    return path;
  }

  it('from a file is its text without the line break that ends it, and nothing else is taken off', async () => {
    for (const [text, expected] of [
      ['a b', 'a b'],
      ['a b\n', 'a b'],
      ['a b\r\n', 'a b'],
      [' a b \n\n', ' a b \n'],
      ['\ta', '\ta'],
    ] as const) {
      expect(await readPassphrase({ from: 'file', path: await written(text) })).to.equal(expected);
    }
  });

  it('from a file that others may read, or that is not there, is refused', async () => {
    await rejectsWith(readPassphrase({ from: 'file', path: await written('a', 0o644) }), 'secret-exposed');
    await rejectsWith(readPassphrase({ from: 'file', path: '/nowhere/at/all' }), 'secret-missing');
  });

  it('from a file has at most 4,096 bytes', async () => {
    const most = 'x'.repeat(4096);
    expect(await readPassphrase({ from: 'file', path: await written(most) })).to.equal(most);
    await rejectsWith(readPassphrase({ from: 'file', path: await written(`${most}x`) }), 'secret-too-large');
  });

  it('from systemd is the credential of that name, and no path', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'keystore'), 'secret\n', { mode: 0o400 });
    expect(await readPassphrase({ from: 'credential', name: 'keystore', folder })).to.equal('secret');
    await rejectsWith(readPassphrase({ from: 'credential', name: '../keystore', folder }), 'no-credential');
    await rejectsWith(
      readPassphrase({ from: 'credential', name: 'keystore', folder: undefined }),
      'no-credential',
    );
    await rejectsWith(readPassphrase({ from: 'credential', name: 'other', folder }), 'secret-missing');
  });

  it('from a prompt is what was typed', async () => {
    expect(await readPassphrase({ from: 'prompt', ask: () => Promise.resolve('typed') })).to.equal('typed');
  });

  it('is never empty, wherever it comes from', async () => {
    await rejectsWith(readPassphrase({ from: 'prompt', ask: () => Promise.resolve('') }), 'empty-passphrase');
    await rejectsWith(readPassphrase({ from: 'file', path: await written('\n') }), 'empty-passphrase');
  });
});

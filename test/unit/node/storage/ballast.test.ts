import { readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import { createBallast } from '../../../../node/storage/ballast.ts';
import { ballastPath } from '../../../../node/storage/places.ts';
import { useTemporaryFolders } from '../../../support/temporary-folder.ts';

const BYTES = 3 * 1024 * 1024 + 17;

describe('the ballast', () => {
  const newFolder = useTemporaryFolders();

  it('takes its space on the disk, readable by nobody else, and gives it back', async () => {
    const home = await newFolder();
    const ballast = createBallast(home, BYTES);
    expect(await ballast.state()).to.equal('missing');
    await ballast.keep();
    const { size, blocks, mode } = await stat(ballastPath(home));
    expect([size, blocks * 512 >= BYTES, mode & 0o077]).to.deep.equal([BYTES, true, 0]);
    expect(await ballast.state()).to.equal('kept');
    await ballast.release();
    expect(await ballast.state()).to.equal('missing');
    await ballast.release();
  });

  it('is made again when it has another size', async () => {
    const home = await newFolder();
    const ballast = createBallast(home, BYTES);
    await ballast.keep();
    await truncate(ballastPath(home), 10);
    expect(await ballast.state()).to.equal('missing');
    await ballast.keep();
    expect(await ballast.state()).to.equal('kept');
  });

  it('says when the disk has changed a bit of it', async () => {
    const home = await newFolder();
    const ballast = createBallast(home, BYTES);
    await ballast.keep();
    const bytes = await readFile(ballastPath(home));
    bytes[BYTES - 1] = (bytes[BYTES - 1] ?? 0) ^ 1;
    await writeFile(ballastPath(home), bytes);
    expect(await ballast.state()).to.equal('damaged');
  });
});

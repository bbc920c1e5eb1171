import { expect } from 'chai';
import { putRestoration, readRestoration } from '../../../node/restoration.ts';
import { useStorageHomes } from '../../support/storage-home.ts';

describe('a restoration', () => {
  const newHome = useStorageHomes();

  it('is not known to a store that was never restored', async () => {
    const { storage } = await (await newHome()).create();
    expect(await readRestoration(storage)).to.equal(undefined);
  });

  it('stays known to the store until the next one', async () => {
    const home = await newHome();
    const { storage } = await home.create();
    const first = { id: '00'.repeat(16), at: 2, asOf: 1 };
    const second = { id: '01'.repeat(16), at: 4, asOf: 3 };
    await storage.commit({ operations: [putRestoration(storage, first)] });
    await storage.commit({ operations: [putRestoration(storage, second)] });
    await storage.close();
    expect(await readRestoration((await home.open()).storage)).to.deep.equal(second);
  });
});

import assert from 'node:assert/strict';
import { soakDisk } from '../../scripts/soak/disk.ts';
import { SPOILINGS } from '../../scripts/soak/spoilings.ts';
import { seededRandom } from '../support/seeded-random.ts';

type Row = { readonly what: string } & Readonly<Record<string, unknown>>;

describe('a disk that spoils a home while its node is off', function () {
  this.timeout(120_000);

  it('is noticed whatever it does, said in a sentence, and nothing wrong is ever served', async () => {
    const rows: Row[] = [];
    const { seed } = seededRandom('DISK_SEED');
    await soakDisk((row) => rows.push(row as Row), { seed, rounds: 1 });
    const context = `DISK_SEED=${String(seed)}`;
    assert.deepEqual(
      rows.map(({ what }) => what),
      Object.keys(SPOILINGS),
    );
    assert.deepEqual(
      rows.filter((row) => 'wrong' in row || 'unsaid' in row),
      [],
      context,
    );
    // An end of the list of files that says nothing new may be missing: then nothing else is.
    const unnoticed = rows.filter((row) => 'harmless' in row && !row.what.includes('the list of files'));
    assert.deepEqual(unnoticed, [], context);
  });
});

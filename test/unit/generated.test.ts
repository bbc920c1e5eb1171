import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { generate } from '../../scripts/generate.ts';

const committed = join(import.meta.dirname, '../../protocol/gen');

describe('generated messages', () => {
  const fresh = mkdtempSync(join(tmpdir(), 'comity-generated-'));

  after(() => {
    rmSync(fresh, { recursive: true });
  });

  it('are what the schema gives, byte for byte (npm run generate writes them anew)', () => {
    generate(fresh);
    expect(readdirSync(committed).sort()).to.deep.equal(readdirSync(fresh).sort());
    for (const name of readdirSync(fresh)) {
      const same = readFileSync(join(committed, name)).equals(readFileSync(join(fresh, name)));
      expect(same, `protocol/gen/${name} is not what the schema gives: npm run generate`).to.equal(true);
    }
  });
});

import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import type { FoldEntry } from '../../../../protocol/case/case.ts';
import { encodeCase } from '../../../../protocol/case/encode.ts';
import { fold } from '../../../../protocol/case/fold.ts';
import { FOLD_MACHINE } from '../../../../protocol/ids.ts';
import { CARICOM } from '../../../../protocol/convention/caricom/caricom.ts';

interface Recorded {
  readonly machine: number;
  readonly case: string;
  readonly entries: readonly FoldEntry[];
}

const folder = new URL('../../../fixtures/cases/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

describe('Recorded histories', () => {
  for (const name of names) {
    it(`${name} gives the bytes that were written down for it`, () => {
      const recorded = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Recorded;
      const current = fold(CARICOM, recorded.entries);
      expect(recorded.machine).to.equal(FOLD_MACHINE);
      expect(current === undefined ? '' : Buffer.from(encodeCase(current)).toString('utf8')).to.equal(
        recorded.case,
      );
    });
  }

  it('are three', () => {
    expect(names).to.have.length(3);
  });
});

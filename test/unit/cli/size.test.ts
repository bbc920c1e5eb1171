import { expect } from 'chai';
import { size } from '../../../cli/view/size.ts';

describe('the size of a file', () => {
  const sizes = [
    [0, '0 bytes'],
    [1023, '1023 bytes'],
    [3 * 2 ** 10, '3.0 KiB'],
    [18_022_400, '17.2 MiB'],
  ] as const;
  for (const [bytes, text] of sizes) {
    it(`of ${bytes} bytes is told in the unit that says something`, () => {
      expect(size(bytes)).to.equal(text);
    });
  }
});

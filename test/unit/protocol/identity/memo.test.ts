import { expect } from 'chai';
import { createMemo } from '../../../../protocol/identity/memo.ts';

function counted(entriesMax: number): { get: (key: string) => number; made: () => string[] } {
  const memo = createMemo<number>(entriesMax);
  const made: string[] = [];
  return { get: (key) => memo.get(key, () => made.push(key)), made: () => made };
}

describe('createMemo', () => {
  it('makes a value once for each key', () => {
    const { get, made } = counted(2);
    expect([get('a'), get('b'), get('a'), get('b')]).to.deep.equal([1, 2, 1, 2]);
    expect(made()).to.deep.equal(['a', 'b']);
  });

  it('forgets what was not used for longest, and never holds more than it may', () => {
    const { get, made } = counted(2);
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) get(key);
    expect(made()).to.deep.equal(['a', 'b', 'c', 'b']);
  });

  it('does not remember what failed', () => {
    const memo = createMemo<number>(2);
    const fail = (): number => {
      throw new Error('no');
    };
    expect(() => memo.get('a', fail)).to.throw('no');
    expect(memo.get('a', () => 7)).to.equal(7);
  });
});

import { expect } from 'chai';
import { dumpingVariables, refuseDumping } from '../../../node/debug-variables.ts';

describe('a variable of the environment that gives secrets away', () => {
  for (const [name, value] of [
    ['DUMP_SESSION_KEYS', ''],
    ['DUMP_SESSION_KEYS', '1'],
    ['NODE_DEBUG', 'http'],
    ['NODE_OPTIONS', '--no-warnings --inspect=9229'],
    ['NODE_OPTIONS', '--heapsnapshot-signal=SIGUSR2'],
  ] as const) {
    it(`is refused, and named: ${name}=${value}`, () => {
      expect(() => {
        refuseDumping({ [name]: value });
      }).to.throw(new RegExp(`${name} is set, which .* — unset it and start again`));
    });
  }

  it('is none of those that give away nothing', () => {
    expect(
      dumpingVariables({ NODE_OPTIONS: '--enable-source-maps', PATH: '/bin', NODE_DEBUG: '' }),
    ).to.deep.equal([]);
  });
});

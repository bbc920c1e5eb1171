import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { seededRandom } from '../support/seeded-random.ts';
import { fuzz } from './fuzz.ts';
import { TARGETS } from './targets.ts';
import { wireTargets } from './wire-targets.ts';

const INPUTS = 400;
const { seed } = seededRandom('FUZZ_SEED');
const protocol = join(import.meta.dirname, '../../protocol');

/** Codecs that the sources define. */
function codecsDefined(): number {
  const files = readdirSync(protocol, { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(protocol, name), 'utf8'));
  return sources.reduce((sum, source) => sum + (source.match(/= defineCodec\b/g)?.length ?? 0), 0);
}

describe(`what comes from outside, with seed ${seed}`, () => {
  it('reaches no codec that is not fuzzed', () => {
    expect(wireTargets.length).to.equal(codecsDefined());
  });

  for (const target of TARGETS) {
    it(`${target.name}: is taken, or refused with a known code, at a bounded cost`, async () => {
      const inputs = Math.max(2, Math.round((INPUTS * (target.share ?? 1000)) / 1000));
      await fuzz(target, { seed, inputs });
    });
  }

  it('is taken where the fuzzer starts from it', async () => {
    for (const { name, corpus, take } of TARGETS) {
      for (const input of corpus) {
        const refusal = await Promise.resolve(input)
          .then(take)
          .then(() => '', String);
        expect(refusal, name).to.equal('');
      }
    }
  });
});

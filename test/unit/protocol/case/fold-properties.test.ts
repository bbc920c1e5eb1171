import { expect } from 'chai';
import fc from 'fast-check';
import type { Case, FoldEntry } from '../../../../protocol/case/case.ts';
import { encodeCase } from '../../../../protocol/case/encode.ts';
import { addEntry, fold } from '../../../../protocol/case/fold.ts';
import { permitted } from '../../../../protocol/case/permitted.ts';
import { CARICOM } from '../../../../protocol/convention/caricom/caricom.ts';
import { plainRow } from '../../../../protocol/case/rulebook.ts';
import { anyOpening, anySteps, play, type Step } from '../../../support/case-histories.ts';
import { T0 } from '../../../support/case-writer.ts';

const RUNS = { numRuns: 150 };
const NEVER: Step['deliver'] = undefined;
const AT_ONCE: Step['deliver'] = ['requesting', 'requested'];

const shuffled = (entries: readonly FoldEntry[], order: readonly number[]): FoldEntry[] =>
  entries
    .map((entry, at) => ({ entry, rank: order[at % order.length] ?? 0 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);

const folded = (entries: readonly FoldEntry[]): Case => {
  const current = fold(CARICOM, entries);
  if (current === undefined) throw new Error('the opening is missing');
  return current;
};

const text = (current: Case): string => Buffer.from(encodeCase(current)).toString('utf8');

describe('The fold over generated histories', () => {
  it('gives both sides the same case, byte for byte, whatever they write and however it crosses', () => {
    fc.assert(
      fc.property(anyOpening, anySteps(fc.boolean()), (opening, steps) => {
        const writers = play(opening, steps);
        writers.deliver();
        expect(text(writers.of('requesting'))).to.equal(text(writers.of('requested')));
      }),
      RUNS,
    );
  });

  it('gives the same case in any order of arrival, with duplicates, at once or one by one', () => {
    const order = fc.array(fc.nat(), { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(anyOpening, anySteps(fc.boolean()), order, order, (opening, steps, first, second) => {
        const { entries } = play(opening, steps);
        const expected = text(folded(entries));
        expect(text(folded([...shuffled(entries, first), ...shuffled(entries, second)]))).to.equal(expected);
        const [start] = entries;
        if (start === undefined) return;
        let current = folded([start]);
        for (const entry of [...shuffled(entries, second), ...shuffled(entries, first)])
          current = addEntry(current, entry);
        expect(text(current)).to.equal(expected);
      }),
      RUNS,
    );
  });

  it('never flags what an honest node let its officer sign, however late the other side hears of it', () => {
    fc.assert(
      fc.property(anyOpening, anySteps(fc.constant(true)), (opening, steps) => {
        const writers = play(opening, steps);
        writers.deliver();
        expect(writers.of('requesting').flags).to.deep.equal([]);
        expect(writers.of('requesting').placed.map(({ verdict }) => verdict)).not.to.include('inert');
      }),
      RUNS,
    );
  });

  it('overtakes nothing where every item arrives before the next one is written', () => {
    fc.assert(
      fc.property(anyOpening, anySteps(fc.constant(true), fc.constant(AT_ONCE)), (opening, steps) => {
        expect(play(opening, steps).of('requesting').overtaken).to.deep.equal([]);
      }),
      RUNS,
    );
  });

  it('judges an act by what its author had seen, so that nothing which comes later changes its flags', () => {
    fc.assert(
      fc.property(anyOpening, anySteps(fc.boolean(), fc.constant(NEVER)), (opening, steps) => {
        const writers = play(opening, steps);
        const before = new Map(
          ['requesting', 'requested'].flatMap((side) => flagsOf(writers.of(side as 'requesting'))),
        );
        writers.deliver();
        for (const [id, flags] of flagsOf(writers.of('requesting')))
          expect(flags).to.deep.equal(before.get(id));
      }),
      RUNS,
    );
  });

  it('gives both sides the same case once they have named what is void, and suspects no honest digest', () => {
    const sometimes = fc.integer({ min: 0, max: 5 }).map((drawn) => drawn === 0);
    fc.assert(
      fc.property(anyOpening, anySteps(fc.boolean(), undefined, sometimes), (opening, steps) => {
        const writers = play(opening, steps);
        writers.deliver();
        for (const side of ['requesting', 'requested'] as const) {
          writers.say(side, 'LINK_CASE', { case: '00', relation: 'related' });
        }
        const current = writers.of('requesting');
        expect(text(current)).to.equal(text(writers.of('requested')));
        expect(current.placed.filter(({ foldDiffers }) => foldDiffers)).to.deep.equal([]);
        expect(current.placed.filter(({ verdict }) => verdict === 'void')).to.have.length(
          rejectedIn(writers.entries, current),
        );
      }),
      RUNS,
    );
  });

  it('leads to a status that either is closed or can be left by something that a side can say', () => {
    fc.assert(
      fc.property(anyOpening, anySteps(fc.boolean()), (opening, steps) => {
        const writers = play(opening, steps);
        writers.deliver();
        const current = writers.of('requesting');
        if (current.status === 'closed') return;
        const ways = (['requesting', 'requested'] as const).flatMap((side) =>
          permitted(CARICOM, current, side, { at: T0 }).filter(({ verb }) => {
            const row = plainRow(CARICOM, current.kind, verb);
            return row?.verb.to !== undefined || row?.verb.effects?.includes('close') === true;
          }),
        );
        expect(ways, `${current.status} of ${current.kind}`).not.to.deep.equal([]);
      }),
      RUNS,
    );
  });
});

function flagsOf(current: Case): readonly (readonly [string, readonly string[]])[] {
  return current.placed.map(({ id, flags }) => [id, flags] as const);
}

/** How many of these a header names as void. */
function rejectedIn(entries: readonly FoldEntry[], current: Case): number {
  const named = new Set(entries.flatMap(({ header }) => header.voids));
  return current.placed.filter(({ id }) => named.has(id)).length;
}

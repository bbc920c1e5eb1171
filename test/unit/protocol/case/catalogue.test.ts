import { expect } from 'chai';
import fc from 'fast-check';
import { encodeCase } from '../../../../protocol/case/encode.ts';
import { dischargeable } from '../../../../protocol/case/discharged-by.ts';
import { permitted } from '../../../../protocol/case/permitted.ts';
import { plainRow } from '../../../../protocol/case/rulebook.ts';
import { openingRowOf } from '../../../../protocol/case/opening.ts';
import { CARICOM } from '../../../../protocol/convention/caricom/caricom.ts';
import type { KindSpec, Side, VerbSpec } from '../../../../protocol/convention/instrument.ts';
import { aptContent } from '../../../support/apt-content.ts';
import { act, anyDoing, opened, profilesThat } from '../../../support/catalogue-officers.ts';
import { CaseWriters, T0 } from '../../../support/case-writer.ts';

/** More histories of each kind, and every pair of verbs: for a longer run than one waits for. */
const RUNS = Number(process.env['COMITY_CATALOGUE_RUNS'] ?? 12);
const PAIRS = Number(process.env['COMITY_CATALOGUE_PAIRS'] ?? 120);

const KINDS = Object.values(CARICOM.kinds);
const text = (writers: CaseWriters, side: Side): string =>
  Buffer.from(encodeCase(writers.of(side))).toString('utf8');
/** The others run from facts that a State marks for itself (D-23). */
const STARTED = new Set(
  Object.values(CARICOM.verbs).flatMap(({ duties }) => duties.map(({ timer }) => timer)),
);
const declared = fc.constantFrom(undefined, true, 'yes', 'no');

const rowsOf = (kind: KindSpec): readonly VerbSpec[] =>
  kind.verbs.flatMap((verb) => {
    const rows = [plainRow(CARICOM, kind.kind, verb), openingRowOf(CARICOM, { kind: kind.kind, verb })];
    return rows.filter((row) => row !== undefined).map((row) => row.verb);
  });

/** Every ordered pair, in an order in which a beginning of it is spread over all. */
function pairsOf({ verbs }: KindSpec): readonly (readonly [string, string])[] {
  const all = verbs.flatMap((first) => verbs.map((second) => [first, second] as const));
  const stride = 1009;
  return all.map((_, at) => all[(at * stride) % all.length] ?? (['', ''] as const)).slice(0, PAIRS);
}

describe('Every kind of the catalogue', function () {
  this.timeout(600_000);
  for (const kind of KINDS) {
    it(`${kind.kind}: both sides have the same case, whatever two officers do`, () => {
      fc.assert(
        fc.property(declared, fc.nat(10), fc.array(anyDoing, { maxLength: 14 }), (says, choice, doings) => {
          const writers = opened(CARICOM, kind, { choice, pins: profilesThat(says) });
          act(writers, doings);
          writers.deliver();
          expect(text(writers, 'requesting')).to.equal(text(writers, 'requested'));
        }),
        { numRuns: RUNS },
      );
    });

    it(`${kind.kind}: what a node lets its officer sign is flagged by nobody, and no status is a dead end`, () => {
      const lawful = anyDoing.map((doing) => ({ ...doing, lawful: true }));
      fc.assert(
        fc.property(declared, fc.array(lawful, { maxLength: 14 }), (says, doings) => {
          const writers = opened(CARICOM, kind, { pins: profilesThat(says) });
          act(writers, doings);
          writers.deliver();
          const current = writers.of('requested');
          const [, ...answers] = current.placed;
          expect(answers.flatMap(({ flags }) => flags)).to.deep.equal([]);
          expect(answers.map(({ verdict }) => verdict)).not.to.include('inert');
          if (current.status === 'closed') return;
          const ways = (['requesting', 'requested'] as const).flatMap((side) =>
            permitted(CARICOM, current, side, { at: T0 }).filter(({ verb }) => leads(kind, verb)),
          );
          expect(ways, current.status).not.to.deep.equal([]);
        }),
        { numRuns: RUNS },
      );
    });

    it(`${kind.kind}: two verbs that cross give one result`, () => {
      const base = opened(CARICOM, kind);
      for (const [first, second] of pairsOf(kind)) {
        const writers = new CaseWriters(base, CARICOM);
        for (const [side, verb] of [
          ['requested', first],
          ['requesting', second],
        ] as const)
          writers.write(side, { verb, content: aptContent(writers.of(side), verb, 1) });
        writers.deliver();
        expect(text(writers, 'requesting'), `${first} × ${second}`).to.equal(text(writers, 'requested'));
      }
    });

    it(`${kind.kind}: each of its timers is started by a verb of its own, and ended by one`, () => {
      const rows = rowsOf(kind);
      const started = new Set(rows.flatMap(({ duties }) => duties.map(({ timer }) => timer)));
      const ended = new Set(rows.flatMap(dischargeable));
      const never = kind.timers.filter((timer) => !started.has(timer) && STARTED.has(timer));
      expect(never, 'never started').to.deep.equal([]);
      const open = kind.timers.filter((timer) => !ended.has(timer) && STARTED.has(timer));
      expect(open, 'never ended').to.deep.equal([]);
    });
  }
});

function leads(kind: KindSpec, verb: string): boolean {
  const row = plainRow(CARICOM, kind.kind, verb)?.verb;
  return row?.to !== undefined || row?.countsAs !== undefined || row?.effects?.includes('close') === true;
}

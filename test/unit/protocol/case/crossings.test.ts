import { expect } from 'chai';
import fc from 'fast-check';
import { encodeCase } from '../../../../protocol/case/encode.ts';
import { CARICOM } from '../../../../protocol/convention/caricom/caricom.ts';
import type { Status } from '../../../../protocol/convention/instrument.ts';
import type { Fields } from '../../../../protocol/value.ts';
import { aptContent } from '../../../support/apt-content.ts';
import { INFO_CONTENT, MLA_CONTENT, UNDER_CONVENTION } from '../../../support/case-histories.ts';
import { CaseWriters } from '../../../support/case-writer.ts';

const STATUSES: readonly Status[] = [
  'received',
  'in_review',
  'executing',
  'postponed',
  'executed',
  'refused',
  'withdrawn',
  'intake_rejected',
  'closed',
];

const text = (writers: CaseWriters, side: 'requesting' | 'requested'): string =>
  Buffer.from(encodeCase(writers.of(side))).toString('utf8');

const request = () =>
  new CaseWriters({ kind: 'mla.general', verb: 'REQUEST', content: MLA_CONTENT, regime: UNDER_CONVENTION });

/** Cases from which every verb of a kind can be said, with every question open that can be. */
const STARTS: Readonly<Record<string, () => CaseWriters>> = {
  received: request,
  in_review: () => {
    const writers = request();
    writers.say('requested', 'ACKNOWLEDGE');
    askEverything(writers);
    return writers;
  },
  executing: () => {
    const writers = request();
    writers.say('requested', 'ACCEPT');
    writers.say('requested', 'PARTIAL_RESULT', { outcomes: [{ id: 'm1' }], objects: [{ id: 'x1' }] });
    askEverything(writers);
    return writers;
  },
  postponed: () => {
    const writers = request();
    writers.say('requested', 'ACKNOWLEDGE');
    writers.say('requested', 'POSTPONE', { ground: 'G-ONGOING' });
    return writers;
  },
  refused: () => {
    const writers = request();
    writers.say('requested', 'REFUSE', { grounds: [] });
    return writers;
  },
  intake_rejected: () => {
    const writers = request();
    writers.say('requested', 'INTAKE_REJECT', { reason: 'authenticity' });
    return writers;
  },
  executed: () => {
    const writers = request();
    writers.say('requested', 'ACCEPT');
    writers.say('requested', 'RESULT', { objects: [{ id: 'x1' }] });
    return writers;
  },
  withdrawn: () => {
    const writers = request();
    writers.say('requesting', 'WITHDRAW');
    return writers;
  },
  closed: () => {
    const writers = request();
    writers.say('requesting', 'WITHDRAW');
    writers.say('requesting', 'CLOSE');
    writers.say('requested', 'CLOSE');
    return writers;
  },
  transmitted: () =>
    new CaseWriters({
      kind: 'info.spontaneous',
      verb: 'TRANSMIT',
      content: INFO_CONTENT,
      opener: 'requested',
    }),
};

function askEverything(writers: CaseWriters): void {
  writers.say('requested', 'INFO_REQUEST', { items: [{ id: 'q1', needed: true }] });
  writers.say('requesting', 'STATUS_QUERY');
  writers.say('requested', 'CONSULT_OPEN', { purpose: 'refusal' });
  writers.say('requested', 'CONDITIONS_PROPOSE', { conditions: [{ id: 'c1' }] });
  writers.say('requested', 'CONFIDENTIALITY_CANNOT', { subject: 'fact' });
}

describe('Two acts that cross', () => {
  for (const [name, start] of Object.entries(STARTS)) {
    const { kind } = start().of('requested');
    const verbs = CARICOM.kinds[kind]?.verbs ?? [];
    it(`give one defined result for each of ${verbs.length ** 2} ordered pairs, from ${name}`, () => {
      const base = start();
      for (const first of verbs) {
        for (const second of verbs) {
          const writers = new CaseWriters(base);
          const done = writers.write('requested', contentFor(writers, 'requested', first));
          const answered = writers.write('requesting', contentFor(writers, 'requesting', second));
          writers.deliver();
          const current = writers.of('requesting');
          const label = `${first} × ${second}`;
          expect(text(writers, 'requesting'), label).to.equal(text(writers, 'requested'));
          expect(STATUSES, label).to.include(current.status);
          expect(
            current.placed.slice(-2).map(({ id }) => id),
            `${label}: the requested side comes first`,
          ).to.deep.equal([done.id, answered.id]);
        }
      }
    }).timeout(60_000);
  }

  it('converge in runs of up to four on each side', () => {
    const run = fc.array(fc.tuple(fc.nat(100), fc.nat(3)), { minLength: 1, maxLength: 4 });
    const starts = fc.constantFrom(...Object.values(STARTS));
    fc.assert(
      fc.property(starts, run, run, (start, theirs, ours) => {
        const writers = start();
        const verbs = CARICOM.kinds[writers.of('requested').kind]?.verbs ?? [];
        const runs = { requested: theirs, requesting: ours };
        for (const side of ['requested', 'requesting'] as const) {
          for (const [choice, n] of runs[side]) {
            writers.write(side, contentFor(writers, side, verbs[choice % verbs.length] ?? '', n));
          }
        }
        writers.deliver();
        expect(text(writers, 'requesting')).to.equal(text(writers, 'requested'));
      }),
      { numRuns: 400 },
    );
  });
});

function contentFor(
  writers: CaseWriters,
  side: 'requesting' | 'requested',
  verb: string,
  n = 1,
): { verb: string; content: Fields } {
  return { verb, content: aptContent(writers.of(side), verb, n) };
}

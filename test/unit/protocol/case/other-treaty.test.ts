import { expect } from 'chai';
import { encodeCase } from '../../../../protocol/case/encode.ts';
import { judgeOpening } from '../../../../protocol/case/judge.ts';
import { permitted } from '../../../../protocol/case/permitted.ts';
import type { PinnedProfiles } from '../../../../protocol/case/rulebook.ts';
import { receiptStatement } from '../../../../protocol/delivery/statements.ts';
import type { Regime } from '../../../../protocol/item/act.ts';
import type { Quote } from '../../../../protocol/item/quote.ts';
import type { Time, Value } from '../../../../protocol/value.ts';
import { CaseWriters, pinnedBy, T0 } from '../../../support/case-writer.ts';
import { aDraft, anAct, anItem, aSealing, signerOf } from '../../../support/items.ts';
import { at, judged } from '../../../support/judged.ts';
import { OTHER_TREATY } from '../../../support/other-treaty.ts';

const HOUR_MS = 3_600_000;
const ALONE: Regime = { legalBasis: [{ basis: 'convention' }], procedure: 'article_only' };

const declaring =
  (says: Readonly<Record<string, Value>>): PinnedProfiles =>
  (profile) => ({
    period: () => undefined,
    offsetMinutes: () => 0,
    roleOf: () => 'POC',
    declares: (field) => (profile === pinnedBy('requested').senderProfile ? says[field] : undefined),
  });

const start = (pins = declaring({}), regime = ALONE) =>
  new CaseWriters({ kind: 'a29.keep', verb: 'REQUEST', regime }, OTHER_TREATY, pins);

const KEPT = { since: '2026-03-01', until: '2026-04-30' };

/** A request of the requesting State, with the receipt that the other gave for it at a time. */
function followUp(receivedAt?: Time): Quote {
  const sealed = aSealing({ ...anAct, verb: 'REQUEST' });
  const { id, header, headerBytes, actBytes, actSalt, officers, authority } = anItem(aDraft, sealed);
  const quote = { headerBytes, actBytes, actSalt, officers, authority };
  if (receivedAt === undefined) return quote;
  const receipt = receiptStatement.sign(
    {
      ...{ network: 'caricom', receiver: 'JM', sender: 'GD', itemId: id, act: header.act, body: header.body },
      ...{ attachments: [], parts: 0, complete: true, receivedAt, defects: [] },
    },
    signerOf(9),
  );
  return { ...quote, receipt };
}

describe('Another treaty, which is data alone', () => {
  it('keeps data for sixty days, where this one wants ninety, and says so in its own words', () => {
    const writers = start();
    expect(judged(writers, 'requested', 'KEPT', KEPT)).to.deep.equal([]);
    const [found] = judged(writers, 'requested', 'KEPT', { since: '2026-03-01', until: '2026-04-29' });
    expect(found).to.deep.equal({
      level: 'BLOCK',
      paragraph: 'A29-7',
      code: 'kept-too-short',
      message: {
        en: 'From 2026-03-01 to 2026-04-29 is less than sixty days: keep the data longer.',
        fr: 'Du 2026-03-01 au 2026-04-29, cela fait moins de soixante jours : conservez plus longtemps.',
      },
      wayOut: ['REFUSE'],
    });
  });

  it('puts no control character of an act into a sentence, and a dash where nothing is given', () => {
    const [found] = judged(start(), 'requested', 'KEPT', { since: '\u001B[31m2026\u0007' });
    expect(found?.message.en).to.equal('From [31m2026 to – is less than sixty days: keep the data longer.');
  });

  it('flags the other side’s act that breaks a check, and lets it have its effect', () => {
    const writers = start();
    const { id } = writers.say('requested', 'KEPT', { since: '2026-03-01', until: '2026-03-02' });
    const current = writers.of('requesting');
    expect(current.flags).to.deep.equal([{ itemId: id, paragraph: 'A29-7' }]);
    expect([current.status, current.phase]).to.deep.equal(['executing', 'kept']);
    expect(
      current.obligations.map(({ timer }) => timer),
      'it discharges nothing',
    ).to.deep.equal(['T-ANSWER']);
  });

  it('only warns under another rule-book', () => {
    const writers = start(undefined, { ...ALONE, procedure: 'treaty' });
    expect(at('WARN', judged(writers, 'requested', 'KEPT'))).to.deep.equal(['A29-7 kept-too-short']);
  });

  it('holds back an opening that a check of its kind forbids', () => {
    const pinned = { ...pinnedBy('requesting'), urgency: 'routine' } as const;
    const act = { kind: 'a29.keep', verb: 'REQUEST', content: { purpose: 'fishing' }, regime: ALONE };
    const rules = { instrument: OTHER_TREATY, pins: declaring({}) };
    expect(at('BLOCK', judgeOpening(rules, { act, at: T0, pinned }))).to.deep.equal(['A29-2 exercise-only']);
    const proper = { ...act, content: { purpose: 'trial' } };
    expect(judgeOpening(rules, { act: proper, at: T0, pinned })).to.deep.equal([]);
  });

  it('goes through its phases, and back to the one before', () => {
    const writers = start();
    const phase = () => writers.of('requesting').phase;
    for (const before of ['asked', 'kept']) {
      if (before === 'kept') writers.say('requested', 'KEPT', KEPT);
      writers.say('requested', 'RISK');
      expect(phase()).to.equal('risk');
      writers.say('requesting', 'GO_ON');
      expect(phase()).to.equal(before);
    }
    expect(writers.of('requested').status).to.equal('executing');
  });

  it('has the phase in the digest', () => {
    const writers = start();
    writers.say('requested', 'RISK');
    expect(writers.of('requesting').digest).to.equal(writers.of('requested').digest);
    expect(writers.of('requesting').flags).to.deep.equal([]);
  });

  it('opens a ground only to a State that has declared its reservation, in what is offered and in what is said', () => {
    const refusal = { grounds: [{ id: 'g1', code: 'G-DC' }] };
    expect(at('BLOCK', judged(start(), 'requested', 'REFUSE', refusal))).to.deep.equal([
      'A29-4 ground-not-open',
    ]);
    const reserved = start(declaring({ reservation: true }));
    expect(at('BLOCK', judged(reserved, 'requested', 'REFUSE', refusal))).to.deep.equal([]);
    const other = { grounds: [{ id: 'g1', code: 'G-ELSE' }] };
    expect(at('BLOCK', judged(start(), 'requested', 'REFUSE', other))).to.deep.equal([
      'A29-5 ground-unknown',
    ]);
  });

  it('D-02: holds the data for a request that is quoted with its receipt, and for none without', () => {
    const writers = start();
    writers.say('requested', 'KEPT', KEPT);
    writers.write('requesting', { verb: 'LINK', quotes: [followUp()] });
    writers.deliver();
    expect(writers.of('requested').phase).to.equal('kept');
    writers.write('requesting', { verb: 'LINK', quotes: [followUp(T0)] });
    writers.deliver();
    expect(writers.of('requested').phase).to.equal('held');
    expect(at('BLOCK', judged(writers, 'requested', 'END'))).to.deep.equal(['A29-7 held-for-request']);
  });

  for (const [name, hours, status, phase] of [
    ['before the end crosses it voids that end', 1, 'executing', 'held'],
    ['only after the end comes too late', 3, 'executed', 'ended'],
  ] as const) {
    it(`D-16: a follow-up that was received ${name}`, () => {
      const writers = start();
      writers.say('requested', 'KEPT', KEPT);
      writers.write('requested', { verb: 'END', at: T0 + 2 * HOUR_MS });
      const quotes = [followUp(T0 + hours * HOUR_MS)];
      writers.write('requesting', { verb: 'LINK', quotes, at: T0 + 4 * HOUR_MS });
      writers.deliver();
      const current = writers.of('requesting');
      expect([current.status, current.phase]).to.deep.equal([status, phase]);
      expect(encodeCase(current)).to.deep.equal(encodeCase(writers.of('requested')));
    });
  }

  it('offers its own verbs, and knows no other', () => {
    const offered = permitted(OTHER_TREATY, start().of('requested'), 'requested', { at: T0 });
    expect(offered.map(({ verb }) => verb)).to.deep.equal(['KEPT', 'GRANT', 'REFUSE', 'RISK', 'LINK', 'END']);
    expect(at('BLOCK', judged(start(), 'requested', 'ACCEPT'))).to.deep.equal([' unknown-verb']);
  });
});

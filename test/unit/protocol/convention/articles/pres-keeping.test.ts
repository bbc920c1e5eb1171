import { expect } from 'chai';
import type { FoldEntry } from '../../../../../protocol/case/case.ts';
import type { Fields } from '../../../../../protocol/value.ts';
import { openedCase, quoteOf } from '../../../../support/articles.ts';
import type { CaseWriters } from '../../../../support/case-writer.ts';
import { at, judged, judgedAt } from '../../../../support/judged.ts';

const KIND = 'data.preserve';
const DAY = (date: string) => Date.parse(`${date}T12:00:00Z`);

const confirmation: Fields = {
  preserved_since: '2026-03-01',
  preserved_until: '2026-05-30',
  custodian_served_given: true,
  other_provider: 'no',
};
const blocks = (writers: CaseWriters, verb: string, content: Fields) =>
  at('BLOCK', judged(writers, 'requested', verb, content));

/** A case in which the data are preserved until 30 May. */
function preserved(): CaseWriters {
  const writers = openedCase(KIND);
  writers.say('requested', 'PRES_CONFIRM', confirmation);
  return writers;
}

/** The request for the data that follows, which the other State had on a day, and its answer. */
function followUp(receivedOn: string) {
  const access = openedCase('data.stored_access');
  const [request] = access.entries;
  if (request === undefined) throw new Error('no request');
  return { access, quote: quoteOf(request, DAY(receivedOn)) };
}

const decisionOf = (entry: FoldEntry) => quoteOf(entry);

const followed = { case: '00112233445566778899aabbccddeeff', relation: 'follows_preservation' };
const ending = { cause: 'lapsed', ended_on: '2026-06-02', followup_pending: false };

describe('A risk of preserving', () => {
  const atRisk = () => {
    const writers = openedCase(KIND);
    writers.say('requested', 'RISK_NOTICE', { risk: 'confidentiality', explanation_given: true });
    return writers;
  };

  it('PRES-6: holds the confirmation until the other State has decided, unless waiting would lose the data', () => {
    const writers = atRisk();
    expect(writers.of('requesting').phase).to.equal('risk_pending');
    expect(at('ACK', judged(writers, 'requested', 'PRES_CONFIRM', confirmation))).to.deep.equal([
      'PRES-6 preservation-at-risk',
    ]);
    expect(writers.of('requesting').obligations.map(({ timer }) => timer)).to.deep.equal(['T-PRES-RISK']);
  });

  it('PRES-6: the word not to execute withdraws the request', () => {
    const writers = atRisk();
    writers.say('requesting', 'RISK_DETERMINE', { determination: 'do_not_execute' });
    const current = writers.of('requested');
    expect([current.status, current.phase]).to.deep.equal(['withdrawn', 'ended']);
    expect(current.obligations).to.deep.equal([]);
  });

  it('PRES-6: the word to execute goes back to where the case was, and the clock of preserving runs anew', () => {
    const writers = atRisk();
    writers.say('requesting', 'RISK_DETERMINE', { determination: 'execute' });
    const current = writers.of('requested');
    expect([current.status, current.phase]).to.deep.equal(['received', 'asked']);
    expect(current.obligations.map(({ timer }) => timer)).to.deep.equal(['T-PRES-EXPEDITE']);
  });

  it('PRES-6: the word not to execute that crosses the confirmation still ends the case', () => {
    const writers = atRisk();
    writers.write('requested', { verb: 'PRES_CONFIRM', content: confirmation });
    writers.write('requesting', { verb: 'RISK_DETERMINE', content: { determination: 'do_not_execute' } });
    writers.deliver();
    for (const side of ['requesting', 'requested'] as const) {
      expect(writers.of(side).status).to.equal('withdrawn');
    }
    expect(
      at('BLOCK', judged(writers, 'requested', 'PRES_END', { ...ending, cause: 'withdrawn' })),
    ).to.deep.equal([]);
  });
});

describe('Preservation', () => {
  it('PRES-7: of fewer than ninety days cannot be confirmed', () => {
    const writers = openedCase(KIND);
    const short = { ...confirmation, preserved_until: '2026-05-20' };
    expect(blocks(writers, 'PRES_CONFIRM', short)).to.deep.equal(['PRES-7 preservation-too-short']);
    expect(blocks(writers, 'PRES_CONFIRM', confirmation)).to.deep.equal([]);
  });

  it('PRES-7: that is shorter all the same stands, and is flagged', () => {
    const writers = openedCase(KIND);
    const short = writers.say('requested', 'PRES_CONFIRM', {
      ...confirmation,
      preserved_until: '2026-04-01',
    });
    expect(writers.of('requesting').flags).to.deep.equal([{ itemId: short.id, paragraph: 'PRES-7' }]);
    expect(writers.of('requesting').phase).to.equal('preserved');
  });

  it('PRES-7: does not end before its day, and can end after it', () => {
    const end = (date: string) =>
      at('BLOCK', judgedAt(preserved(), 'requested', { verb: 'PRES_END', content: ending }, DAY(date)));
    expect(end('2026-05-30')).to.deep.equal(['PRES-7 preservation-ended-early']);
    expect(end('2026-05-31')).to.deep.equal([]);
  });

  it('PRES-7: is held by a request that was received in time, whenever it is linked, until that is decided', () => {
    const writers = preserved();
    const { access, quote } = followUp('2026-05-29');
    writers.write('requesting', {
      verb: 'LINK_CASE',
      content: followed,
      quotes: [quote],
      at: DAY('2026-05-30'),
    });
    writers.deliver();
    for (const side of ['requesting', 'requested'] as const) {
      expect(writers.of(side).phase).to.equal('held_pending_decision');
      expect(writers.of(side).obligations, 'nothing is left to ask for in time').to.deep.equal([]);
    }
    const end = (quotes: readonly ReturnType<typeof quoteOf>[]) =>
      at(
        'BLOCK',
        judgedAt(writers, 'requested', { verb: 'PRES_END', content: ending, quotes }, DAY('2026-06-02')),
      );
    expect(end([])).to.deep.equal(['PRES-7 preservation-held']);
    const postponed = access.say('requested', 'POSTPONE', { ground: 'G-ONGOING' });
    expect(end([decisionOf(postponed)]), 'a postponement decides nothing').to.deep.equal([
      'PRES-7 preservation-held',
    ]);
    const refused = access.say('requested', 'REFUSE', { grounds: [{ id: 'g1', code: 'G-LEGAL-SYSTEM' }] });
    expect(end([decisionOf(refused)])).to.deep.equal([]);
    writers.write('requested', {
      verb: 'PRES_END',
      content: ending,
      quotes: [decisionOf(refused)],
      at: DAY('2026-06-02'),
    });
    writers.deliver();
    expect([writers.of('requesting').status, writers.of('requesting').phase]).to.deep.equal([
      'executed',
      'ended',
    ]);
  });

  it('PRES-7: is not ended while any authority has an undecided request for the data, linked or not', () => {
    const content = { ...ending, followup_pending: true };
    const findings = judgedAt(preserved(), 'requested', { verb: 'PRES_END', content }, DAY('2026-06-02'));
    expect(at('BLOCK', findings)).to.deep.equal(['PRES-7 followup-undecided']);
    expect(findings[0]?.wayOut).to.deep.equal(['LINK_CASE']);
  });

  it('PRES-7: an end that crosses the link to a request received before it is void', () => {
    const writers = preserved();
    const { quote } = followUp('2026-05-29');
    const end = writers.write('requested', { verb: 'PRES_END', content: ending, at: DAY('2026-06-02') });
    writers.write('requesting', {
      verb: 'LINK_CASE',
      content: followed,
      quotes: [quote],
      at: DAY('2026-06-02'),
    });
    writers.deliver();
    for (const side of ['requesting', 'requested'] as const) {
      const current = writers.of(side);
      expect([current.status, current.phase]).to.deep.equal(['executing', 'held_pending_decision']);
      expect(current.placed.find(({ id }) => id === end.id)?.verdict).to.equal('overtaken');
    }
  });

  it('PRES-7: confirmed for parts of the data at different times has an end announced for each', () => {
    const writers = openedCase(KIND);
    for (const until of ['2026-05-30', '2026-06-30']) {
      writers.say('requested', 'PRES_CONFIRM', { ...confirmation, preserved_until: until });
    }
    expect(writers.of('requesting').obligations.map(({ timer }) => timer)).to.deep.equal([
      'T-PRES-EXPIRY',
      'T-PRES-EXPIRY',
    ]);
  });

  it('PRES-7: is extended on request, never shortened, and its end is announced anew', () => {
    const writers = preserved();
    writers.say('requesting', 'PRES_EXTEND_REQUEST', { requested_until: '2026-08-30', reasons_given: true });
    expect(writers.of('requested').dialogs.map(({ dialog }) => dialog)).to.deep.equal(['extension']);
    const reply = (until: string) => ({ decision: 'granted', preserved_until: until });
    expect(blocks(writers, 'PRES_EXTEND_REPLY', reply('2026-05-01'))).to.deep.equal([
      'PRES-7 preservation-shortened',
    ]);
    writers.say('requested', 'PRES_EXTEND_REPLY', reply('2026-08-30'));
    const [expiry, ...others] = writers.of('requesting').obligations;
    expect(others).to.deep.equal([]);
    expect(expiry).to.deep.include({ timer: 'T-PRES-EXPIRY', debtor: 'requesting', bound: 'number_in_text' });
    expect(new Date(expiry?.anchor.at ?? 0).toISOString()).to.match(/^2026-08-3[01]/);
  });

  it('PRES-7: of a request that is withdrawn may end at once', () => {
    const writers = preserved();
    writers.say('requesting', 'WITHDRAW', {});
    expect(writers.of('requested').status).to.equal('withdrawn');
    writers.say('requested', 'PRES_END', { ...ending, cause: 'withdrawn' });
    expect(writers.of('requesting').flags).to.deep.equal([]);
    expect([writers.of('requesting').status, writers.of('requesting').phase]).to.deep.equal([
      'withdrawn',
      'ended',
    ]);
  });
});

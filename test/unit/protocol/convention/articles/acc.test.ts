import { expect } from 'chai';
import type { Fields } from '../../../../../protocol/value.ts';
import { type ArticleCase, drafted, openedCase, quoteOf } from '../../../../support/articles.ts';
import { at, judged } from '../../../../support/judged.ts';

const KIND = 'data.stored_access';
const drafts = (change: ArticleCase['change'], more: ArticleCase = {}) =>
  drafted(KIND, { ...more, change: change ?? {} });

describe('The request for access to stored data', () => {
  it('ACC-1: holds the data that were preserved for it, at both nodes, from its receipt on', () => {
    const preservation = openedCase('data.preserve');
    const until = { preserved_since: '2026-03-01', preserved_until: '2026-05-30' };
    preservation.say('requested', 'PRES_CONFIRM', {
      ...until,
      custodian_served_given: true,
      other_provider: 'no',
    });
    const [request] = openedCase(KIND, {
      change: { preservation_case: preservation.of('requesting').caseId },
    }).entries;
    if (request === undefined) throw new Error('no request');
    expect(request.act?.content['preservation_case']).to.equal(preservation.of('requesting').caseId);
    const content = { case: request.header.caseId, relation: 'follows_preservation' };
    preservation.write('requested', {
      verb: 'LINK_CASE',
      content,
      quotes: [quoteOf(request, request.header.createdAt)],
    });
    preservation.deliver();
    for (const side of ['requesting', 'requested'] as const) {
      expect(preservation.of(side).phase).to.equal('held_pending_decision');
    }
  });

  it('ACC-1: without the receipt of the request nothing is held', () => {
    const preservation = openedCase('data.preserve');
    const until = { preserved_since: '2026-03-01', preserved_until: '2026-05-30' };
    preservation.say('requested', 'PRES_CONFIRM', { ...until, custodian_served_given: true });
    const [request] = openedCase(KIND).entries;
    if (request === undefined) throw new Error('no request');
    const content = { case: request.header.caseId, relation: 'follows_preservation' };
    preservation.write('requesting', { verb: 'LINK_CASE', content, quotes: [quoteOf(request)] });
    preservation.deliver();
    expect(preservation.of('requested').phase).to.equal('preserved');
  });

  it('ACC-2: is refused on the grounds of MLA; another one asks for a reason (D-07), and bank secrecy is excluded', () => {
    const refuse = (grounds: Fields, more: Fields = {}) =>
      judged(openedCase(KIND), 'requested', 'REFUSE', {
        grounds: [{ id: 'g1', reasons_given: true, ...grounds }],
        ...more,
      });
    expect(at('ACK', refuse({ code: 'G-OTHER', explanation_given: true }))).to.deep.equal([
      'MLA-26 ground-unlisted',
    ]);
    const secret = refuse({ code: 'G-OTHER', explanation_given: true }, { bank_secrecy: true });
    expect(at('BLOCK', secret)).to.deep.equal(['MLA-8 ground-forbidden']);
  });

  it('ACC-2: each entry of data is decided by itself', () => {
    const writers = openedCase(KIND);
    expect(writers.of('requested').measures.map(({ id }) => id)).to.deep.equal(['d1']);
  });

  it('ACC-2: what is given may be used for the proceedings that the request names alone (MLA-24)', () => {
    const writers = openedCase(KIND);
    writers.say('requested', 'ACCEPT', {});
    writers.say('requested', 'RESULT', { outcomes: [{ id: 'd1', outcome: 'executed' }] });
    expect(writers.of('requesting').caveats.map(({ caveat }) => caveat)).to.include('C-USE-LIMIT');
  });

  it('ACC-3: marked urgent without one of the two reasons asks for one', () => {
    expect(drafts({}, { urgency: 'urgent' })).to.deep.equal(['ACK ACC-3 expedition-without-reason']);
    expect(
      drafts(
        { expedite_reason: 'vulnerable', expedite_explanation: 'It is deleted.' },
        { urgency: 'urgent' },
      ),
    ).to.deep.equal([]);
  });

  it('ACC-3: with one of them starts the clock of an expedited answer', () => {
    const owed = (change: ArticleCase['change']) =>
      openedCase(KIND, { change: change ?? {} })
        .of('requested')
        .obligations.map(({ timer }) => timer);
    expect(owed({ expedite_reason: 'vulnerable', expedite_explanation: 'x' })).to.include('T-ACC-EXPEDITE');
    expect(owed({})).not.to.include('T-ACC-EXPEDITE');
  });

  it('ACC-3a: says why the data are vulnerable', () => {
    expect(drafts({ expedite_reason: 'vulnerable' })).to.deep.equal(['BLOCK ACC-3a missing']);
  });

  it('ACC-3b: names the instrument that provides for expedition', () => {
    expect(drafts({ expedite_reason: 'instrument' })).to.deep.equal(['BLOCK ACC-3b missing']);
  });

  it('TBA-a, AIT-a: for data that are open to the public is told that no request is needed', () => {
    expect(drafts({ publicly_available: 'yes' })).to.deep.equal(['HELP TBA-a public-data']);
  });
});

import { expect } from 'chai';
import { checkRoute } from '../../../../../protocol/convention/route.ts';
import { CARICOM } from '../../../../../protocol/convention/instruments.ts';
import type { Fields } from '../../../../../protocol/value.ts';
import { type ArticleCase, drafted, filledIn, openedCase } from '../../../../support/articles.ts';
import { at, judged } from '../../../../support/judged.ts';
import { CENTRAL } from '../../../../support/party-officers.ts';
import { aProfile } from '../../../../support/profiles.ts';
import { useTwoParties } from '../../../../support/two-parties.ts';

const KIND = 'n247.assist';
const asking = (code: string): ArticleCase => ({
  change: { measures: [{ id: 'm1', code, question: 'What?' }] },
});
const owed = (given: ArticleCase = {}, verb?: string, content: Fields = {}) => {
  const writers = openedCase(KIND, given);
  if (verb !== undefined) writers.say('requested', verb, content);
  return writers.of('requested').obligations.map(({ timer }) => timer);
};

describe('The 24/7 contact', () => {
  const makeParties = useTwoParties();

  it('N247-1: carries out what its profile lets it, and else passes it on', () => {
    const carryOut = (declared: readonly string[]) => {
      const requested = { 'contact_24_7.may_carry_out_directly': declared };
      return judged(openedCase(KIND, { ...asking('evidence'), requested }), 'requested', 'ACCEPT', {
        how: 'carried_out',
      });
    };
    const findings = carryOut(['technical_advice']);
    expect(at('BLOCK', findings)).to.deep.equal(['N247-1 may-only-facilitate']);
    expect(findings[0]?.wayOut).to.deep.equal(['FORWARD_NOTICE']);
    expect(carryOut(['evidence'])).to.deep.equal([]);
    expect(
      judged(openedCase(KIND, asking('evidence')), 'requested', 'ACCEPT', { how: 'facilitated' }),
    ).to.deep.equal([]);
  });

  it('N247-1: helps in any criminal matter: no offence of the catalogue is asked for', () => {
    expect(drafted(KIND)).to.deep.equal([]);
  });

  it('N247-1a: answers a technical question with a text, and no other form', () => {
    const writers = openedCase(KIND, asking('technical_advice'));
    writers.say('requested', 'ACKNOWLEDGE', {});
    expect(
      judged(writers, 'requested', 'RESULT', { outcomes: [{ id: 'm1', outcome: 'executed' }] }),
    ).to.deep.equal([]);
  });

  it('N247-1b: takes a request to preserve without the central authorities', () => {
    const profile = (party: string) => {
      const desks = aProfile(party).desks.map((desk) => ({
        ...desk,
        ...({ id: 'poc', role: 'POC', competence: ['*'], territory: 'whole' } as const),
      }));
      return aProfile(party, { desks });
    };
    for (const kind of ['data.preserve', 'data.traffic_path']) {
      const found = checkRoute({
        ...{ instrument: CARICOM, kind, direction: 'forth' },
        ...{ from: { profile: profile('GD'), desk: 'poc' }, to: { profile: profile('JM'), desk: 'poc' } },
      });
      expect(found, kind).to.deep.equal([]);
    }
  });

  it('N247-1c: for legal information points to the other State’s profile first', () => {
    expect(drafted(KIND, asking('legal_information'))).to.deep.equal(['HELP N247-1c profile-may-answer']);
  });

  it('N247-2: has an hour for its first answer, whatever it says', () => {
    expect(owed()).to.deep.equal(['T-N247-FIRST']);
    const answers: readonly (readonly [string, Fields])[] = [
      ['ACKNOWLEDGE', {}],
      ['INFO_REQUEST', { items: [{ id: 'q1', needed: true }] }],
      ['ACCEPT', {}],
      ['FORWARD_NOTICE', { date: '2026-03-01' }],
    ];
    for (const [verb, content] of answers)
      expect(owed({}, verb, content), verb).not.to.include('T-N247-FIRST');
  });

  it('N247-3: what it passes on inside its State has a clock, until it is taken up', () => {
    const writers = openedCase(KIND);
    writers.say('requested', 'FORWARD_NOTICE', { date: '2026-03-01', desk: 'ca' });
    const timers = () => writers.of('requested').obligations.map(({ timer, debtor }) => `${debtor} ${timer}`);
    expect(timers()).to.deep.equal(['requested T-INTRA-STATE']);
    writers.say('requested', 'ACKNOWLEDGE', {});
    expect(timers()).to.deep.equal([]);
  });

  it('N247-4: an exercise is marked as one, in the case of both', async () => {
    const { gd, jm, exchange } = await makeParties({}, { role: 'POC' });
    const content = filledIn(KIND);
    const { reference } = await gd.say({
      kind: KIND,
      to: 'JM',
      toDesk: CENTRAL,
      content,
      exercise: true,
      language: 'en',
    });
    await exchange();
    for (const { cases, officer } of [gd, jm]) {
      expect((await cases.show(officer, reference)).exercise).to.equal(true);
    }
  });
});

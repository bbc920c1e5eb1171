import { expect } from 'chai';
import { CARICOM } from '../../../../../protocol/convention/instruments.ts';
import { fieldsOf } from '../../../../../protocol/convention/verb-in.ts';
import { drafted, openedCase } from '../../../../support/articles.ts';
import { at, judged } from '../../../../support/judged.ts';

const KIND = 'coop.person_arrangement';
const BARE = { identity: undefined, named_officers: undefined };

describe('Persons who cooperate', () => {
  it('MECL-1: no form in which information travels has a field for its source', () => {
    for (const kind of ['info.spontaneous', 'le.information']) {
      const names = (fieldsOf(CARICOM, kind, 'TRANSMIT') ?? []).map(({ name }) => name);
      expect(names.filter((name) => name.includes('source'))).to.deep.equal([]);
    }
  });

  it('MECL-2: shows that the other State’s law allows mitigation', () => {
    const requested = { 'cooperating_persons.mitigation': 'yes' };
    expect(drafted(KIND, { change: BARE, requested })).to.deep.equal(['HELP MECL-2 mitigation-published']);
    expect(drafted(KIND, { change: BARE })).to.deep.equal([]);
  });

  it('MECL-3: shows that immunity may be asked too, to who asked for mitigation alone', () => {
    const requested = { 'cooperating_persons.immunity': 'case_by_case' };
    const asking = (treatments: readonly string[]) =>
      drafted(KIND, { change: { ...BARE, treatments }, requested });
    expect(asking(['mitigation'])).to.deep.equal(['HELP MECL-3 immunity-possible']);
    expect(asking(['mitigation', 'immunity'])).to.deep.equal([]);
  });

  it('MECL-5: is proposed under a pseudonym, and the treatment is agreed or declined', () => {
    const writers = openedCase(KIND, { change: BARE });
    writers.say('requesting', 'PROPOSE', { subject: 'treatment', text_given: true });
    writers.say('requested', 'AGREE', { subject: 'treatment' });
    expect(writers.of('requesting').agreements.map(({ subject }) => subject)).to.deep.equal(['treatment']);
  });

  it('MECL-5: an identity names its readers, and before the agreement asks for a reason', () => {
    const writers = openedCase(KIND, { change: BARE });
    const open = judged(writers, 'requesting', 'SUPPLEMENT', { identity_given: true });
    expect(at('BLOCK', open)).to.deep.equal(['MECL-5 identity-without-readers']);
    const named = { identity_given: true, named_officers: ['o1', 'o2'] };
    const early = judged(writers, 'requesting', 'SUPPLEMENT', named);
    expect(at('ACK', early)).to.deep.equal(['MECL-5 identity-before-agreement']);
    writers.say('requesting', 'PROPOSE', { subject: 'treatment', text_given: true });
    writers.say('requested', 'AGREE', { subject: 'treatment' });
    expect(judged(writers, 'requesting', 'SUPPLEMENT', named)).to.deep.equal([]);
  });

  it('MECL-5: accepted conditions bind the State that asked', () => {
    const writers = openedCase(KIND, { change: BARE });
    const conditions = [{ id: 'c1', type: 'use', text_given: true }];
    writers.say('requested', 'CONDITIONS_PROPOSE', { conditions });
    writers.say('requesting', 'CONDITIONS_ACCEPT', { conditions: ['c1'] });
    expect(writers.of('requesting').caveats.map(({ caveat }) => caveat)).to.deep.equal(['C-COND']);
  });
});

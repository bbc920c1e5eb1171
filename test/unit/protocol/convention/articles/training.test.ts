import { expect } from 'chai';
import { CARICOM } from '../../../../../protocol/convention/instruments.ts';
import { PARAGRAPHS } from '../../../../../protocol/convention/caricom/paragraphs/paragraphs.ts';
import { fieldsOf, kindOf } from '../../../../../protocol/convention/verb-in.ts';
import { drafted, filledIn, openedCase } from '../../../../support/articles.ts';
import { at, judged } from '../../../../support/judged.ts';

const KIND = 'train.request';
const choicesOf = (kind: string, name: string) =>
  (fieldsOf(CARICOM, kind, 'REQUEST') ?? []).find((field) => field.name === name)?.choices ?? [];

describe('Training, statistics and development', () => {
  const tags = choicesOf(KIND, 'subjects').map(({ paragraph }) => paragraph ?? '');
  it('TRAIN-1a, 1b, 1c, 1d, 1e, 1f, 1g, 1i, 1j: are subjects that a request for training can name', () => {
    expect(tags).to.deep.equal(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'i', 'j'].map((letter) => `TRAIN-1${letter}`),
    );
  });

  it('TRAIN-1: a secondment goes as liaison, with no arrangement', () => {
    expect(drafted('le.liaison', { change: { purpose: 'secondment' } })).to.deep.equal([]);
    expect(PARAGRAPHS).not.to.have.property('TRAIN-1h');
  });

  it('TRAIN-4: an offer to two States is two cases, of which one is accepted', () => {
    const [one, other] = [openedCase(KIND), openedCase(KIND)];
    one.say('requested', 'ACCEPT', {});
    expect([one.of('requesting').status, other.of('requesting').status]).to.deep.equal([
      'executing',
      'received',
    ]);
    expect(one.of('requesting').caveats).to.deep.equal([]);
  });

  it('TRAIN-4: its result is the programme, a text that needs no outcome', () => {
    const writers = openedCase(KIND);
    writers.say('requested', 'ACCEPT', {});
    expect(judged(writers, 'requested', 'RESULT', {})).to.deep.equal([]);
  });

  it('TRAIN-5: may serve that extradition and assistance come in time', () => {
    expect(choicesOf(KIND, 'purpose').map(({ code }) => code)).to.include('ext_mla_timeliness');
  });

  it('TRAIN-6: an arrangement on training is one of the treaties that it cites', () => {
    expect(kindOf(CARICOM, KIND)?.treaty?.subject).to.equal('training');
    const agreed = openedCase('arrangement.record', { change: { subject: 'training' } });
    agreed.say('requested', 'AGREE', { subject: 'training' });
    expect(agreed.of('requesting').agreements.map(({ subject }) => subject)).to.deep.equal(['training']);
  });

  it('ECD-2, ECD-2c: technical assistance is asked for and accepted', () => {
    const writers = openedCase(KIND, { change: { direction: 'need', type: 'technical_assistance' } });
    writers.say('requested', 'ACCEPT', {});
    expect(writers.of('requesting').status).to.equal('executing');
  });

  it('ECD-4: an arrangement on logistics is on record once it is agreed', () => {
    const writers = openedCase('arrangement.record', { change: { subject: 'logistics' } });
    expect(writers.of('requested').agreements).to.deep.equal([]);
    writers.say('requested', 'AGREE', { subject: 'logistics' });
    const { agreements, status, obligations } = writers.of('requesting');
    expect([agreements[0]?.subject, status, obligations]).to.deep.equal(['logistics', 'executed', []]);
  });

  it('ECD-4: an arrangement that is declined is none', () => {
    const writers = openedCase('arrangement.record', { change: { subject: 'logistics' } });
    writers.say('requested', 'DECLINE', { subject: 'logistics' });
    expect([writers.of('requesting').status, writers.of('requesting').agreements]).to.deep.equal([
      'refused',
      [],
    ]);
  });

  it('ECD-4: a proposer does not agree to its own proposal', () => {
    const writers = openedCase('arrangement.record', { change: { subject: 'logistics' } });
    expect(at('BLOCK', judged(writers, 'requesting', 'AGREE', { subject: 'logistics' }))).not.to.deep.equal(
      [],
    );
  });

  it('STAT-1: figures have no field for a case, a name or a selector, and cannot be linked to one', () => {
    const fields = fieldsOf(CARICOM, 'stats.share', 'TRANSMIT') ?? [];
    const names = fields.flatMap(({ name, fields: inner = [] }) => [name, ...inner.map((each) => each.name)]);
    expect(names.filter((name) => /case|links|person|selector/.test(name))).to.deep.equal([]);
    expect(kindOf(CARICOM, 'stats.share')?.verbs).not.to.include('LINK_CASE');
  });

  it('STAT-1: a figure that is held back is not told', () => {
    const cell = { id: 'c1', statistic: 'S-VOLUME', suppressed: true };
    const drafts = (cells: readonly object[]) =>
      drafted('stats.share', { change: { cells: cells as never } });
    expect(drafts([{ ...cell, count: 2 }])).to.deep.equal(['BLOCK STAT-1 held-back-and-told']);
    expect(drafts([cell])).to.deep.equal([]);
  });

  it('STATP-2: an analysis names its author, its date and what may be done with it', () => {
    const change = { class: 'analysis', author: undefined, dated: undefined, licence: undefined };
    expect(drafted('stats.share', { change })).to.deep.equal([
      'BLOCK STATP-2 missing',
      'BLOCK STATP-2 missing',
      'BLOCK STATP-2 missing',
    ]);
    const told = { author: 'Central Authority', dated: '2027-01-31', licence: 'public' };
    expect(drafted('stats.share', { change: { class: 'analysis', ...told } })).to.deep.equal([]);
  });

  it('COP-3, COP-3b: trends and practices go between States as analysis', () => {
    expect(kindOf(CARICOM, 'stats.share')?.articles).to.include('COP-3b');
    expect(filledIn('stats.share')).to.have.property('definition_version');
  });
});

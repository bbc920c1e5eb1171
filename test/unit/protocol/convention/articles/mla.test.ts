import { expect } from 'chai';
import { checkContent } from '../../../../../protocol/convention/content/check-content.ts';
import { CARICOM } from '../../../../../protocol/convention/instruments.ts';
import { declaredValue } from '../../../../../protocol/convention/partner/party-profile.ts';
import { fieldsOf } from '../../../../../protocol/convention/verb-in.ts';
import { defectsIn, drafted, filledIn, openedCase } from '../../../../support/articles.ts';
import { at, judged } from '../../../../support/judged.ts';

/** What is missed in a measure of which nothing but its code and description is said. */
function missedIn(code: string): readonly string[] {
  const specs = fieldsOf(CARICOM, 'mla.general', 'REQUEST') ?? [];
  const measures = [{ id: 'm1', code, description: 'What is wanted' }];
  return checkContent(specs, filledIn('mla.general', { measures, particular_procedures: undefined }))
    .filter(({ path }) => path.startsWith('measures'))
    .map(({ level, paragraph, path }) => `${level} ${paragraph} ${path.replace('measures[0].', '')}`);
}

describe('Mutual legal assistance, what it is asked for', () => {
  it('MLA-3b: to serve documents warns without the documents and their addressee', () => {
    expect(missedIn('service_of_documents')).to.deep.equal([
      'WARN MLA-3b documents',
      'WARN MLA-3b addressee',
    ]);
  });

  it('MLA-3c: to search and seize warns without the place, the things and what links them to the offence', () => {
    expect(missedIn('search_seizure_freezing')).to.deep.equal([
      'WARN MLA-3c place',
      'WARN MLA-3c things',
      'WARN MLA-3g link',
    ]);
  });

  it('MLA-3d: to examine data or sites warns without the examination that is wanted', () => {
    expect(missedIn('examine_data_objects_sites')).to.deep.equal(['WARN MLA-3d examination']);
  });

  it('MLA-3e: to give information or expertise needs no more than a description; a question may go with it', () => {
    expect(missedIn('information_items_expertise')).to.deep.equal([]);
    const measure = (fieldsOf(CARICOM, 'mla.general', 'REQUEST') ?? []).find(
      ({ name }) => name === 'measures',
    );
    expect(measure?.fields?.map(({ name }) => name)).to.include('expert_question');
  });

  it('MLA-3f: for records warns without their kind and their holder', () => {
    expect(missedIn('records_originals_or_copies')).to.deep.equal([
      'WARN MLA-3f record_kind',
      'WARN MLA-3f holder',
    ]);
  });

  it('MLA-3g: to trace property for evidence warns without saying what is sought', () => {
    expect(missedIn('trace_for_evidence')).to.deep.equal(['WARN MLA-3c things']);
  });

  it('MLA-16: a declaration is judged as it stood on the day of the act', () => {
    const declarations = {
      'mla.diplomatic_channel': {
        value: 'required',
        effective_from: '2026-02-01',
        withdrawn_on: '2026-03-01',
      },
    };
    const on = (day: string) => declaredValue({ declarations }, 'mla.diplomatic_channel', day);
    expect([on('2026-01-31'), on('2026-02-28'), on('2026-03-01')]).to.deep.equal([
      undefined,
      'required',
      undefined,
    ]);
  });

  it('MLA-20d: a request that does not describe what is asked for is told as defective', () => {
    const measures = [{ id: 'm1', code: 'other_assistance' }];
    expect(
      drafted('mla.general', { change: { measures } }).some((found) => found.includes('missing')),
    ).to.equal(true);
    expect(defectsIn('mla.general', { measures: [] })).not.to.deep.equal([]);
  });

  it('MLA-20d: each particular procedure that is asked for is answered by its id', () => {
    const writers = openedCase('mla.general', {
      change: {
        measures: [{ id: 'm1', code: 'other_assistance', description: 'What is wanted' }],
        particular_procedures: [{ id: 'pr1', measure: 'm1', text: 'Under oath' }],
      },
    });
    writers.say('requested', 'ACCEPT', {});
    const outcomes = [{ id: 'm1', outcome: 'executed' }];
    expect(at('BLOCK', judged(writers, 'requested', 'RESULT', { outcomes }))).to.deep.equal([
      'MLA-22 procedure-unanswered',
    ]);
    const procedures = [{ id: 'pr1', followed: 'followed' }];
    expect(judged(writers, 'requested', 'RESULT', { outcomes, procedures })).to.deep.equal([]);
  });
});

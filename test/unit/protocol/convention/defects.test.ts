import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { completeContent, defectsOf, parseForm, splitContent } from '../../../../protocol/convention/form.ts';
import type { Fields } from '../../../../protocol/value.ts';
import { formFields } from '../../../support/forms.ts';

const REQUEST = formFields('mla.general', 'REQUEST');
const text = readFileSync(new URL('../../../fixtures/forms/mla-general.yaml', import.meta.url), 'utf8');
const whole = completeContent(REQUEST, parseForm(text).content);
const defects = (content: Fields): readonly string[] => {
  const { act, body } = splitContent(REQUEST, content);
  return defectsOf(REQUEST, act, body);
};
const without = (...names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name)));

describe('defects of a received request', () => {
  it('are none in a complete one', () => {
    assert.deepEqual(defects(whole), []);
  });

  it('MLA-20: name the purpose that is missing', () => {
    assert.deepEqual(defects(without('purpose')), ['MLA-20f']);
  });

  it('MLA-20f: are none where the purpose stands without a list of proceedings, for that is our own demand', () => {
    assert.deepEqual(defects(without('purpose_proceedings')), []);
  });

  it('MLA-1: are none where no offence is listed, which MLA-20 does not ask for', () => {
    assert.deepEqual(defects(without('offences')), []);
  });

  it('MLA-20e: are none where a person’s particulars are open, which are owed only where possible', () => {
    assert.deepEqual(
      defects({
        ...without('measures'),
        measures: [],
        persons: [{ id: 'n1', kind: 'natural', role: 'suspect' }],
      }),
      ['MLA-20d'],
    );
  });

  it('MLA-20b: name each paragraph once, however much of it is missing', () => {
    assert.deepEqual(defects({ ...without('subject_matter'), conducting_authority: { name: 'Court' } }), [
      'MLA-20b',
    ]);
  });

  it('MLA-20c: miss no facts in a request to serve documents', () => {
    const content = {
      ...without('facts_summary'),
      measures: [{ id: 'm1', code: 'service_of_documents', description: 'x' }],
    };
    assert.deepEqual(defects(content), []);
    assert.deepEqual(defects(without('facts_summary')), ['MLA-20c']);
  });

  it('are not read out of a body that was withheld', () => {
    const { act } = splitContent(REQUEST, whole);
    assert.deepEqual(defectsOf(REQUEST, act, undefined), []);
    assert.deepEqual(defectsOf(REQUEST, {}, undefined), ['MLA-20b']);
  });

  it('are found in an empty request, all of them', () => {
    assert.deepEqual(defectsOf(REQUEST, {}, {}), ['MLA-20a', 'MLA-20b', 'MLA-20c', 'MLA-20d', 'MLA-20f']);
  });
});

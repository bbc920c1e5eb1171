import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkContent, mayGo, parseForm, type FormContent } from '../../../../protocol/convention/form.ts';
import { CARICOM_CATALOGUE } from '../../../../protocol/convention/instruments.ts';
import { formFields } from '../../../support/forms.ts';

const fixture = (name: string): FormContent =>
  parseForm(readFileSync(new URL(`../../../fixtures/forms/${name}.yaml`, import.meta.url), 'utf8')).content;

const REQUEST = formFields('mla.general', 'REQUEST');
const whole = fixture('mla-general');
const served = fixture('mla-service-only');
const catalogue = CARICOM_CATALOGUE;

const check = (content: FormContent) => checkContent(REQUEST, content, { catalogue });
const found = (content: FormContent) =>
  check(content).map(({ level, paragraph, code, path }) => `${level} ${paragraph} ${code} ${path}`.trim());
const without = (content: FormContent, ...names: readonly string[]): FormContent =>
  Object.fromEntries(Object.entries(content).filter(([name]) => !names.includes(name)));
const measure = (entry: FormContent, more: FormContent = {}): FormContent => ({
  ...whole,
  particular_procedures: null,
  measures: [{ description: 'What to do', ...entry }],
  ...more,
});

describe('checking the content of a request', () => {
  it('finds nothing wrong with a complete one', () => {
    assert.deepEqual(found(whole), []);
  });

  it('names everything that is missing at once, each with its paragraph', () => {
    const missing = check({})
      .filter(({ level }) => level === 'BLOCK')
      .map(({ paragraph, path }) => `${paragraph} ${path}`);
    assert.deepEqual(missing, [
      'MLA-20a requesting_authority',
      'MLA-20b subject_matter',
      'MLA-20b proceeding_nature',
      'MLA-20b conducting_authority',
      'MLA-1 offences',
      'MLA-20c facts_summary',
      'MLA-20d measures',
      'MLA-20f purpose',
      'MLA-20f purpose_proceedings',
    ]);
  });

  it('MLA-20a: blocks an authority that the own profile does not have, and says which there are', () => {
    const authorities = [{ id: 'ca', name: 'Central Authority' }];
    assert.ok(mayGo(checkContent(REQUEST, whole, { authorities })));
    const [problem] = checkContent(
      REQUEST,
      { ...whole, requesting_authority: 'Harbour Police' },
      { authorities },
    );
    assert.equal(problem?.paragraph, 'MLA-20a');
    assert.equal(problem.level, 'BLOCK');
    assert.match(problem.wayOut ?? '', /Central Authority/);
  });

  it('MLA-20b: names the function of the conducting authority when it is empty', () => {
    const content = { ...whole, conducting_authority: { name: 'Financial Crimes Unit', function: '' } };
    assert.deepEqual(found(content), ['BLOCK MLA-20b missing conducting_authority.function']);
  });

  it('MLA-20c: needs no facts where every measure is the serving of documents', () => {
    assert.deepEqual(found(served), []);
  });

  it('MLA-20c: needs the facts as soon as one other measure is asked for', () => {
    const content = {
      ...served,
      measures: [...(served['measures'] as FormContent[]), { code: 'other', description: 'x' }],
    };
    assert.deepEqual(found(content), ['BLOCK MLA-20c missing facts_summary']);
  });

  it('MLA-20e: warns of a particular left blank, and is content with the word unknown', () => {
    const person = { kind: 'natural', role: 'suspect', identity: 'J. D.', location: 'unknown' };
    assert.deepEqual(
      found({
        ...whole,
        measures: served['measures'] ?? null,
        particular_procedures: null,
        persons: [person],
      }),
      ['WARN MLA-20e say-unknown persons[0].nationality'],
    );
    assert.deepEqual(
      found({
        ...whole,
        measures: served['measures'] ?? null,
        particular_procedures: null,
        persons: [{ ...person, nationality: 'Inconnu' }],
      }),
      [],
    );
  });

  it('MLA-20f: blocks a request that names no proceedings, since use could not be limited later', () => {
    assert.deepEqual(found({ ...whole, purpose_proceedings: [] }), [
      'BLOCK MLA-20f too-few purpose_proceedings',
    ]);
    assert.deepEqual(found(without(whole, 'purpose_proceedings')), [
      'BLOCK MLA-20f purpose-proceedings-missing purpose_proceedings',
    ]);
  });

  it('MLA-1: asks for a reason when no offence is in the catalogue', () => {
    const offences = (whole['offences'] as FormContent[]).map((offence) => ({
      ...offence,
      catalogue_code: 'parking',
    }));
    assert.deepEqual(found({ ...whole, offences }), ['ACK MLA-1 outside-catalogue offences']);
  });

  it('MLA-2: asks for no human being where a company alone is concerned', () => {
    const persons = (whole['persons'] as FormContent[]).slice(1);
    assert.deepEqual(
      found({ ...whole, persons, measures: [(whole['measures'] as FormContent[])[0] as FormContent] }),
      [],
    );
  });

  it('MLA-3a: warns of both person and questions when they are missing', () => {
    assert.deepEqual(found(measure({ code: 'evidence_or_statement' })), [
      'WARN MLA-3a missing measures[0].person',
      'WARN MLA-3a missing measures[0].questions',
    ]);
  });

  it('MLA-3h: warns of person, capacity and appearance when they are missing', () => {
    assert.deepEqual(found(measure({ code: 'voluntary_appearance' })), [
      'WARN MLA-3a missing measures[0].person',
      'WARN MLA-3a missing measures[0].capacity',
      'WARN MLA-3h missing measures[0].appearance',
    ]);
  });

  it('MLA-3i: blocks other assistance without a description', () => {
    assert.deepEqual(found(measure({ code: 'other', description: ' ' })), [
      'BLOCK MLA-20d missing measures[0].description',
    ]);
  });

  it('MLA-3j: says that the chapter on asset recovery is not in the text in use', () => {
    assert.deepEqual(
      found(measure({ code: 'freeze_trace_proceeds', things: 'A house', link: 'Bought with it' })),
      ['WARN MLA-3j asset-recovery-outside measures[0].code'],
    );
  });

  it('MLA-3k: warns when no judgment or order is named', () => {
    assert.ok(
      found(measure({ code: 'asset_recovery', things: 'A house', link: 'Bought with it' })).includes(
        'WARN MLA-3k missing measures[0].order',
      ),
    );
  });

  it('MLA-29: warns of a deadline without reasons, and lets it go', () => {
    const problems = check(without(whole, 'deadline_reasons'));
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['deadline-without-reasons'],
    );
    assert.equal(problems[0]?.paragraph, 'MLA-29');
    assert.ok(mayGo(problems));
  });

  it('SPI-2: wants it said that information is free, if it is', () => {
    const TRANSMIT = formFields('info.spontaneous', 'TRANSMIT');
    const told = fixture('info-spontaneous');
    assert.deepEqual(checkContent(TRANSMIT, told), []);
    assert.deepEqual(checkContent(TRANSMIT, { ...told, restrictions: [] }), []);
    assert.deepEqual(
      checkContent(TRANSMIT, without(told, 'restrictions')).map(({ code, level }) => `${level} ${code}`),
      ['BLOCK restrictions-missing'],
    );
  });

  for (const [name, verb] of [
    ['refuse-part', 'REFUSE'],
    ['info-request', 'INFO_REQUEST'],
    ['result', 'RESULT'],
  ] as const) {
    it(`finds nothing wrong with the example of ${verb}`, () => {
      assert.deepEqual(checkContent(formFields('mla.general', verb), fixture(name)), []);
    });
  }
});

import assert from 'node:assert/strict';
import { ComityError } from '../../../../protocol/errors.ts';
import {
  checkContent,
  completeContent,
  exampleContent,
  formOf,
  mayGo,
  parseForm,
  template,
} from '../../../../protocol/convention/form.ts';
import type { FieldSpec } from '../../../../protocol/convention/field-spec.ts';
import { CARICOM, CARICOM_CATALOGUE } from '../../../../protocol/convention/instruments.ts';
import { LANGUAGES } from '../../../../protocol/convention/say.ts';
import { everyForm } from '../../../support/forms.ts';

const forms = everyForm().filter(({ fields }) => fields.some(({ filledByNode }) => filledByNode !== true));
const context = { catalogue: CARICOM_CATALOGUE, authorities: [{ id: 'ca', name: 'Central Authority' }] };
const contentOf = (yaml: string) => (/^[^#\n]/m.test(yaml) ? parseForm(yaml).content : {});

/** Puts every optional field into use, as an officer would: by taking away the `#` before it. */
function uncomment(yaml: string): string {
  let text = yaml;
  for (let level = 0; level < 4; level++) text = text.replaceAll(/^( *)#(?!( \S|\n|$))/gm, '$1');
  return text;
}

function namesIn(fields: readonly FieldSpec[]): readonly string[] {
  const shown = fields.filter(({ filledByNode, fixed }) => filledByNode !== true && fixed === undefined);
  return shown.flatMap((field) => [field.name, ...namesIn(field.fields ?? [])]);
}

describe('a printed form', () => {
  for (const { kind, verb, fields } of forms) {
    for (const language of LANGUAGES) {
      it(`of ${verb} in ${kind} passes the check as printed, in ${language}`, () => {
        const yaml = template(CARICOM, verb, language, { kind });
        const content = contentOf(yaml);
        assert.deepEqual(
          checkContent(fields, content, context).filter(({ level }) => level !== 'WARN'),
          [],
        );
        assert.deepEqual(
          completeContent(fields, content),
          completeContent(fields, exampleContent(fields, language)),
        );
      });

      it(`of ${verb} in ${kind} passes the check with every field in use, in ${language}`, () => {
        const everything = contentOf(template(CARICOM, verb, language, { kind, everything: true }));
        assert.ok(
          mayGo(checkContent(fields, everything, context)),
          JSON.stringify(checkContent(fields, everything, context)),
        );
        const used = contentOf(uncomment(template(CARICOM, verb, language, { kind })));
        assert.ok(
          mayGo(checkContent(fields, used, context)),
          JSON.stringify(checkContent(fields, used, context)),
        );
        const printed = JSON.stringify(used);
        for (const name of namesIn(fields)) assert.ok(printed.includes(`"${name}"`), name);
      });
    }
  }

  it('names for each field its paragraph, whether it is required, and its choices', () => {
    const yaml = template(CARICOM, 'mla.general', 'en');
    assert.match(yaml, /^# Purpose \(MLA-20f\) – required$/m);
    assert.match(yaml, /^# Suggested deadline \(MLA-29\) – optional$/m);
    assert.match(yaml, /^# \* prosecution – prosecution$/m);
    assert.match(yaml, /required unless every entry of measures has code\n?#? ?service_of_documents/);
    assert.match(template(CARICOM, 'REFUSE', 'fr'), /^ {4}# \* G-LEGAL-SYSTEM – .*\(MLA-26d\)$/m);
  });

  it('has lines of at most 120 columns', () => {
    for (const { kind, verb } of forms) {
      for (const line of template(CARICOM, verb, 'fr', { kind }).split('\n'))
        assert.ok(line.length <= 120, line);
    }
  });

  it('without examples is empty, and every required field of it is then missing', () => {
    const { fields } = formOf(CARICOM, 'mla.general');
    const content = parseForm(template(CARICOM, 'mla.general', 'en', { examples: false })).content;
    assert.deepEqual(Object.keys(completeContent(fields, content)), []);
    const blocked = checkContent(fields, content).filter(({ level }) => level === 'BLOCK');
    assert.deepEqual(
      blocked.map(({ path }) => path),
      fields
        .filter(({ required }) => required !== false && typeof required !== 'object')
        .map(({ name }) => name)
        .concat('facts_summary')
        .sort((a, b) => order(fields, a) - order(fields, b)),
    );
  });

  it('takes values that the printing side knows', () => {
    const yaml = template(CARICOM, 'mla.general', 'fr', {
      values: { requesting_authority: 'Parquet général' },
    });
    assert.match(yaml, /^requesting_authority: Parquet général$/m);
  });

  it('warns of long examples left standing, by their paths', () => {
    const { fields } = formOf(CARICOM, 'mla.general');
    const problems = checkContent(fields, parseForm(template(CARICOM, 'mla.general', 'en')).content, context);
    assert.deepEqual(
      problems.map(({ code, level }) => `${level} ${code}`),
      ['WARN still-example'],
    );
    assert.match(problems[0]?.message ?? '', /facts_summary/);
  });

  it('is refused for a name that is neither kind nor verb', () => {
    for (const name of ['mla.everything', 'SING', 'constructor', '__proto__']) {
      assert.throws(
        () => template(CARICOM, name),
        (error) => error instanceof ComityError && error.code === 'unknown-form',
      );
    }
  });
});

function order(fields: readonly FieldSpec[], name: string): number {
  return fields.findIndex((field) => field.name === name);
}

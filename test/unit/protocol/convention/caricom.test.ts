import assert from 'node:assert/strict';
import type { FieldSpec } from '../../../../protocol/convention/field-spec.ts';
import { CARICOM } from '../../../../protocol/convention/instruments.ts';
import { verbIn } from '../../../../protocol/convention/verb-in.ts';
import { SENTENCES } from '../../../../protocol/convention/sentences/sentences.ts';
import { TEMPLATE_SENTENCES } from '../../../../protocol/convention/sentences/template-sentences.ts';
import { everyForm } from '../../../support/forms.ts';

const kinds = Object.values(CARICOM.kinds);
const verbs = Object.values(CARICOM.verbs);
const allFields = everyForm().flatMap(({ fields }) => fields.flatMap(withInner));

function withInner(spec: FieldSpec): readonly FieldSpec[] {
  return [spec, ...(spec.fields ?? []).flatMap(withInner)];
}

/** Every `{ en, … }` anywhere in the data. */
function textsIn(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value) return [value];
  return Object.values(value).flatMap(textsIn);
}

function usualPart({ name, type, of, fields }: FieldSpec): FieldSpec['part'] {
  if (fields !== undefined || name === 'id') return 'both';
  return type === 'text' || of === 'text' ? 'body' : 'act';
}

describe('the CARICOM text as data', () => {
  const tables = {
    verbs: CARICOM.verbs,
    timers: CARICOM.timers,
    forbidden: CARICOM.forbiddenGrounds,
    intakeReasons: CARICOM.intakeReasons,
    articles: CARICOM.paragraphs,
  } as const;

  for (const kind of kinds) {
    it(`names in ${kind.kind} only verbs, timers, grounds and paragraphs that it has`, () => {
      for (const [list, table] of Object.entries(tables)) {
        const names = kind[list as keyof typeof tables];
        assert.deepEqual(
          names.filter((name) => !Object.hasOwn(table, name)),
          [],
          list,
        );
      }
      const elsewhere = (names: readonly string[], table: object) =>
        names.filter((name) => !Object.hasOwn(table, name));
      assert.deepEqual(
        elsewhere(
          kind.grounds.map(({ code }) => code),
          CARICOM.grounds,
        ),
        [],
      );
      assert.deepEqual(elsewhere(Object.keys(kind.paragraphsUnder), CARICOM.paragraphs), []);
      assert.deepEqual(
        elsewhere(
          Object.keys(kind.variations ?? {}),
          Object.fromEntries(kind.verbs.map((verb) => [verb, 1])),
        ),
        [],
      );
      assert.ok(kind.verbs.includes(kind.opensWith));
      assert.ok(verbIn(CARICOM, kind.kind, kind.opensWith)?.effects?.includes('open'));
    });
  }

  it('names in a verb only timers, dialogs and caveats that it has', () => {
    for (const spec of verbs) {
      for (const { timer } of spec.duties) assert.ok(CARICOM.timers[timer], `${spec.verb} ${timer}`);
      for (const timer of spec.discharges) assert.ok(CARICOM.timers[timer], `${spec.verb} ${timer}`);
      for (const caveat of spec.caveats) assert.ok(CARICOM.caveats[caveat], `${spec.verb} ${caveat}`);
      for (const dialog of [spec.opens, spec.closes, spec.within]) {
        if (dialog !== undefined) assert.ok(CARICOM.dialogs[dialog.dialog], `${spec.verb} ${dialog.dialog}`);
      }
    }
    for (const { first, second } of CARICOM.crossings)
      assert.ok(CARICOM.verbs[first] && CARICOM.verbs[second]);
  });

  it('has a verb that closes every dialog, and one that discharges every duty that an act opens', () => {
    for (const spec of verbs) {
      if (spec.opens !== undefined) {
        assert.ok(
          verbs.some(({ closes }) => closes?.dialog === spec.opens?.dialog),
          spec.verb,
        );
      }
      for (const { timer } of spec.duties) {
        assert.ok(
          verbs.some(({ discharges }) => discharges.includes(timer)),
          timer,
        );
      }
    }
  });

  it('sends codes in the act and wording in the body, and marks wording alone', () => {
    for (const spec of allFields) {
      assert.equal(spec.part, usualPart(spec), spec.name);
      assert.ok(spec.marks !== true || spec.part === 'body', spec.name);
      assert.ok(!spec.name.endsWith('_given'), spec.name);
    }
  });

  it('gives every list of records an id first, by which the halves of an entry find each other', () => {
    const lists = allFields.filter(({ type, fields }) => type === 'list' && fields !== undefined);
    assert.deepEqual(
      lists.filter(({ fields }) => fields?.[0]?.name !== 'id'),
      [],
    );
  });

  it('has no name twice in one form, and an example for every field that an officer fills in', () => {
    for (const { kind, verb, fields } of everyForm()) {
      for (const level of [fields, ...fields.flatMap(withInner).map((inner) => inner.fields ?? [])]) {
        const names = level.map(({ name }) => name);
        assert.equal(new Set(names).size, names.length, `${kind} ${verb}`);
      }
    }
    const bare = allFields.filter(({ fields, example, counter }) => !fields && !example && !counter);
    assert.deepEqual(
      bare.filter(({ filledByNode, fixed }) => filledByNode !== true && fixed === undefined),
      [],
    );
  });

  it('cites for a field only paragraphs that can be looked up, or of articles that are not written yet', () => {
    const written = new Set(Object.values(CARICOM.paragraphs).map(({ article }) => article));
    for (const { paragraph, name } of allFields) {
      if (paragraph === '' || !written.has(paragraph.split('-')[0] ?? '')) continue;
      assert.ok(CARICOM.paragraphs[paragraph], `${name}: ${paragraph}`);
    }
  });

  it('asks in each ground only for what its form has', () => {
    const grounds = CARICOM.verbs['REFUSE']?.content.find(({ name }) => name === 'grounds')?.fields ?? [];
    const postponement = CARICOM.verbs['POSTPONE']?.content ?? [];
    for (const ground of Object.values(CARICOM.grounds)) {
      const form = ground.postponementOnly === true ? postponement : grounds;
      for (const name of ground.mustCarry) {
        assert.ok(
          form.some((field) => field.name === name),
          `${ground.code} ${name}`,
        );
      }
    }
  });

  it('D-25: says everything in English and in French', () => {
    const texts = [...textsIn(CARICOM), ...textsIn(SENTENCES), ...textsIn(TEMPLATE_SENTENCES)];
    assert.ok(texts.length > 500);
    for (const text of texts) {
      assert.equal(typeof text['en'], 'string');
      assert.equal(typeof text['fr'], 'string', JSON.stringify(text));
      const places = (sentence: unknown) => [...String(sentence).matchAll(/\{\w+\}/g)].map(String).sort();
      assert.deepEqual(places(text['fr']), places(text['en']), JSON.stringify(text));
    }
  });

  it('MLA-14: keeps the literal words beside the reading that is applied', () => {
    const { slip } = CARICOM.paragraphs['MLA-14'] ?? {};
    assert.equal(slip?.anomaly, 'A-02');
    assert.equal(slip.applied, slip.literal.replace('shall be prosecuted', 'shall not be prosecuted'));
  });

  it('MLA-7: lets paragraphs 9 to 29 warn under a treaty, and never 8', () => {
    const under = CARICOM.kinds['mla.general']?.paragraphsUnder ?? {};
    assert.equal(under['MLA-28']?.otherwise, 'WARN');
    assert.equal(under['MLA-8'], undefined);
    assert.equal(under['MLA-31'], undefined);
  });

  it('MLA-31: asks for consultation before the grounds of paragraph 26, not before those of paragraph 10', () => {
    const grounds = CARICOM.kinds['mla.general']?.grounds ?? [];
    for (const { code, paragraph, consultFirst } of grounds) {
      assert.equal(consultFirst, paragraph.startsWith('MLA-26'), code);
    }
  });

  it('SPI-2: gives the receiver of information nothing to refuse or decline', () => {
    const { verbs: said = [], grounds = [] } = CARICOM.kinds['info.spontaneous'] ?? {};
    for (const verb of ['REFUSE', 'ACCEPT', 'INTAKE_REJECT', 'POSTPONE', 'CONDITIONS_DECLINE']) {
      assert.ok(!said.includes(verb), verb);
    }
    assert.deepEqual(grounds, []);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  checkContent,
  givenInAct,
  joinContent,
  mayGo,
  splitContent,
} from '../../../../protocol/convention/form.ts';
import { codesOnly } from '../../../../protocol/fields.ts';
import { contentArbitrary } from '../../../support/arbitrary-content.ts';
import { everyForm, formFields } from '../../../support/forms.ts';

describe('splitting the content of a form', () => {
  for (const { kind, verb, fields } of everyForm().filter(({ fields }) => fields.length > 0)) {
    it(`gives back, joined, every content of ${verb} in ${kind}, with codes alone in the act`, () => {
      fc.assert(
        fc.property(contentArbitrary(fields), (content) => {
          assert.ok(mayGo(checkContent(fields, content)), JSON.stringify(checkContent(fields, content)));
          const { act, body } = splitContent(fields, content);
          codesOnly(act);
          assert.deepEqual(sorted(joinContent(fields, act, body)), sorted(content));
        }),
        { numRuns: 30 },
      );
    });
  }

  it('D-17: marks in the act that a wording was given, and never the wording', () => {
    const fields = formFields('mla.general', 'REFUSE');
    const { act, body } = splitContent(fields, {
      grounds: [{ id: 'g1', code: 'G-LEGAL-SYSTEM', reasons: 'Because.', provision: 'Act 1' }],
    });
    assert.deepEqual(act, {
      grounds: [{ id: 'g1', code: 'G-LEGAL-SYSTEM', reasons_given: true, provision_given: true }],
    });
    assert.deepEqual(body, { grounds: [{ id: 'g1', reasons: 'Because.', provision: 'Act 1' }] });
  });

  it('tells from the act alone whether a field was given', () => {
    const act = { reasons_given: true, parts: ['m1'], empty: [] };
    assert.equal(givenInAct(act, 'reasons'), true);
    assert.equal(givenInAct(act, 'parts'), true);
    assert.equal(givenInAct(act, 'empty'), false);
    assert.equal(givenInAct(act, 'provision'), false);
  });

  it('leaves what the act says when the body was erased', () => {
    const fields = formFields('mla.general', 'REFUSE');
    const act = { grounds: [{ id: 'g1', code: 'G-FISCAL', reasons_given: true }] };
    assert.deepEqual(joinContent(fields, act), { grounds: [{ id: 'g1', code: 'G-FISCAL' }] });
  });

  it('hides nothing of what a partner wrote into a place where the form has none', () => {
    const fields = formFields('mla.general', 'RESUME');
    const body = { note: 'Resumed.', remark: 'More.' };
    assert.deepEqual(joinContent(fields, { colour: 'blue' }, body), {
      note: 'Resumed.',
      colour: 'blue',
      remark: 'More.',
    });
  });

  it('shows entries that stand in the body alone behind those of the act', () => {
    const fields = formFields('mla.general', 'INFO_REPLY');
    const act = { answers: [{ id: 'q1', outcome: 'answered' }] };
    const body = {
      answers: [
        { id: 'q2', answer: 'Two.' },
        { id: 'q1', answer: 'One.' },
      ],
    };
    assert.deepEqual(joinContent(fields, act, body), {
      answers: [
        { id: 'q1', outcome: 'answered', answer: 'One.' },
        { id: 'q2', answer: 'Two.' },
      ],
    });
  });
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

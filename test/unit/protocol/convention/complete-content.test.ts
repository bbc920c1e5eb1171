import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completeContent, idsTaken } from '../../../../protocol/convention/form.ts';
import { contentArbitrary } from '../../../support/arbitrary-content.ts';
import { formFields } from '../../../support/forms.ts';

const ASK = formFields('mla.general', 'INFO_REQUEST');

describe('completing the content of a form', () => {
  it('numbers entries without an id, past those that were given or used in the case', () => {
    const items = [{ question: 'One?' }, { id: 'q2', question: 'Two?' }, { question: 'Three?' }];
    const taken = idsTaken([{ items: [{ id: 'q1' }] }, { other: 'x' }]);
    const complete = completeContent(ASK, { items }, taken);
    assert.deepEqual(idsTaken([complete]), new Set(['q3', 'q2', 'q4']));
  });

  it('understands what people write for truths, numbers and lists', () => {
    const REQUEST = formFields('mla.general', 'REQUEST');
    const content = completeContent(REQUEST, {
      confidentiality: { required: 'oui' },
      offences: { label: 'x', max_penalty_months: '060', provisions: 'Act, s. 5' },
    });
    assert.deepEqual(content, {
      confidentiality: { required: true },
      offences: [{ id: 'o1', label: 'x', max_penalty_months: 60, provisions: ['Act, s. 5'] }],
    });
    assert.deepEqual(completeContent(formFields('mla.general', 'WITHDRAW'), { parts: 'm1, m2' }), {
      parts: ['m1', 'm2'],
    });
  });

  it('drops what is empty, and keeps a list that is said to be empty', () => {
    const TRANSMIT = formFields('info.spontaneous', 'TRANSMIT');
    assert.deepEqual(
      completeContent(TRANSMIT, { subject: '', persons: [{ id: 'n1', identity: '' }], restrictions: [] }),
      {
        restrictions: [],
      },
    );
  });

  it('leaves what it cannot read as it is', () => {
    assert.deepEqual(completeContent(ASK, { items: [{ needed: 'perhaps' }, 'x'], colour: 'blue' }), {
      items: [{ id: 'q1', needed: 'perhaps' }, 'x'],
      colour: 'blue',
    });
  });

  it('changes nothing the second time', () => {
    const REQUEST = formFields('mla.general', 'REQUEST');
    fc.assert(
      fc.property(contentArbitrary(REQUEST), (content) => {
        assert.deepEqual(completeContent(REQUEST, content), content);
      }),
      { numRuns: 50 },
    );
  });
});

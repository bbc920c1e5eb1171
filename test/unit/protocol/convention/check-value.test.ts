import assert from 'node:assert/strict';
import { checkContent, type FormValue } from '../../../../protocol/convention/form.ts';
import type { FieldSpec } from '../../../../protocol/convention/field-spec.ts';
import { nearest } from '../../../../protocol/convention/content/nearest.ts';

const words = (text: string) => ({ en: text, fr: text });
const spec = (rest: Partial<FieldSpec>): FieldSpec => ({
  name: 'field',
  type: 'text',
  part: 'body',
  required: false,
  paragraph: 'MLA-20',
  label: words('Field'),
  help: words('Say it.'),
  ...rest,
});
const codes = (rest: Partial<FieldSpec>, value: FormValue) =>
  checkContent([spec(rest)], { field: value }).map(({ code }) => code);

describe('checking a value', () => {
  it('takes a text of as many characters as are allowed, and not one more', () => {
    assert.deepEqual(codes({ textMax: 5 }, 'abcde'), []);
    assert.deepEqual(codes({ textMax: 5 }, 'abcdef'), ['too-long']);
  });

  it('takes tabs and lines in a text, and no other control character', () => {
    assert.deepEqual(codes({}, 'a\tb\nc'), []);
    assert.deepEqual(codes({}, 'a\u001b[2Jb'), ['bad-text']);
    assert.deepEqual(codes({}, 'a\ud800'), ['bad-text']);
  });

  it('takes codes of 64 characters of their set, and no others', () => {
    const type = 'code';
    assert.deepEqual(codes({ type }, 'A-Za_z0.9:/+'.padEnd(64, 'x')), []);
    assert.deepEqual(codes({ type }, 'x'.repeat(65)), ['bad-code']);
    assert.deepEqual(codes({ type }, 'two words'), ['bad-code']);
  });

  it('takes days of the calendar alone', () => {
    for (const day of ['2028-02-29', '2026-12-31', '2000-02-29'])
      assert.deepEqual(codes({ type: 'date' }, day), []);
    for (const day of [
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-04-31',
      '1.3.2026',
      '2026-3-1',
      'unknown',
    ]) {
      assert.deepEqual(codes({ type: 'date' }, day), ['bad-date'], day);
    }
  });

  it('takes times with their offset', () => {
    assert.deepEqual(codes({ type: 'time' }, '2026-03-01T02:00Z'), []);
    assert.deepEqual(codes({ type: 'time' }, '2026-03-01T23:59:59-04:00'), []);
    assert.deepEqual(codes({ type: 'time' }, '2026-03-01T24:00Z'), ['bad-time']);
    assert.deepEqual(codes({ type: 'time' }, '2026-03-01T02:00'), ['bad-time']);
  });

  it('reads yes and no in both languages', () => {
    for (const word of ['yes', 'No', 'true', 'OUI', 'non', true])
      assert.deepEqual(codes({ type: 'boolean' }, word), []);
    assert.deepEqual(codes({ type: 'boolean' }, 'perhaps'), ['wrong-type']);
  });

  it('takes whole numbers within their bounds', () => {
    const type = 'integer';
    assert.deepEqual(codes({ type, integerMin: 1, integerMax: 9 }, '9'), []);
    assert.deepEqual(codes({ type, integerMin: 1, integerMax: 9 }, '10'), ['out-of-range']);
    assert.deepEqual(codes({ type, integerMin: 1, integerMax: 9 }, 0), ['out-of-range']);
    assert.deepEqual(codes({ type }, '1.5'), ['wrong-type']);
    assert.deepEqual(codes({ type }, '-1'), ['out-of-range']);
  });

  it('lists the choices, and guesses which was meant', () => {
    const choices = ['investigation', 'prosecution'].map((code) => ({ code, label: words(code) }));
    const [near] = checkContent([spec({ type: 'choice', choices })], { field: 'prosecutoin' });
    assert.equal(near?.code, 'unknown-choice-near');
    assert.match(near.wayOut ?? '', /“prosecution”/);
    const [far] = checkContent([spec({ type: 'choice', choices })], { field: 'lunch' });
    assert.match(far?.wayOut ?? '', /investigation, prosecution/);
  });

  it('names a field that it does not know, and the one that was probably meant', () => {
    const specs = [spec({ name: 'facts_summary' })];
    const [near] = checkContent(specs, { 'facts-sumary': 'x' });
    assert.equal(near?.level, 'BLOCK');
    assert.match(near.wayOut ?? '', /facts_summary/);
    const [far] = checkContent(specs, { colour: 'x' });
    assert.equal(far?.code, 'unknown-field');
  });

  it('takes as many entries as are allowed, each id once', () => {
    const list = { type: 'list', of: 'code', countMin: 1, countMax: 2 } as const;
    assert.deepEqual(codes(list, ['a', 'b']), []);
    assert.deepEqual(codes(list, 'a, b'), []);
    assert.deepEqual(codes(list, ['a', 'b', 'c']), ['too-many']);
    assert.deepEqual(codes(list, []), ['too-few']);
    assert.deepEqual(codes(list, ['a', 'a']), ['said-twice']);
  });

  it('says what a value must be when it is something else', () => {
    const [problem] = checkContent([spec({ type: 'date' })], { field: ['2026-01-01'] }, { language: 'fr' });
    assert.equal(problem?.message, '« Field » doit être une date comme 2027-03-31.');
  });

  it('refuses an end before its start', () => {
    const specs = [
      spec({ name: 'from', type: 'date' }),
      spec({ name: 'until', type: 'date', notBefore: 'from' }),
    ];
    assert.deepEqual(
      checkContent(specs, { from: '2026-01-02', until: '2026-01-01' }).map(({ code }) => code),
      ['before-start'],
    );
    assert.deepEqual(checkContent(specs, { from: '2026-01-02', until: '2026-01-02' }), []);
  });

  it('survives names that belong to every object', () => {
    const content = JSON.parse('{"__proto__": "x", "constructor": "y", "toString": "z"}') as Record<
      string,
      string
    >;
    assert.deepEqual(
      checkContent([spec({})], content).map(({ path }) => path),
      ['__proto__', 'constructor', 'toString'],
    );
  });

  it('guesses a name from its usual slips only', () => {
    assert.equal(nearest('Facts Summary', ['facts_summary', 'purpose']), 'facts_summary');
    assert.equal(nearest('porpuse', ['facts_summary', 'purpose']), 'purpose');
    assert.equal(nearest('weather', ['facts_summary', 'purpose']), undefined);
  });
});

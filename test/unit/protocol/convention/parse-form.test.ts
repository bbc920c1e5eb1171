import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { ComityError } from '../../../../protocol/errors.ts';
import { FORM_LIMITS, parseForm } from '../../../../protocol/convention/form.ts';

const refused = (text: string): ComityError => {
  try {
    parseForm(text);
  } catch (error) {
    assert.ok(error instanceof ComityError, String(error));
    return error as ComityError;
  }
  throw new Error('was not refused');
};

describe('reading a form', () => {
  it('keeps every value as the text that was written', () => {
    assert.deepEqual(parseForm('a: 0042\nb: 2026-03-01\nc: no\nd: 1e3\ne: ~\nf:').content, {
      a: '0042',
      b: '2026-03-01',
      c: 'no',
      d: '1e3',
      e: '~',
      f: '',
    });
  });

  it('reads JSON, byte order marks and Windows line ends', () => {
    assert.deepEqual(parseForm('{"a": [1, true], "b": {"c": "d"}}').content, {
      a: ['1', 'true'],
      b: { c: 'd' },
    });
    assert.deepEqual(parseForm('\ufeffa: b\r\nc: |\r\n  d\r\n  e\r\n').content, { a: 'b', c: 'd\ne\n' });
  });

  it('tells where each field stands', () => {
    const { positions } = parseForm('# comment\na: b\nlist:\n  - code: x\n    text: y\n');
    assert.deepEqual(positions.get('a'), { line: 2, column: 1 });
    assert.deepEqual(positions.get('list[0]'), { line: 4, column: 5 });
    assert.deepEqual(positions.get('list[0].text'), { line: 5, column: 5 });
  });

  it('takes as many bytes as are allowed, and not one more', () => {
    const head = 'a: ';
    assert.ok(parseForm(head + 'x'.repeat(FORM_LIMITS.bytesMax - head.length)).content['a']);
    assert.equal(refused(head + 'x'.repeat(FORM_LIMITS.bytesMax - head.length + 1)).code, 'form-too-large');
    assert.equal(refused(head + 'é'.repeat(FORM_LIMITS.bytesMax / 2)).code, 'form-too-large');
  });

  it('refuses ten mebibytes without reading them', () => {
    const text = '['.repeat(10 * 2 ** 20);
    const begun = performance.now();
    assert.equal(refused(text).code, 'form-too-large');
    assert.ok(performance.now() - begun < 100);
  });

  for (const [what, text, code, place] of [
    ['a field given twice', 'a: 1\nb: 2\na: 3', 'form-twice', [3, 1]],
    ['an anchor', 'a: &x b', 'form-reference', [1, 7]],
    ['a reference', 'a: b\nc: *a', 'form-reference', [2, 4]],
    ['a tag', 'a: !!binary aGk=', 'form-tag', undefined],
    ['a tab at the beginning of a line', 'a:\n\tb: c', 'form-tab', [2, 1]],
    ['a colon in a text without quotes', 'a: b: c', 'form-colon', [1, 4]],
    ['a quotation mark that is not closed', 'a: b\nc: "d\ne: f\n', 'form-quote', [2, 4]],
    ['a quotation mark inside a text', "a: 'it's'", 'form-after-quote', [1, 8]],
    ['an escape that there is not', 'a: "C:\\q"', 'form-escape', [1, 7]],
    ['a bracket that is not closed', 'a: [1', 'form-bracket', [1, 4]],
    ['a bracket that is not closed before the next field', 'a: [1, {b: 2\nc: 3', 'form-bracket', [1, 8]],
    ['a list that is not closed before an indented field', 'a: [x, y\n  z: 1\n', 'form-bracket', [1, 4]],
    ['a bracket that nobody opened', 'a: [1, 2]]', 'form-stray-bracket', [1, 10]],
    ['a comma for nothing', 'a: [1, , 2]', 'form-stray-comma', [1, 8]],
    ['a list on the line of its name', 'a: - x', 'form-list-below', [1, 4]],
    ['a character that no text begins with', 'a: @x', 'form-character', [1, 4]],
    ['a colon without a space', 'a:1\nb: 2', 'form-space', [1, 1]],
    ['a line without a name', 'a: |\nx', 'form-no-colon', [2, 1]],
    ['an indentation of its own', 'a:\n  b: c\n d: e', 'form-indent', [3, 1]],
    ['a field further in than the one above it', 'a: 1\n  b: 2', 'form-indent', [2, 3]],
    ['an entry less far in than the one above it', 'a:\n  - x\n - y', 'form-indent', [3, 1]],
    ['a second form', 'a: b\n---\nc: d', 'form-several-documents', undefined],
    ['nothing', '# only a comment\n', 'form-empty', undefined],
    ['a text', 'hello', 'form-not-a-list-of-fields', [1, 1]],
    ['a list', '- a\n- b', 'form-not-a-list-of-fields', [1, 1]],
    ['a name that is a list', '? [a]\n: b', 'form-bad-name', [1, 3]],
  ] as const) {
    it(`refuses ${what}, and says where`, () => {
      const error = refused(text);
      assert.equal(error.code, code);
      if (place === undefined) return;
      assert.deepEqual([error.details?.['line'], error.details?.['column']], place);
      assert.match(error.message, new RegExp(`^Line ${place[0]}, column ${place[1]}: `));
    });
  }

  for (const [what, text] of [
    ['lists in lists', '- '.repeat(2 ** 19)],
    ['brackets', '['.repeat(2 ** 20 - 1)],
    ['groups', '{a: '.repeat(2 ** 18)],
    ['questions', '? '.repeat(2 ** 19)],
    ['indented names', Array.from({ length: 1300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ] as const) {
    it(`refuses a mebibyte of nested ${what} at once`, () => {
      const begun = performance.now();
      assert.equal(refused(text).code, 'form-too-deep');
      assert.ok(performance.now() - begun < 2000);
    });
  }

  it('refuses more values than a message may have', () => {
    const many = (count: number): string => Array.from({ length: count }, (_, i) => `k${i}: x`).join('\n');
    assert.ok(parseForm(many(FORM_LIMITS.valuesMax - 1)));
    assert.equal(refused(many(FORM_LIMITS.valuesMax)).code, 'form-too-long');
  });

  it('says in French what is wrong', () => {
    assert.throws(() => parseForm('a: 1\na: 2', 'fr'), /Ligne 2, colonne 1 : « a » figure déjà plus haut/);
  });

  it('either reads or refuses any text, and nothing else', () => {
    const scraps = fc.constantFrom(
      ...[
        ':',
        '-',
        '[',
        ']',
        '{',
        '}',
        '&',
        '*',
        '!',
        '|',
        '>',
        '"',
        "'",
        '#',
        '%',
        '@',
        '?',
        ',',
        '\n',
        '\t',
        ' ',
      ],
      'a',
      'b: c',
      '- d',
      '\u0000',
      '\u2028',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(scraps).map((parts) => parts.join('')),
        ),
        (text) => {
          try {
            parseForm(text);
          } catch (error) {
            assert.ok(error instanceof ComityError);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('reads back what a program wrote', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((value) => value.isWellFormed());
    const name = fc.stringMatching(/^[a-z_]{1,10}$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.oneof(text, fc.array(text)), { minKeys: 1 }), (content) => {
        assert.deepEqual({ ...parseForm(stringify(content)).content }, { ...content });
      }),
    );
  });
});

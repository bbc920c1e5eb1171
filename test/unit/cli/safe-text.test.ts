import { expect } from 'chai';
import fc from 'fast-check';
import { jsonText } from '../../../cli/json-text.ts';
import type { Block } from '../../../cli/view/block.ts';
import { render } from '../../../cli/view/render.ts';
import { visibleText } from '../../../protocol/visible-text.ts';

/** What a terminal would obey or hide, but for the line feed that every layout has. */
const DECEPTIVE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]/u;

const nasty = fc.constantFrom(
  ...[
    '\u202e',
    '\u2066',
    '\u200b',
    '\ufeff',
    '\u001b[2J',
    '\u009b31m',
    '\r',
    '\u0007',
    '\u2028',
    '\u{e0041}',
  ],
  ...['\u115f', '\u3164', '\ud800', '\u00ad', '\b\b\b', '\t', '\u0000', '\u034f'],
);
const untrusted = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'binary' }), fc.string()), { maxLength: 8 })
  .map((parts) => parts.join(''));

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ is: fc.constantFrom('heading', 'line'), text: untrusted }) as fc.Arbitrary<Block>,
  fc.record({ is: fc.constantFrom('text', 'verbatim'), text: untrusted }) as fc.Arbitrary<Block>,
  fc.array(untrusted).map((items): Block => ({ is: 'list', items })),
  fc.array(untrusted).map((steps): Block => ({ is: 'next', steps })),
  fc.array(fc.tuple(untrusted, untrusted)).map((rows): Block => ({ is: 'pairs', rows })),
  fc
    .tuple(untrusted, fc.array(fc.tuple(untrusted, untrusted)))
    .map(([empty, rows]): Block => ({ is: 'table', head: ['a', 'b'], rows, empty })),
);

const table = (cells: readonly string[], columns: number) =>
  render([{ is: 'table', head: ['a', 'b'], rows: [cells], empty: '' }], { columns, colour: false });

describe('text from outside', () => {
  it('reaches no terminal with a control, bidirectional or invisible character, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(block),
        fc.option(fc.integer({ min: 1, max: 80 }), { nil: undefined }),
        (blocks, columns) => {
          const printed = render(blocks, { columns, colour: false });
          expect(DECEPTIVE.exec(printed)).to.equal(null);
        },
      ),
    );
  });

  it('forges no line: a line of a view is one line of the terminal', () => {
    fc.assert(
      fc.property(untrusted, (text) => {
        const printed = render([{ is: 'line', text }], { columns: undefined, colour: false });
        expect(printed.split('\n')).to.have.lengthOf(2);
      }),
    );
  });

  it('forges no colour either: the only escapes are those of our own styles', () => {
    fc.assert(
      fc.property(untrusted, (text) => {
        const printed = render([{ is: 'line', text: { text, tone: 'bad' } }], { columns: 80, colour: true });
        // eslint-disable-next-line no-control-regex -- these are the characters that the test is about
        expect(DECEPTIVE.exec(printed.replaceAll(/\u001b\[\d+m/g, ''))).to.equal(null);
      }),
    );
  });

  it('means the same in JSON, and is safe there too', () => {
    fc.assert(
      fc.property(fc.dictionary(untrusted, untrusted), (value) => {
        for (const indent of [undefined, 2]) {
          const printed = jsonText(value, indent);
          expect(DECEPTIVE.exec(printed)).to.equal(null);
          expect(JSON.parse(printed)).to.deep.equal(JSON.parse(JSON.stringify(value)));
        }
      }),
    );
  });

  it('shows which character it was', () => {
    expect(visibleText('pay\u202e000.1\u200b')).to.equal('pay⟨U+202E⟩000.1⟨U+200B⟩');
    expect(visibleText('tag \u{e0041}')).to.equal('tag ⟨U+E0041⟩');
  });

  it('leaves alone what people write in any language', () => {
    const texts = [
      'Grenada’s request – 12 €',
      'Élève, à bientôt',
      'Demande d’entraide « urgente »',
      '要求 قضائي 🙂',
    ];
    for (const text of texts) expect(visibleText(text)).to.equal(text);
  });

  it('forges no line where a terminal is narrow: what follows a break stands further in', () => {
    const printed = render([{ is: 'line', text: `${'a '.repeat(30)}error: forged` }], {
      columns: 30,
      colour: false,
    });
    const [, ...rest] = printed.trimEnd().split('\n');
    expect(rest.length).to.be.greaterThan(1);
    expect(rest.filter((row) => !row.startsWith('    '))).to.deep.equal([]);
  });

  it('is broken within a word only where no column can give way otherwise', () => {
    expect(table(['GD/2026/66EZ-QSNP', 'one two three'], 29)).to.equal(
      'A                  B\nGD/2026/66EZ-QSNP  one two\n                   three\n',
    );
  });

  it('of a row stands line under line where a terminal is too narrow for its columns', () => {
    const cells = ['Grenada asks for it', 'at the end of the day'];
    expect(table(cells, 16)).to.equal('A  Grenada asks\n   for it\nB  at the end of\n   the day\n');
  });

  it('is broken between words where a terminal is narrow, and never within a character', () => {
    expect(table(['one two three four', 'x'], 14)).to.equal('A           B\none two     x\nthree four\n');
    expect(table(['🙂'.repeat(12), 'x'], 13)).to.contain('🙂'.repeat(10));
    expect(table(['one two three four', 'x'], 80)).to.equal('A                   B\none two three four  x\n');
  });

  it('breaks between words where a terminal ends, as far in as the line stands; a command stays one line', () => {
    const narrow = { columns: 30, colour: false };
    const words = 'An arrest is being prepared in the other matter.';
    const list = render([{ is: 'list', items: [words] }], narrow);
    expect(list).to.equal('  - An arrest is being\n    prepared in the other\n    matter.\n');
    const pairs = render([{ is: 'pairs', rows: [['why', words]] }], narrow);
    expect(pairs).to.equal('  why  An arrest is being\n       prepared in the other\n       matter.\n');
    const line = render([{ is: 'line', text: ['  ', `note: ${words}`] }], narrow);
    expect(line).to.equal('  note: An arrest is being\n      prepared in the other\n      matter.\n');
    const command = 'log in with: comity login --officer /home/jane/officer';
    expect(render([{ is: 'list', items: [command] }], narrow)).to.equal(`  - ${command}\n`);
    expect(render([{ is: 'list', items: [words] }], { columns: undefined, colour: false })).to.equal(
      `  - ${words}\n`,
    );
  });

  it('keeps the lines of a text that has some', () => {
    const printed = render([{ is: 'text', text: 'one\r\ntwo\n\nthree\n' }], { columns: 80, colour: false });
    expect(printed).to.equal('    one\n    two\n\n    three\n');
  });
});

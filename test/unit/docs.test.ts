import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { EXIT } from '../../cli/exit-codes.ts';
import { parseCommandLine } from '../../cli/parse.ts';
import { CONFIG } from '../../node/config/schema.ts';
import { WARNINGS } from '../../protocol/control/warnings.ts';
import { ComityError } from '../../protocol/errors.ts';

const root = join(import.meta.dirname, '../..');
const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/officers-guide.md',
  'docs/operators-guide.md',
];
const columnsMax = 110;

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Block {
  readonly language: string;
  readonly text: string;
}

const FENCE = /^ *```(\w*)\n([\s\S]*?)^ *```$/gm;

function blocksOf(page: string): Block[] {
  return [...textOf(page).matchAll(FENCE)].map(([, language = '', text = '']) => ({ language, text }));
}

/** What a reader is told to type: lines of shell blocks, with those that a backslash joins as one. */
function typedLines(page: string): string[] {
  const shell = blocksOf(page).filter(({ language }) => language === 'sh');
  return shell.flatMap(({ text }) => text.replaceAll(/\\\n\s*/g, '').split('\n'));
}

/** The words that a shell would hand to the command, without what is done with its output. */
function wordsOf(line: string): string[] {
  const [command = ''] = line.split(/ [|>&]|\)(?= |$)| #/);
  return [...command.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''));
}

const TYPED = /^ *(?:sudo )?(?:[A-Z_]+=[^\s$(]+ )*(?:[A-Z]+=\$\()?comity (.+)$/;

function commandLines(page: string): string[] {
  return typedLines(page).flatMap((line) => TYPED.exec(line)?.[1] ?? []);
}

/** What the text names between backquotes; it may leave arguments out. */
function mentions(page: string): string[] {
  const prose = textOf(page).replaceAll(FENCE, '');
  const named = [...prose.matchAll(/`comity ([^`]+)`/g)].map(([, line = '']) => line.replaceAll('\n', ' '));
  return named.filter((line) => !line.startsWith('COMMAND'));
}

function mistakeIn(line: string, mayBeShort: boolean): string[] {
  try {
    parseCommandLine(wordsOf(line));
    return [];
  } catch (error) {
    if (!(error instanceof ComityError)) throw error;
    const isShort = /^missing required argument|wants a subcommand/.test(error.message);
    return isShort && mayBeShort ? [] : [`comity ${line}: ${error.message}`];
  }
}

/** Every file that a page of ours leads to, by link or by name. */
function filesNamed(page: string): string[] {
  const text = textOf(page);
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to = '']) =>
    join(dirname(page), to),
  );
  const named = text
    .replaceAll(FENCE, '')
    .matchAll(/`((?:bin|cli|docs|node|protocol|scripts|test)\/[^`]*)`/g);
  return [...links, ...[...named].map(([, path = '']) => path)];
}

function firstColumn(page: string, head: string): string[] {
  const after = textOf(page).split(`${head}\n| --- | --- |`)[1] ?? textOf(page).split(`${head}\n`)[1] ?? '';
  const rows = after.split('\n\n')[0]?.split('\n') ?? [];
  const cells = rows.map((row) => row.split(' | ')[0]?.replace(/^\| /, '') ?? '');
  return cells.filter((cell) => cell !== '' && !cell.startsWith('|'));
}

interface NamedTest {
  readonly file: string;
  readonly title: string;
}

/** `file` “title”, wherever the line is broken. */
function testsNamed(claim: string): NamedTest[] {
  const named = claim.replaceAll(/\s+/g, ' ').matchAll(/- `(test\/[^`]+\.test\.ts)`(?: “([^”]+)”)?/g);
  return [...named].map(([, file = '', title = '']) => ({ file, title }));
}

/** Whether a test of that file has this title, or, where its end differs, begins so. */
function isTest({ file, title }: NamedTest): boolean {
  const titles = [...textOf(file).matchAll(/\bit\(\s*(['"`])(.*?)\1,/gs)].map(([, , text = '']) => text);
  return title !== '' && titles.some((text) => text === title || text.startsWith(`${title} \${`));
}

const codeIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

function sourceOf(folder: string): string {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'));
  return files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n');
}

function optionNames(schema: object, path = ''): string[] {
  const { properties } = schema as { readonly properties?: Readonly<Record<string, object>> };
  if (properties === undefined) return [path];
  return Object.entries(properties).flatMap(([key, option]) =>
    optionNames(option, path === '' ? key : `${path}.${key}`),
  );
}

describe('the documents', () => {
  for (const page of pages) {
    it(`${page} shows only command lines that the command line takes`, () => {
      const mistakes = commandLines(page).flatMap((line) => mistakeIn(line, false));
      expect([...mistakes, ...mentions(page).flatMap((line) => mistakeIn(line, true))]).to.deep.equal([]);
    });

    it(`${page} leads to files that are there`, () => {
      const literal = filesNamed(page).filter((path) => !/[*…<]/.test(path));
      expect(literal.filter((path) => !existsSync(join(root, path)))).to.deep.equal([]);
    });

    it(`${page} speaks of the project alone, and promises nothing`, () => {
      const foreign =
        /\/(?:work|root)\/|\bregistry\.|\b(?:TO[D]O|TBD|FIXM[E])\b|(?:^|\s)#\d+\b|\b(?:coming soon|roadmap|seamless\w*|effortless\w*|world-class|cutting-edge|state-of-the-art|blazing\w*)\b|\p{Extended_Pictographic}/iu;
      expect(
        textOf(page)
          .split('\n')
          .filter((line) => foreign.test(line)),
      ).to.deep.equal([]);
    });

    it(`${page} has lines of at most ${columnsMax} columns, but for tables`, () => {
      const long = textOf(page)
        .split('\n')
        .filter((line) => line.length > columnsMax && !line.startsWith('|'));
      expect(long).to.deep.equal([]);
    });
  }

  it('show enough command lines for the tests above to mean something', () => {
    expect(pages.flatMap(commandLines).length).to.be.greaterThan(60);
  });

  it('name a test, by file and title, for whatever they say holds', () => {
    const chapters = textOf('SECURITY.md')
      .split('**Holds**\n')
      .slice(1)
      .map((chapter) => chapter.split('**Does not hold**')[0] ?? '');
    expect(chapters).to.have.length(6);
    const claims = chapters.flatMap((chapter) => chapter.split(/^- /m).slice(1));
    expect(claims.filter((claim) => testsNamed(claim).length === 0)).to.deep.equal([]);
    expect(claims.flatMap(testsNamed).filter((named) => !isTest(named))).to.deep.equal([]);
  });

  it('list every exit code', () => {
    const listed = firstColumn('docs/officers-guide.md', '| code | means |').map(Number);
    expect(listed).to.have.members(Object.values(EXIT));
  });

  it('list every option of the configuration', () => {
    const listed = firstColumn('docs/operators-guide.md', '| option | default | variable |').flatMap(codeIn);
    expect(listed).to.have.members(optionNames(CONFIG));
  });

  it('say of every warning what the table of warnings says', () => {
    const listed = textOf('docs/operators-guide.md')
      .split('| code | level | means | what to do |\n| --- | --- | --- | --- |\n')[1]
      ?.split('\n\n')[0];
    const rows = Object.entries(WARNINGS).map(
      ([code, { level, means, remedy }]) => `| \`${code}\` | ${level} | ${means} | ${remedy} |`,
    );
    expect(listed?.split('\n')).to.deep.equal(rows);
  });

  it('name only lines of the log, metrics and messages that the node writes', () => {
    const guide = 'docs/operators-guide.md';
    const source = sourceOf('node') + sourceOf('protocol');
    const lines = firstColumn(guide, '| line | means, and what to do |')
      .flatMap(codeIn)
      .filter((line) => !['group: none', 'later'].includes(line));
    const metrics = firstColumn(guide, '| metric | is |')
      .flatMap(codeIn)
      .map((metric) => metric.replace(/^comity_/, ''));
    const says = firstColumn(guide, '| it says | because |').map((text) => text.replaceAll('…', '').trim());
    expect(lines.length * metrics.length * says.length).to.be.greaterThan(0);
    expect([...lines, ...metrics, ...says].filter((text) => !source.includes(text))).to.deep.equal([]);
  });
});

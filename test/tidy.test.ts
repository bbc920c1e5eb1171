import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect } from 'chai';

const root = join(import.meta.dirname, '..');
const folders = ['protocol', 'node', 'cli', 'test', 'scripts'];
const linesMax = 250;
const columnsMax = 110;

interface Source {
  readonly path: string;
  readonly lines: readonly string[];
}

/** Every file that people write, in the order of the tree; what pbjs wrote is not theirs. */
function sources(): Source[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.startsWith('protocol/gen/'))
    .sort()
    .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').split('\n') }));
}

const everything = sources();
const code = everything.filter(({ path }) => /\.(ts|js)$/.test(path));

function linesThat(files: readonly Source[], offends: (line: string) => boolean): string[] {
  return files.flatMap(({ path, lines }) =>
    lines.flatMap((line, index) => (offends(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}

describe('the tree is tidy', () => {
  it(`no file has more than ${linesMax} lines that are not blank`, () => {
    const long = code.filter(({ lines }) => lines.filter((line) => line.trim() !== '').length > linesMax);
    expect(long.map(({ path }) => path)).to.deep.equal([]);
  });

  it('files and folders have kebab-case names', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*$/;
    const document = /^(README|[A-Z]+)\.md$/;
    const odd = everything.filter(({ path }) => {
      const parts = path.split('/');
      return !parts.every((part) => kebab.test(part) || document.test(part));
    });
    expect(odd.map(({ path }) => path)).to.deep.equal([]);
  });

  it('nothing is named for being left over', () => {
    const leftOver = /(^|[/-])(utils?|helpers?|commons?|managers?|misc)([./-]|$)/;
    expect(everything.filter(({ path }) => leftOver.test(path)).map(({ path }) => path)).to.deep.equal([]);
  });

  it('nothing is put off, skipped or silenced', () => {
    // Brackets keep this list from finding itself.
    const silenced = /TO[D]O|FIX[M]E|\.on[l]y\(|\.ski[p]\(|@ts-ignor[e]|@ts-nochec[k]|\bas an[y]\b/;
    expect(linesThat(everything, (line) => silenced.test(line))).to.deep.equal([]);
  });

  it('a lint rule is switched off only with its reason beside it', () => {
    const unexplained = /eslint-disabl[e](?!.* -- \S)/;
    expect(linesThat(code, (line) => unexplained.test(line))).to.deep.equal([]);
  });

  it('imports of our own end in .ts, but for what pbjs wrote', () => {
    const relativeImport = /(?:^import |^export .* from |^} |\bimport\(|\bfrom )['"](\.{1,2}\/[^'"]+)['"]/;
    const offends = (line: string): boolean => {
      const source = relativeImport.exec(line)?.[1];
      return source !== undefined && !source.endsWith('.ts') && !source.endsWith('/gen/messages.js');
    };
    expect(
      linesThat(
        code.filter(({ path }) => path.endsWith('.ts')),
        offends,
      ),
    ).to.deep.equal([]);
  });

  it('files end in one newline and lines in no white space', () => {
    const ragged = everything.filter(({ lines }) => lines.at(-1) !== '' || lines.at(-2) === '');
    expect(ragged.map(({ path }) => path)).to.deep.equal([]);
    expect(linesThat(everything, (line) => /\s$/.test(line))).to.deep.equal([]);
  });

  it(`lines of code end by column ${columnsMax}, unless a text or an address runs on`, () => {
    const tooLong = (line: string): boolean => line.length > columnsMax && !/['"`]|https?:|\/.*\//.test(line);
    expect(linesThat(code, tooLong)).to.deep.equal([]);
  });
});

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PARAGRAPHS } from '../protocol/convention/caricom/paragraphs/paragraphs.ts';
import { WITHOUT_CONSEQUENCE } from '../protocol/convention/caricom/paragraphs/without-consequence.ts';

/** What the tests say about the paragraphs of one article. */
export interface ArticleCoverage {
  readonly article: string;
  readonly paragraphs: number;
  readonly covered: number;
  /** From which nothing follows between two nodes, for a reason that is data. */
  readonly without: number;
  readonly missing: readonly string[];
}

const TITLE = /(?:\bit\(|\[)\s*[`'"]([A-Z0-9]+-[0-9a-z][^:`'"]*):/g;
const CODE = /^(?:([A-Z][A-Z0-9]*)-)?([0-9]+[a-z]?(?:-[ivx]+)?|[a-z])$/;

/**
 * The paragraphs that begin the titles of tests, or of the rows of a table of tests: `MLA-18, 19: …` names
 * two of them.
 */
export function codesInTitles(source: string): readonly string[] {
  return [...source.matchAll(TITLE)].flatMap(([, start = '']) => {
    const found = start.split(',').map((word) => CODE.exec(word.trim()));
    const article = found[0]?.[1];
    return found.flatMap((match) => (match === null ? [] : [`${match[1] ?? article}-${match[2]}`]));
  });
}

/**
 * By article, in the order of the instrument. A paragraph that has parts is covered too where each of them
 * is; one from which nothing follows counts as neither covered nor missing, unless a test names it.
 */
export function coverageOf(
  paragraphs: readonly { readonly code: string; readonly article: string }[],
  titled: ReadonlySet<string>,
  without: Readonly<Record<string, unknown>>,
): readonly ArticleCoverage[] {
  const codes = paragraphs.map(({ code }) => code);
  const isCovered = (code: string): boolean => {
    const parts = codes.filter((other) => isPartOf(other, code));
    return (
      titled.has(code) || (parts.length > 0 && parts.every((part) => isCovered(part) || isWithout(part)))
    );
  };
  const isWithout = (code: string): boolean => Object.hasOwn(without, code);
  const articles = [...new Set(paragraphs.map(({ article }) => article))];
  return articles.map((article) => {
    const mine = paragraphs.filter((paragraph) => paragraph.article === article).map(({ code }) => code);
    const covered = mine.filter(isCovered);
    const left = mine.filter((code) => !covered.includes(code));
    return {
      article,
      paragraphs: mine.length,
      covered: covered.length,
      without: left.filter(isWithout).length,
      missing: left.filter((code) => !isWithout(code)),
    };
  });
}

/** `LEC-1b` is a part of `LEC-1`, `LEC-1b-i` of `LEC-1b`; `LEC-10` of neither. */
function isPartOf(code: string, whole: string): boolean {
  return code.startsWith(whole) && /^(?:[a-z]|-[ivx]+)$/.test(code.slice(whole.length));
}

async function main(root: string): Promise<boolean> {
  const names = await readdir(join(root, 'test'), { recursive: true });
  const tests = names.filter((name) => name.endsWith('.test.ts'));
  const sources = await Promise.all(tests.map((name) => readFile(join(root, 'test', name), 'utf8')));
  const titled = new Set(sources.flatMap(codesInTitles));
  const rows = coverageOf(Object.values(PARAGRAPHS), titled, WITHOUT_CONSEQUENCE);
  const lines = rows.map(({ article, paragraphs, covered, without, missing }) => {
    const figures = [paragraphs, covered, without].map((figure) => String(figure).padStart(10));
    return `${article.padEnd(7)}${figures.join('')}  ${missing.join(' ')}`.trimEnd();
  });
  const missing = rows.flatMap((row) => row.missing);
  const sum = missing.length === 0 ? 'Every paragraph is covered.' : `${missing.length} have no test.`;
  process.stdout.write(['article paragraphs  covered  no effect  missing', ...lines, sum, ''].join('\n'));
  return missing.length === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = (await main(join(import.meta.dirname, '..'))) ? 0 : 1;
}

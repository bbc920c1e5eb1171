import { readFileSync } from 'node:fs';

/** A line of confusables.txt: what is mistaken, and for what, as numbers of characters. */
const ROW = /^([0-9A-F]+) ;\t([0-9A-F ]+) ;/;
const COLUMNS = 100;

const character = (hex: string): string => String.fromCodePoint(parseInt(hex || '0', 16));
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '');

/** What is mistaken, and for what, without accents. */
function readRows(text: string): Map<string, string> {
  const rows = text.split('\n').flatMap((line) => {
    const [, source = '', target = ''] = ROW.exec(line) ?? [];
    const looks = plain(target.trim().split(' ').map(character).join(''));
    return [[character(source), looks] as const].filter(() => source !== '');
  });
  return new Map(rows);
}

/**
 * The rows of `node/directory/confusables.ts` from the confusables.txt of Unicode: what looks like Latin
 * letters and digits, but for what its decomposition says already.
 */
function rowsOf(text: string): string[] {
  const all = readRows(text);
  const isNews = ([source, target]: readonly [string, string]): boolean => {
    const decomposed = plain(source);
    return decomposed !== target && (decomposed === source || all.get(decomposed) !== target);
  };
  const latin = [...all].filter((row) => /^[A-Za-z0-9]+$/.test(row[1]) && isNews(row));
  const rows = Map.groupBy(latin, ([, target]) => target);
  return [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([target, sources]) => {
      const numbers = sources.map(([source]) => (source.codePointAt(0) ?? 0).toString(16));
      return wrapped(target, numbers);
    });
}

function wrapped(target: string, numbers: readonly string[]): string[] {
  const lines = [target];
  for (const number of numbers) {
    const last = lines.at(-1) ?? '';
    if (last.length + number.length < COLUMNS) lines[lines.length - 1] = `${last} ${number}`;
    else lines.push(`${target} ${number}`);
  }
  return lines;
}

const [file] = process.argv.slice(2);
if (file !== undefined) process.stdout.write(`${rowsOf(readFileSync(file, 'utf8')).join('\n')}\n`);

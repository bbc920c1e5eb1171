import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import ts from 'typescript';
import { COMMANDS } from '../../../cli/commands.ts';

const root = join(import.meta.dirname, '../../..');

function sourcesIn(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /(?<!\.d)\.ts$/.test(entry.name));
  return files.map((entry) => join(entry.parentPath, entry.name));
}

/** What string literals and templates say, parts of one template and one sum together. */
function textsIn(file: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) texts.push(node.text);
    if (ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) texts.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest));
  return texts;
}

const NAMED = /(?<![\w/-])comity ([a-z][a-z-]*)(?: ([a-z-]+))?/g;
const NAMES = COMMANDS.map(({ name }) => name);

function isCommand(word: string, second = ''): boolean {
  return NAMES.includes(word) || NAMES.includes(`${word} ${second}`);
}

describe('a message that names a command', () => {
  it('names one of the table, wherever it stands', () => {
    const named = ['node', 'protocol', 'cli'].flatMap(sourcesIn).flatMap((file) =>
      textsIn(file).flatMap((text) =>
        [...text.matchAll(NAMED)].map(([line, word = '', second]) => ({
          line: `${file.slice(root.length + 1)}: ${line}`,
          known: isCommand(word, second),
        })),
      ),
    );
    expect(named.length).to.be.greaterThan(60);
    expect(named.filter(({ known }) => !known).map(({ line }) => line)).to.deep.equal([]);
  });
});

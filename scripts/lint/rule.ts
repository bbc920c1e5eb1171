import { dirname, join, relative, sep } from 'node:path';
import type { Rule } from 'eslint';
import { brokenDirection } from './directions.ts';

const root = join(import.meta.dirname, '../..');
const fromRoot = (path: string): string => relative(root, path).split(sep).join('/');

function importedPath(file: string, source: string): string {
  return source.startsWith('.') ? fromRoot(join(dirname(file), source)) : source;
}

/**
 * Holds the table of directions. ESLint's own no-restricted-imports compares the text of an import, which
 * says another thing in each folder, and passes over `import()`; this rule resolves every form of import
 * first.
 */
export const directionsRule: Rule.RuleModule = {
  meta: { type: 'problem', schema: [], messages: { broken: '{{name}}: {{sentence}}' } },
  create(context) {
    const check = (node: Rule.Node, source: unknown): void => {
      if (typeof source !== 'string') return;
      const broken = brokenDirection(fromRoot(context.filename), importedPath(context.filename, source));
      if (broken !== undefined) context.report({ node, messageId: 'broken', data: broken });
    };
    return {
      ImportDeclaration: (node) => {
        check(node, node.source.value);
      },
      ExportAllDeclaration: (node) => {
        check(node, node.source.value);
      },
      ExportNamedDeclaration: (node) => {
        check(node, node.source?.value);
      },
      ImportExpression: (node) => {
        check(node, node.source.type === 'Literal' ? node.source.value : undefined);
      },
      // `import('…').Type`, which estree has no type for.
      'TSImportType > Literal.source': (node: Rule.Node) => {
        check(node, node.type === 'Literal' ? node.value : undefined);
      },
    };
  },
};

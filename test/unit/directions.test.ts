import { join } from 'node:path';
import { expect } from 'chai';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = join(import.meta.dirname, '../..');

// The project's own configuration; only the rules that need types are off, for these files exist in memory
// alone.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    tseslint.configs.disableTypeChecked,
    {
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      rules: {
        '@typescript-eslint/prefer-readonly': 'off',
        '@typescript-eslint/switch-exhaustiveness-check': 'off',
        '@typescript-eslint/no-unused-vars': 'off',
      },
    },
  ],
});

async function complaints(file: string, code: string): Promise<string[]> {
  const results = await eslint.lintText(code, { filePath: join(root, file) });
  return results.flatMap((result) =>
    result.messages.map(({ ruleId, message }) =>
      ruleId === 'comity/directions' ? (message.split(':')[0] ?? '') : (ruleId ?? message),
    ),
  );
}

const importing = (source: string): string => `import { x } from '${source}';\nexport const y = x;\n`;

const refused: readonly (readonly [direction: string, file: string, source: string])[] = [
  ['generated', 'node/inbox/inbox.ts', '../../protocol/gen/messages.js'],
  ['generated', 'cli/main.ts', '../protocol/gen/messages.js'],
  ['generated', 'test/unit/codec.test.ts', '../../protocol/gen/messages.js'],
  ['product', 'node/outbox/outbox.ts', '../../test/support/fake-clock.ts'],
  ['product', 'protocol/codec.ts', '../scripts/generate.ts'],
  ['protocol', 'protocol/case/fold.ts', '../../node/clock.ts'],
  ['protocol', 'protocol/control/routes.ts', '../../cli/output.ts'],
  ['cli', 'cli/status.ts', '../node/clock.ts'],
  ['cli', 'cli/operator/backup.ts', '../../node/index.ts'],
  ['cli', 'cli/operator/offline.ts', '../../node/keystore/keystore.ts'],
  ['node', 'node/api/api.ts', '../../cli/exit-codes.ts'],
  ['sideways', 'node/outbox/outbox.ts', '../inbox/inbox.ts'],
  ['sideways', 'node/cases/views/page.ts', '../../storage/commit.ts'],
  ['sideways', 'node/outbox/outbox.ts', '../node.ts'],
  ['sideways', 'node/clock.ts', './storage/commit.ts'],
  ['store', 'node/outbox/outbox.ts', 'level'],
  ['store', 'node/node.ts', 'classic-level'],
  ['store', 'cli/status.ts', 'level'],
  ['streams', 'node/node.ts', 'libp2p'],
  ['streams', 'node/inbox/inbox.ts', '@libp2p/interface'],
  ['streams', 'protocol/session/client.ts', '@libp2p/utils'],
  ['streams', 'protocol/frames.ts', '@libp2p/tcp'],
  ['streams', 'cli/status.ts', '@chainsafe/libp2p-noise'],
  ['pure', 'protocol/codec.ts', 'node:fs'],
  ['pure', 'protocol/control/routes.ts', 'fastify'],
];

const allowed: readonly (readonly [file: string, source: string])[] = [
  ['protocol/codec.ts', './gen/messages.js'],
  ['protocol/session/client.ts', '../frames.ts'],
  ['protocol/identity/keys.ts', 'node:crypto'],
  ['protocol/identity/keys.ts', '@noble/curves/ed25519.js'],
  ['protocol/frames.ts', '@libp2p/utils'],
  ['protocol/control/routes.ts', 'typebox'],
  ['cli/status.ts', '../protocol/control/routes.ts'],
  ['cli/operator/offline.ts', '../../node/index.ts'],
  ['node/outbox/lane.ts', './retry.ts'],
  ['node/cases/views/page.ts', '../case-view.ts'],
  ['node/outbox/outbox.ts', '../clock.ts'],
  ['node/outbox/outbox.ts', '../../protocol/item/envelope.ts'],
  ['node/supervise.ts', './log.ts'],
  ['node/node.ts', './outbox/outbox.ts'],
  ['node/storage/store.ts', 'level'],
  ['node/host/host.ts', '@libp2p/tcp'],
  ['test/unit/node/host/host.test.ts', '../../../../node/host/host.ts'],
];

describe('directions', () => {
  for (const [direction, file, source] of refused) {
    it(`refuse ${source} in ${file} (${direction})`, async () => {
      expect(await complaints(file, importing(source))).to.deep.equal([direction]);
    });
  }

  for (const [file, source] of allowed) {
    it(`let ${file} import ${source}`, async () => {
      expect(await complaints(file, importing(source))).to.deep.equal([]);
    });
  }

  it('hold for every form of import', async () => {
    const forms = [
      "import type { X } from '../inbox/inbox.ts';\nexport type Y = X;\n",
      "export { x } from '../inbox/inbox.ts';\n",
      "export * from '../inbox/inbox.ts';\n",
      "export const x = import('../inbox/inbox.ts');\n",
      "export type X = import('../inbox/inbox.ts').X;\n",
    ];
    for (const form of forms) {
      expect(await complaints('node/outbox/outbox.ts', form), form).to.include('sideways');
    }
  });
});

describe('habits that ESLint holds', () => {
  const habits: readonly (readonly [rule: string, file: string, code: string])[] = [
    ['no-restricted-exports', 'node/outbox/lane.ts', 'export default 1;\n'],
    ['no-console', 'node/outbox/lane.ts', "console.log('x');\n"],
    ['no-console', 'cli/status.ts', "console.log('x');\n"],
    ['no-restricted-syntax', 'node/outbox/lane.ts', 'export const x = Date.now();\n'],
    ['no-restricted-syntax', 'protocol/case/fold.ts', 'export const x = new Date();\n'],
    ['no-restricted-syntax', 'cli/status.ts', 'export const x = Math.random();\n'],
    ['no-restricted-globals', 'protocol/codec.ts', 'export const x = process.env;\n'],
    [
      'no-restricted-imports',
      'protocol/ids.ts',
      "import { randomBytes } from 'node:crypto';\nexport const x = randomBytes;\n",
    ],
    ['max-lines', 'node/outbox/lane.ts', 'export {};\n'.repeat(251)],
    ['max-depth', 'node/outbox/lane.ts', 'if (a) { if (b) { if (c) { if (d) { e(); } } } }\n'],
    ['@typescript-eslint/max-params', 'node/outbox/lane.ts', 'export const f = (a, b, c, d, e) => a;\n'],
  ];

  for (const [rule, file, code] of habits) {
    it(`${rule} fires in ${file}: ${code.split('\n')[0] ?? ''}`, async () => {
      expect(await complaints(file, code)).to.include(rule);
    });
  }

  it('let the clock be read in node/clock.ts and lines be printed in cli/output.ts', async () => {
    expect(await complaints('node/clock.ts', 'export const now = (): number => Date.now();\n')).to.deep.equal(
      [],
    );
    expect(await complaints('cli/output.ts', "console.log('x');\n")).to.deep.equal([]);
  });
});

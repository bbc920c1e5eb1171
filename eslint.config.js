import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { directionsRule } from './scripts/lint/rule.ts';

const clockReaders = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take a clock as a dependency.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take a clock as a dependency.',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'Take a clock as a dependency.' },
  {
    selector: "MemberExpression[object.name='performance'][property.name='now']",
    message: 'Take a clock as a dependency.',
  },
  {
    selector: "MemberExpression[object.name='process'][property.name='hrtime']",
    message: 'Take a clock as a dependency.',
  },
];
const unseeded = {
  selector: "MemberExpression[object.name='Math'][property.name='random']",
  message: 'Randomness is passed in: from node:crypto, or seeded in tests.',
};
const drawnFromCrypto = [
  'randomBytes',
  'randomFill',
  'randomFillSync',
  'randomInt',
  'randomUUID',
  'webcrypto',
];

export default defineConfig(
  globalIgnores(['protocol/gen/', 'dist/', 'coverage/']),
  {
    files: ['**/*.{ts,js}'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    plugins: { comity: { rules: { directions: directionsRule } } },
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'comity/directions': 'error',
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
      'no-restricted-syntax': ['error', unseeded],
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      'max-depth': ['error', 3],
      '@typescript-eslint/max-params': ['error', { max: 4, countVoidThis: false }],

      '@typescript-eslint/prefer-readonly': 'error',
      // A union that grows must make the compiler find every place that decides on it.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { requireDefaultForNonUnion: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `_` names what a signature demands and nobody needs.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['protocol/**/*.ts', 'node/**/*.ts'],
    ignores: ['node/clock.ts'],
    rules: { 'no-restricted-syntax': ['error', unseeded, ...clockReaders] },
  },
  {
    files: ['protocol/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'crypto',
        'fetch',
        'performance',
        'process',
        'setInterval',
        'setTimeout',
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'node:crypto',
              importNames: drawnFromCrypto,
              message: 'Randomness is passed in to protocol/.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['cli/output.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // mocha's describe is one function round a whole file, which max-lines bounds already.
    files: ['test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['*.config.js'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['**/*.js'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', URL: 'readonly' } },
    rules: {
      '@typescript-eslint/prefer-readonly': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
    },
  },
);

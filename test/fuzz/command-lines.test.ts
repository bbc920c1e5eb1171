import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { CommandSpec } from '../../cli/command.ts';
import { COMMANDS } from '../../cli/commands.ts';
import { EXIT } from '../../cli/exit-codes.ts';
import { logIn, runCommandLine } from '../support/command-line.ts';
import { SAMPLE_REPLIES } from '../support/sample-replies.ts';
import { randomFrom, type SeededRandom, seededRandom } from '../support/seeded-random.ts';
import { useStubDaemons } from '../support/stub-daemon.ts';

const { seed } = seededRandom('FUZZ_SEED');
const LINES = Number(process.env['FUZZ_LINES'] ?? 6);

/** They start processes of their own, or go on until they are ended. */
const ON_THEIR_OWN = new Set(['start', 'watch', 'net up', 'net start', 'net demo']);

/** What a terminal would obey or hide, but for the line feed that every layout has. */
const DECEPTIVE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}]/u;
const STACK = /^\s+at .*(:\d+:\d+|<anonymous>)/m;

const NASTY = [
  '\u202e',
  '\u2066x',
  '\u200b',
  '\u001b[2J',
  '\u009b31m',
  '\r',
  '\u0007',
  '\u2028',
  '\u{e0041}',
  '\ud800',
  '\u0000',
];
const WORDS = [
  ...[
    'JM',
    'GD',
    'gd',
    'GD/2026/7K4Q-2M9T',
    '7k4q',
    'mla.general',
    'refuse',
    'info-request',
    'MLA-28',
    'routine',
  ],
  ...[
    '',
    ' ',
    '-',
    '--',
    '-x',
    '=',
    'a=b',
    'measures.0.id=m1',
    'a[9]=x',
    '5',
    '-1',
    '1e9',
    '99999999999999999999',
    '2026-02-30',
  ],
  ...[
    'form.yaml',
    'no-such-file',
    '.',
    '__proto__',
    'constructor',
    'toString',
    'x'.repeat(3000),
    `${'a.'.repeat(40_000)}a=1`,
  ],
];
const FLAGS = ['--no-such', '--json=1', '-hx', '--=', '--help=1', '--wait', '--wait=x', '--version=2'];

function anyWord(random: SeededRandom): string {
  const word = random.pick(WORDS);
  return random.below(4) > 0 ? word : `${word}${random.pick(NASTY)}${random.pick(WORDS)}`;
}

/** A command line as somebody may type who has not read the help. */
function anyLine({ name, arguments: args = [], options = [] }: CommandSpec, random: SeededRandom): string[] {
  const given = args.filter(() => random.below(10) > 0).map(() => anyWord(random));
  const flags = options
    .filter(() => random.below(3) === 0)
    .flatMap((option) =>
      option.value === undefined ? [`--${option.name}`] : [`--${option.name}`, anyWord(random)],
    );
  const odd = random.below(8) === 0 ? [random.pick(FLAGS)] : [];
  const json = random.below(3) === 0 ? ['--json'] : [];
  return [...name.split(' '), ...given, ...flags, ...odd, ...json];
}

/** The reply with characters in its texts that no terminal should see; moments and ids stay what they are. */
function spoilt(value: unknown, random: SeededRandom): unknown {
  if (typeof value === 'string' && /[ ,]/.test(value)) return `${value}${random.pick(NASTY)}`;
  if (Array.isArray(value)) return value.map((entry: unknown) => spoilt(entry, random));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, spoilt(entry, random)]));
}

describe(`command lines, with seed ${seed}`, () => {
  const startStub = useStubDaemons();
  let folder = '';
  const before = process.cwd();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'comity-fuzz-'));
    process.chdir(folder);
    writeFileSync('form.yaml', 'facts_summary: Zoë\u202e\n');
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });

  for (const command of COMMANDS.filter(({ name }) => !ON_THEIR_OWN.has(name))) {
    it(`comity ${command.name}: ends with a code that it has, and prints nothing that deceives`, async () => {
      const random = randomFrom(seed);
      const replies = Object.fromEntries(
        Object.entries(SAMPLE_REPLIES).map(([name, reply]) => [name, spoilt(reply, random)]),
      );
      const officer = join(folder, 'officer');
      const { socketPath } = await startStub(folder, replies);
      for (let left = LINES; left > 0; left--) {
        logIn(officer, socketPath);
        const line = anyLine(command, random);
        const { code, stdout, stderr } = await runCommandLine([...line, '--officer', officer]);
        const shown = `comity ${line.map((word) => JSON.stringify(word.slice(0, 80))).join(' ')}\n${stdout}${stderr}`;
        expect(Object.values<number>(EXIT), shown).to.include(code);
        expect(DECEPTIVE.test(stdout + stderr), shown).to.equal(false);
        expect(stderr, shown)
          .to.not.match(STACK)
          .and.not.match(/fault in comity/);
        if (code !== EXIT.done && stdout === '') expect(stderr, shown).to.match(/^error: |^\{"error"/m);
      }
    });
  }

  it('are not stopped by a file of the officer’s folder that says something else', async () => {
    const officer = join(folder, 'officer');
    const { socketPath } = await startStub(folder, SAMPLE_REPLIES);
    const others = [
      '',
      '{',
      'null',
      '3',
      '"x"',
      '[]',
      '{}',
      '{"session":null}',
      '{"socketPath":3,"session":{}}',
    ];
    for (const text of [...others, '{"GD/2026/7K4Q-2M9T":null}']) {
      for (const file of ['session.json', 'looked.json']) {
        logIn(officer, socketPath);
        writeFileSync(join(officer, file), text, { mode: 0o600 });
        for (const words of [['whoami'], ['login'], ['case', 'show', '7K4Q'], ['cases'], ['reply', '7K4Q']]) {
          const { code, stderr } = await runCommandLine([...words, '--officer', officer]);
          expect(stderr, `${file} ${text}, ${words.join(' ')}`).to.not.match(/fault in comity/);
          expect(Object.values<number>(EXIT)).to.include(code);
        }
      }
    }
  });
});

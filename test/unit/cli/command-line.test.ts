import { expect } from 'chai';
import { spelledOut } from '../../../cli/arguments.ts';
import { COMMANDS } from '../../../cli/commands.ts';
import { EXIT } from '../../../cli/exit-codes.ts';
import { parseCommandLine, type Parsed } from '../../../cli/parse.ts';
import { runCommandLine } from '../../support/command-line.ts';

/** An example of the table as a shell splits it. */
function wordsOf(example: string): string[] {
  const [command = ''] = example.split(' > ');
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
}

function parsed(...argv: string[]): Exclude<Parsed, { help: string }> {
  const result = parseCommandLine(argv);
  if ('help' in result) throw new Error('help was asked for');
  return result;
}

describe('the table of commands', () => {
  it('names each command once', () => {
    const names = COMMANDS.map((command) => command.name);
    expect(new Set(names).size).to.equal(names.length);
  });

  for (const command of COMMANDS) {
    it(`has examples for ${command.name} that its own parser takes`, () => {
      for (const example of command.examples) {
        expect(parsed(...wordsOf(example)).spec.name, example).to.equal(command.name);
      }
    });

    it(`explains ${command.name} with every argument and option`, async () => {
      const { code, stdout } = await runCommandLine([...command.name.split(' '), '--help']);
      expect(code).to.equal(EXIT.done);
      for (const { name } of command.arguments ?? []) expect(stdout).to.contain(name);
      for (const { name } of command.options ?? []) expect(stdout).to.contain(`--${name}`);
      for (const example of command.examples) expect(stdout).to.contain(`$ comity ${example}`);
      expect(stdout).to.contain('--json');
    });

    it(`has a handler for ${command.name}`, async () => {
      expect(await command.load()).to.be.a('function');
    });
  }
});

describe('a command line', () => {
  const wrong: readonly (readonly [title: string, argv: readonly string[], says: RegExp])[] = [
    ['an unknown command', ['inbxo'], /unknown command 'inbxo' — did you mean inbox\?/],
    ['an unknown option', ['inbox', '--jsn'], /unknown option '--jsn' — did you mean --json\?/],
    ['a missing argument', ['case', 'show'], /missing required argument 'REF' — see comity case show --help/],
    [
      'a group without its command',
      ['partner'],
      /'comity partner' wants a subcommand — see comity partner --help/,
    ],
    ['a choice that is none', ['cases', '--status', 'gone'], /'gone' is invalid.*executing/],
    [
      'a choice that is none, of many',
      ['officer', 'add', 'X', '--role', 'king'],
      /'king' is invalid.*operator/,
    ],
    ['one word too many', ['whoami', 'really'], /too many arguments/],
  ];
  for (const [title, argv, says] of wrong) {
    it(`with ${title} ends with 2 and says what would be right`, async () => {
      const ran = await runCommandLine(argv);
      expect(ran.code).to.equal(EXIT.usage);
      expect(ran.stdout).to.equal('');
      expect(ran.stderr)
        .to.match(says)
        .and.to.match(/^error: /);
    });
  }

  it('explains everything, or a group, after the word help', async () => {
    for (const words of [['help'], ['help', 'partner'], ['help', 'no-such-group']]) {
      const { code, stdout } = await runCommandLine(words);
      expect(code, words.join(' ')).to.equal(EXIT.done);
      expect(stdout).to.match(words[1] === 'partner' ? /^Usage: comity partner / : /^Usage: comity /);
    }
  });

  const groups = new Set(COMMANDS.flatMap(({ name }) => (name.includes(' ') ? [name.split(' ')[0]] : [])));
  for (const group of groups) {
    it(`explains the group ${group} with examples of its commands, each once`, async () => {
      const { code, stdout } = await runCommandLine([group ?? '', '--help']);
      expect(code).to.equal(EXIT.done);
      const lines = stdout.split('\n').filter((line) => line.startsWith('  $ comity '));
      const own = COMMANDS.filter(({ name }) => name === group);
      const specs = own.length > 0 ? own : COMMANDS.filter(({ name }) => name.startsWith(`${group} `));
      const examples = specs.flatMap((spec) => spec.examples.map((example) => `  $ comity ${example}`));
      expect(lines).to.deep.equal(examples);
    });
  }

  it('takes global options before and after the command', () => {
    for (const argv of [
      ['--officer', '/x', 'inbox', '--json'],
      ['inbox', '--json', '--officer', '/x'],
    ]) {
      const { globals } = parsed(...argv);
      expect([globals.option('officer'), globals.given('json')]).to.deep.equal(['/x', true]);
    }
  });

  it('reads --wait with and without seconds, whatever comes next', () => {
    expect(parsed('reply', 'X', '--wait', 'accept').input.integer('wait')).to.equal(60);
    expect(parsed('reply', 'X', '--wait', 'accept').input.optionalArgument('VERB')).to.equal('accept');
    expect(parsed('reply', 'X', 'accept', '--wait').input.integer('wait')).to.equal(60);
    expect(parsed('reply', 'X', 'accept', '--wait', '5').input.integer('wait')).to.equal(5);
    expect(parsed('reply', 'X', 'accept', '--wait=5').input.integer('wait')).to.equal(5);
    expect(parsed('reply', 'X', 'accept').input.integer('wait')).to.equal(undefined);
    expect(() => parsed('reply', 'X', 'accept', '--wait=soon').input.integer('wait')).to.throw(
      /whole number/,
    );
  });

  it('reads several fields behind one --field, and what follows them', () => {
    const { input } = parsed('reply', 'X', '--field', 'a=1', 'b.0.c=two words', 'accept', '--field', 'd=');
    expect(input.options('field')).to.deep.equal(['a=1', 'b.0.c=two words', 'd=']);
    expect(input.optionalArgument('VERB')).to.equal('accept');
  });

  it('is left alone behind --', () => {
    expect(spelledOut(['a', '--wait', '--', '--wait'], COMMANDS)).to.deep.equal([
      'a',
      '--wait=60',
      '--',
      '--wait',
    ]);
  });

  it('of nothing shows what there is', async () => {
    const { code, stdout } = await runCommandLine([]);
    expect(code).to.equal(EXIT.done);
    expect(stdout).to.contain('For officers:').and.to.contain('Start here: comity net demo');
  });
});

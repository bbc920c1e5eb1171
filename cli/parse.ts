import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { ComityError } from '../protocol/errors.ts';
import { spelledOut } from './arguments.ts';
import type { Audience, CommandSpec, Input, OptionSpec } from './command.ts';
import { COMMANDS } from './commands.ts';
import { GLOBAL_OPTIONS } from './global-options.ts';
import { createInput } from './input.ts';
import { RELEASE } from '../protocol/release.ts';

/** What a command line asks for: a command, or a text about commands. */
export type Parsed =
  { readonly spec: CommandSpec; readonly input: Input; readonly globals: Input } | { readonly help: string };

const HEADINGS: Readonly<Record<Audience, string>> = {
  operator: 'For operators of a node:',
  officer: 'For officers:',
  tester: 'To try it on one machine:',
};

/**
 * Reads a command line by the table of commands. Nothing is run and nothing is printed.
 * @throws ComityError `usage`, with what would have been right if that can be guessed.
 */
export function parseCommandLine(argv: readonly string[]): Parsed {
  const written: string[] = [];
  let found: Parsed | undefined;
  const program = createProgram((text) => written.push(text));
  for (const spec of COMMANDS) {
    const command = place(program, spec);
    command.action(() => {
      found = { spec, input: createInput(command, spec), globals: createInput(program, globalSpec) };
    });
  }
  try {
    program.parse(spelledOut(argv, COMMANDS), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // A group without a subcommand: its help stands for the sentence that says what is missing.
    if (error.code === 'commander.help') return groupHelp(argv, written.join(''), error);
    if (error.exitCode !== 0) throw misspelt(argv, error);
    return { help: written.join('') };
  }
  return found ?? { help: program.helpInformation() };
}

const globalSpec = { name: '', options: GLOBAL_OPTIONS };

function createProgram(write: (text: string) => void): Command {
  const program = new Command('comity')
    .description('Requests of mutual legal assistance between States, without a server in the middle.')
    .version(RELEASE, '--version', 'prints the version')
    .helpOption('-h, --help', 'explains a command, with examples')
    .helpCommand('help [command]', 'explains a command')
    .configureOutput({ writeOut: write, writeErr: write, outputError: () => undefined })
    .configureHelp({ showGlobalOptions: true, sortOptions: false })
    .showSuggestionAfterError()
    .exitOverride();
  for (const option of GLOBAL_OPTIONS) program.addOption(optionOf(option));
  const ending = ['Start here: comity net demo', 'Everything about one command: comity COMMAND --help'];
  return program.addHelpText('after', `\n${ending.join('\n')}`);
}

/** The command for a row of the table, under the groups that its name says. */
function place(program: Command, spec: CommandSpec): Command {
  const words = spec.name.split(' ');
  let parent = program;
  for (const word of words.slice(0, -1)) parent = childOf(parent, word, spec.audience);
  const command = childOf(parent, words.at(-1) ?? '', spec.audience).description(spec.summary);
  for (const { name, summary, optional, many } of spec.arguments ?? []) {
    const form = many ? `${name}...` : name;
    command.addArgument(new Argument(optional ? `[${form}]` : `<${form}>`, summary));
  }
  for (const option of spec.options ?? []) command.addOption(optionOf(option));
  return command.addHelpText('after', examplesOf(spec));
}

function childOf(parent: Command, name: string, audience: Audience): Command {
  const known = parent.commands.find((command) => command.name() === name);
  if (known !== undefined) return known;
  // `commander` copies the settings of the parent: output, help and the exit override.
  const command = parent.command(name);
  if (parent.parent === null) command.helpGroup(HEADINGS[audience]);
  const inGroup = COMMANDS.filter((spec) => spec.name.startsWith(`${name} `));
  if (parent.parent === null && inGroup.length > 0) {
    command.description(inGroup.map((spec) => spec.name.slice(name.length + 1)).join(', '));
    // What is a command itself, as kinds is, shows its own.
    if (!COMMANDS.some((spec) => spec.name === name)) command.addHelpText('after', examplesOf(...inGroup));
  }
  return command;
}

function optionOf(spec: OptionSpec): Option {
  const option = new Option(flagsOf(spec), describe(spec));
  const { choices } = spec;
  if (choices !== undefined) option.choices(choices);
  if (spec.many) {
    option.argParser<readonly string[] | undefined>((value, before = []) => {
      if (choices?.includes(value) === false) {
        throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`);
      }
      return [...before, value];
    });
  }
  return option;
}

function flagsOf({ name, value, impliedValue }: OptionSpec): string {
  if (value === undefined) return `--${name}`;
  return impliedValue === undefined ? `--${name} <${value}>` : `--${name} [${value}]`;
}

function describe({ summary, unit, default: fallback, many }: OptionSpec): string {
  const notes = [
    unit === undefined ? undefined : `in ${unit}`,
    fallback === undefined ? undefined : `without it: ${fallback}`,
    many ? 'may be repeated' : undefined,
  ].filter((note) => note !== undefined);
  return notes.length === 0 ? summary : `${summary} (${notes.join('; ')})`;
}

function examplesOf(...specs: readonly CommandSpec[]): string {
  const lines = specs.flatMap(({ examples }) => examples.map((example) => `  $ comity ${example}`));
  return `\nExamples:\n${lines.join('\n')}`;
}

function misspelt(argv: readonly string[], error: CommanderError): ComityError {
  const line = `${argv.filter((word) => !word.startsWith('-')).join(' ')} `;
  const name = COMMANDS.find((spec) => line.startsWith(`${spec.name} `))?.name.concat(' ') ?? '';
  const [what = '', hint] = error.message.replace(/^error: /, '').split('\n');
  const suggestion = /\(Did you mean (.*)\?\)/.exec(hint ?? '')?.[1];
  const wayOut = suggestion === undefined ? `see comity ${name}--help` : `did you mean ${suggestion}?`;
  return new ComityError('usage', `${what.replace(/\.$/, '')} — ${wayOut}`, { cause: error });
}

function groupHelp(argv: readonly string[], help: string, error: CommanderError): Parsed {
  const words = argv.filter((word) => !word.startsWith('-'));
  if (words.length === 0 || words[0] === 'help') return { help };
  const group = words.join(' ');
  throw new ComityError('usage', `'comity ${group}' wants a subcommand — see comity ${group} --help`, {
    cause: error,
  });
}

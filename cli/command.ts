import type { ExitCode } from './exit-codes.ts';
import type { Context } from './context.ts';
import type { Block } from './view/block.ts';

/** Who a command is for; the groups in which `comity --help` lists them. */
export type Audience = 'operator' | 'officer' | 'tester';

export interface ArgumentSpec {
  readonly name: string;
  readonly summary: string;
  readonly optional?: true;
  /** Takes all that is left. */
  readonly many?: true;
}

export interface OptionSpec {
  /** Without the hyphens: `passphrase-file`. */
  readonly name: string;
  /** What stands for the value in the help; absent: the option is a switch. */
  readonly value?: string;
  readonly summary: string;
  readonly choices?: readonly string[];
  readonly unit?: string;
  /** Only told, never filled in: a handler says what it does without the option. */
  readonly default?: string;
  /** May be given again and again. */
  readonly many?: true;
  /** Words like this that follow a value are further values. */
  readonly also?: RegExp;
  /** The value may be left out, and then is this one: `--wait` is `--wait=60`. */
  readonly impliedValue?: string;
}

/** What a handler was given on the command line, by the names in the table. */
export interface Input {
  argument(name: string): string;
  optionalArgument(name: string): string | undefined;
  /** All values of the argument that takes what is left. */
  rest(name: string): readonly string[];
  given(option: string): boolean;
  option(name: string): string | undefined;
  /** @throws ComityError `usage` if it is not there. */
  required(name: string): string;
  options(name: string): readonly string[];
  /** @throws ComityError `usage` if it is no whole number of at least zero. */
  integer(name: string): number | undefined;
}

/** What a command has found or done: one document for programs, a view for people. */
export interface Outcome {
  readonly document: unknown;
  readonly view: readonly Block[];
  readonly exitCode?: ExitCode;
}

/** Long commands yield an outcome whenever there is something to tell; in `--json` each becomes a line. */
export type Handler = (context: Context, input: Input) => Promise<Outcome> | AsyncIterable<Outcome>;

/** One command as data: help, parsing and documentation are made of it. */
export interface CommandSpec {
  /** `case show`; words are subcommands. */
  readonly name: string;
  readonly audience: Audience;
  readonly summary: string;
  readonly arguments?: readonly ArgumentSpec[];
  readonly options?: readonly OptionSpec[];
  /** Command lines that work as they stand, without the leading `comity`. */
  readonly examples: readonly [string, ...string[]];
  /** Imported only when the command runs, so that each starts as fast as what it needs. */
  readonly load: () => Promise<Handler>;
}

import type { Command } from 'commander';
import { ComityError } from '../protocol/errors.ts';
import type { ArgumentSpec, Input, OptionSpec } from './command.ts';

interface Named {
  readonly name: string;
  readonly arguments?: readonly ArgumentSpec[];
  readonly options?: readonly OptionSpec[];
}

/**
 * The values that `commander` has read for a command, by the names of the table. A name that is not there is
 * a bug.
 */
export function createInput(command: Command, spec: Named): Input {
  const argumentOf = (name: string): unknown => {
    const index = (spec.arguments ?? []).findIndex((argument) => argument.name === name);
    if (index < 0) throw new TypeError(`${spec.name} has no argument ${name}`);
    return command.processedArgs[index];
  };
  const optionOf = (name: string): unknown => {
    if (!spec.options?.some((option) => option.name === name)) {
      throw new TypeError(`${spec.name} has no option ${name}`);
    }
    return command.getOptionValue(name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
  };
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  return {
    argument: (name) => text(argumentOf(name)) ?? '',
    optionalArgument: (name) => text(argumentOf(name)),
    rest: (name) => (argumentOf(name) as readonly string[] | undefined) ?? [],
    given: (name) => optionOf(name) !== undefined,
    option: (name) => text(optionOf(name)),
    options: (name) => (optionOf(name) as readonly string[] | undefined) ?? [],
    required: (name) => {
      const value = text(optionOf(name));
      if (value !== undefined) return value;
      throw new ComityError('usage', `--${name} is missing — see comity ${spec.name} --help`);
    },
    integer: (name) => {
      const value = text(optionOf(name));
      if (value === undefined) return undefined;
      if (/^\d{1,12}$/.test(value)) return Number(value);
      throw new ComityError('usage', `--${name} takes a whole number — see comity ${spec.name} --help`);
    },
  };
}

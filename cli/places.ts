import { join, resolve } from 'node:path';
import type { Input } from './command.ts';
import type { Places } from './context.ts';

/** Where things lie: an option goes before the environment, the environment before the default. */
export function placesFrom(
  globals: Input,
  environment: Readonly<Record<string, string | undefined>>,
  homeFolder: string,
): Places {
  const named = (option: string, variable: string): string | undefined => {
    const value = globals.option(option) ?? environment[variable];
    return value === undefined || value === '' ? undefined : resolve(value);
  };
  return {
    home: named('home', 'COMITY_HOME'),
    defaultHome: join(homeFolder, '.comity', 'node'),
    officer: named('officer', 'COMITY_OFFICER') ?? join(homeFolder, '.comity', 'officer'),
    node: named('node', 'COMITY_SOCKET'),
    passphraseFile: named('passphrase-file', 'COMITY_PASSPHRASE_FILE'),
  };
}

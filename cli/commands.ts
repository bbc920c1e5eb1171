import type { CommandSpec } from './command.ts';
import { OFFICER_COMMANDS } from './officer/commands.ts';
import { OPERATOR_COMMANDS } from './operator/commands.ts';
import { IDENTITY_COMMANDS } from './operator/identity-commands.ts';
import { TESTER_COMMANDS } from './tester/commands.ts';

/** Every command. The command line, its help and its reference are made of this table. */
export const COMMANDS: readonly CommandSpec[] = [
  ...OFFICER_COMMANDS,
  ...OPERATOR_COMMANDS,
  ...IDENTITY_COMMANDS,
  ...TESTER_COMMANDS,
];

import type { ArgumentSpec, CommandSpec } from '../command.ts';

const audience = 'operator' as const;
const ITEM: ArgumentSpec = { name: 'ITEM', summary: 'id of the item, as comity quarantine list shows it' };
const EXAMPLE = '4f0c6f6f0c1d4e7a9b2f3a5d8e7c6b1a4f0c6f6f0c1d4e7a9b2f3a5d8e7c6b1a';

/** Commands about what a node could not process. */
export const QUARANTINE_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'quarantine list',
    audience,
    summary: 'lists items of partners that are authentic and could not be processed, and why',
    examples: ['quarantine list', 'quarantine list --json'],
    load: async () => (await import('./quarantine.ts')).quarantineList,
  },
  {
    name: 'quarantine release',
    audience,
    summary: 'has an item processed again, as after an upgrade',
    arguments: [ITEM],
    examples: [`quarantine release ${EXAMPLE}`],
    load: async () => (await import('./quarantine.ts')).quarantineRelease,
  },
  {
    name: 'quarantine reject',
    audience,
    summary: 'rejects an item for good: it is void on both sides, and its sender is told',
    arguments: [ITEM],
    examples: [`quarantine reject ${EXAMPLE}`],
    load: async () => (await import('./quarantine.ts')).quarantineReject,
  },
];

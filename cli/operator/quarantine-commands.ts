import type { ArgumentSpec, CommandSpec } from '../command.ts';

const audience = 'operator' as const;
const ITEM: ArgumentSpec = { name: 'ITEM', summary: 'id of the item, as comity quarantine list shows it' };
const EXAMPLE = '4f0c6f6f0c1d4e7a9b2f3a5d8e7c6b1a4f0c6f6f0c1d4e7a9b2f3a5d8e7c6b1a';

/** Commands about items that are not as they should be. */
export const QUARANTINE_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'fork list',
    audience,
    summary: 'lists places of chains for which a party has signed two items',
    examples: ['fork list', 'fork list --json'],
    load: async () => (await import('./forks.ts')).forkList,
  },
  {
    name: 'fork export',
    audience,
    summary: 'writes the proof that a party has signed two items for one place, for anybody to verify',
    arguments: [ITEM, { name: 'FILE', summary: 'where to write it' }],
    examples: [`fork export ${EXAMPLE} jm.fork`],
    load: async () => (await import('./forks.ts')).forkExport,
  },
  {
    name: 'fork verify',
    audience,
    summary: 'verifies such a proof by itself alone, without a node',
    arguments: [{ name: 'FILE', summary: 'a proof from comity fork export' }],
    options: [
      {
        name: 'fingerprint',
        value: 'FINGERPRINT',
        summary: 'of the State key, as the State has read it out',
      },
    ],
    examples: ['fork verify jm.fork', 'fork verify jm.fork --fingerprint 7K4Q-2M9T-…'],
    load: async () => (await import('./fork-verify.ts')).forkVerify,
  },
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

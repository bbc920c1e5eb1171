import type { ArgumentSpec, CommandSpec, OptionSpec } from '../command.ts';

const audience = 'tester' as const;
const DIR: OptionSpec = {
  name: 'dir',
  value: 'DIR',
  summary: 'folder of the network',
  default: 'comity-net-UID in the folder for temporary files',
};
const STATE: ArgumentSpec = { name: 'STATE', summary: 'code of one of its States' };

/** Commands of those who try it out: a whole network on one machine, of real processes and sockets. */
export const TESTER_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'net up',
    audience,
    summary: 'one daemon per State on loopback, pinned to each other, an officer each, logged in',
    arguments: [
      { name: 'STATES', many: true, optional: true, summary: 'codes of States; GD JM TT if none is given' },
    ],
    options: [DIR],
    examples: ['net up GD JM TT', 'net up GD JM --dir /tmp/two'],
    load: async () => (await import('./net-up.ts')).netUp,
  },
  {
    name: 'net status',
    audience,
    summary: 'which of its daemons run, and the folders to pass',
    options: [DIR],
    examples: ['net status', 'net status --json'],
    load: async () => (await import('./net-status.ts')).netStatus,
  },
  {
    name: 'net down',
    audience,
    summary: 'stops its daemons and removes its folder',
    options: [DIR, { name: 'keep', summary: 'leaves the folder, so that net start can go on with it' }],
    examples: ['net down'],
    load: async () => (await import('./net-down.ts')).netDown,
  },
  {
    name: 'net kill',
    audience,
    summary: 'kills one daemon with SIGKILL, as a power failure would',
    arguments: [STATE],
    options: [DIR],
    examples: ['net kill JM'],
    load: async () => (await import('./net-kill.ts')).netKill,
  },
  {
    name: 'net start',
    audience,
    summary: 'starts one daemon again',
    arguments: [STATE],
    options: [DIR],
    examples: ['net start JM'],
    load: async () => (await import('./net-start.ts')).netStart,
  },
  {
    name: 'net demo',
    audience,
    summary: 'the guided tour: a request, a question, a power failure, a result, spontaneous information',
    options: [
      { name: 'fast', summary: 'does not wait for you to read', default: 'waits, if this is a terminal' },
      { name: 'keep', summary: 'leaves the network running at the end, to go on by hand' },
    ],
    examples: ['net demo', 'net demo --fast', 'net demo --keep'],
    load: async () => (await import('./net-demo.ts')).netDemo,
  },
];

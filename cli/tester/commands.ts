import type { ArgumentSpec, CommandSpec, OptionSpec } from '../command.ts';

const audience = 'tester' as const;
const DIR: OptionSpec = {
  name: 'dir',
  value: 'DIR',
  summary: 'folder of the network',
  default: 'comity-net-UID in the folder for temporary files',
};
const LINE: readonly ArgumentSpec[] = [
  { name: 'A', summary: 'code of the State at one end' },
  { name: 'B', summary: 'code of the State at the other' },
];
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
    options: [
      DIR,
      { name: 'direct', summary: 'without lines between them that net cut and net slow could harm' },
      {
        name: 'desk',
        value: 'ID:ROLE:NAME',
        many: true,
        summary: 'a desk of each State, as `comity init` takes it; a central authority if none is given',
      },
    ],
    examples: ['net up GD JM TT', 'net up GD JM --dir /tmp/two', 'net up GD JM --desk contact:POC'],
    load: async () => (await import('./net-up.ts')).netUp,
  },
  {
    name: 'net status',
    audience,
    summary: 'which of its daemons run, how the lines between them are, and the folders to pass',
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
    name: 'net cut',
    audience,
    summary: 'cuts the line between two States: connections end, and none comes about',
    arguments: LINE,
    options: [DIR],
    examples: ['net cut GD JM'],
    load: async () => (await import('./net-cut.ts')).netCut,
  },
  {
    name: 'net heal',
    audience,
    summary: 'makes the line between two States, or every line, as it should be',
    arguments: LINE.map((end) => ({ ...end, optional: true as const })),
    options: [DIR],
    examples: ['net heal GD JM', 'net heal'],
    load: async () => (await import('./net-heal.ts')).netHeal,
  },
  {
    name: 'net slow',
    audience,
    summary: 'makes the line between two States a bad one; what is not named is as it should be',
    arguments: LINE,
    options: [
      DIR,
      { name: 'ms', value: 'N', summary: 'delay each way', unit: 'milliseconds' },
      { name: 'jitter', value: 'N', summary: 'further delay, at most', unit: 'milliseconds' },
      { name: 'kbps', value: 'N', summary: 'bandwidth each way', unit: 'thousands of bits per second' },
      {
        name: 'half-open',
        summary: 'connections stand and nothing passes, as when the far end lost its power',
      },
      {
        name: 'cut-mid-frame',
        value: 'BYTES',
        impliedValue: '0',
        summary: 'once so many bytes have passed, breaks off in the middle of what comes next, once',
      },
      {
        name: 'corrupt',
        value: 'RATE',
        summary: 'share of the bytes of which a bit is flipped, as 1/1000000',
      },
      { name: 'one-way', summary: 'only for what A sends to B' },
    ],
    examples: [
      'net slow GD JM --ms 200 --kbps 2000',
      'net slow GD JM --half-open',
      'net slow GD JM --corrupt 1/1000000 --one-way',
    ],
    load: async () => (await import('./net-slow.ts')).netSlow,
  },
  {
    name: 'net lines',
    audience,
    summary: 'carries the lines of a network, in the foreground; net up and net start run it',
    options: [
      DIR,
      { name: 'seed', value: 'N', summary: 'what is random follows from it', default: 'drawn, and told' },
    ],
    examples: ['net lines', 'net lines --seed 7'],
    load: async () => (await import('./net-lines.ts')).netLines,
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

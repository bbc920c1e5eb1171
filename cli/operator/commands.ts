import { ROLES } from '../../protocol/control/roles.ts';
import type { ArgumentSpec, CommandSpec } from '../command.ts';
import { PAGE_OPTIONS } from '../page.ts';
import { QUARANTINE_COMMANDS } from './quarantine-commands.ts';

const audience = 'operator' as const;
const STATE: ArgumentSpec = { name: 'STATE', summary: 'code of the partner, such as JM or GD-RGPF' };

/** Commands of those who run a node. */
export const OPERATOR_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'init',
    audience,
    summary: "makes a node's home: keys, configuration, signed profile; you become its first operator",
    options: [
      {
        name: 'state',
        value: 'CODE',
        summary: 'code of the party: ISO 3166, or GD-RGPF for a part of a State',
      },
      { name: 'name', value: 'NAME', summary: 'name of the party, as partners read it' },
      { name: 'network', value: 'ID', summary: 'the federation that it belongs to', default: 'caricom' },
      {
        name: 'state-key',
        value: 'FILE',
        summary: 'the State key that signs the profile, from comity state-key create',
        default: 'one is made in the home',
      },
      {
        name: 'state-key-passphrase-file',
        value: 'FILE',
        summary: 'reads the passphrase of the State key from a file',
        default: 'a question on the terminal',
      },
      {
        name: 'listen',
        value: 'MULTIADDR',
        many: true,
        summary: 'where partners reach this node: /ip4/203.0.113.7/tcp/4710',
        default: '/ip4/0.0.0.0/tcp/4710',
      },
      {
        name: 'desk',
        value: 'ID[:ROLE[:NAME]]',
        many: true,
        summary: 'an authority: central:CA:Attorney General',
        default: 'one central authority',
      },
      {
        name: 'address',
        value: 'MULTIADDR',
        many: true,
        summary: 'where partners find it, if that is not where it listens',
        default: 'the addresses of this machine',
      },
      { name: 'officer-name', value: 'NAME', summary: 'your login name here', default: 'operator' },
      {
        name: 'role',
        value: 'ROLE',
        many: true,
        choices: ROLES,
        summary: 'what you are here besides an operator',
      },
    ],
    examples: [
      'init --state GD --name Grenada --listen /ip4/203.0.113.7/tcp/4710',
      'init --state GD --name Grenada --state-key /media/key/gd.key --desk "central:CA:Ministry of Legal Affairs"',
    ],
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'state-key create',
    audience,
    summary: 'makes a State key in a file, for keeping off line',
    arguments: [{ name: 'FILE', summary: 'where to put it; it must not be there yet' }],
    examples: ['state-key create /media/key/gd.key'],
    load: async () => (await import('./state-key-create.ts')).stateKeyCreate,
  },
  {
    name: 'start',
    audience,
    summary: 'runs the daemon in the foreground, until SIGTERM or Ctrl-C',
    examples: ['start', 'start --home /var/lib/comity/node --passphrase-file /etc/comity/comity-passphrase'],
    load: async () => (await import('./start.ts')).start,
  },
  {
    name: 'status',
    audience,
    summary: 'the node at a glance: partners on line, queues, what is overdue, disk, warnings',
    examples: ['status', 'status --json'],
    load: async () => (await import('./status.ts')).status,
  },
  {
    name: 'profile show',
    audience,
    summary: "the State's own profile, as its partners see it",
    examples: ['profile show'],
    load: async () => (await import('./profile-show.ts')).profileShow,
  },
  {
    name: 'profile export',
    audience,
    summary: 'writes the signed profile to a file for a partner; nothing in it is secret',
    arguments: [{ name: 'FILE', summary: 'where to write it' }],
    examples: ['profile export gd.profile'],
    load: async () => (await import('./profile-export.ts')).profileExport,
  },
  {
    name: 'partners',
    audience,
    summary: 'the directory: partners and candidates, with who introduced them',
    examples: ['partners', 'partners --json'],
    load: async () => (await import('./partners.ts')).partners,
  },
  {
    name: 'partner add',
    audience,
    summary: "takes up a State's profile from a file; it stays a candidate until approved",
    arguments: [{ name: 'FILE', summary: 'what the partner has exported' }],
    examples: ['partner add jm.profile'],
    load: async () => (await import('./partner-add.ts')).partnerAdd,
  },
  {
    name: 'partner approve',
    audience,
    summary: "pins a candidate's State key, after its fingerprint was compared by telephone",
    arguments: [STATE],
    options: [
      {
        name: 'fingerprint',
        value: 'FINGERPRINT',
        summary: 'as the partner has read it out; not needed for a party of a State that is known',
      },
    ],
    examples: ['partner approve JM --fingerprint 7K4Q-2M9T-…'],
    load: async () => (await import('./partner-approve.ts')).partnerApprove,
  },
  {
    name: 'partner show',
    audience,
    summary: 'one partner or candidate with its profile and fingerprint',
    arguments: [STATE],
    examples: ['partner show JM'],
    load: async () => (await import('./partner-show.ts')).partnerShow,
  },
  {
    name: 'partner ping',
    audience,
    summary: "whether the partner's node answers; it reaches no officer there",
    arguments: [STATE],
    examples: ['partner ping JM'],
    load: async () => (await import('./partner-ping.ts')).partnerPing,
  },
  ...QUARANTINE_COMMANDS,
  {
    name: 'officers',
    audience,
    summary: 'who may act here, as what, at which desk',
    examples: ['officers'],
    load: async () => (await import('./officers.ts')).officers,
  },
  {
    name: 'officer add',
    audience,
    summary: 'admits a person by the fingerprint of the key that comity enrol made',
    arguments: [{ name: 'NAME', summary: 'login name; it stays in the node' }],
    options: [
      { name: 'role', value: 'ROLE', many: true, choices: ROLES, summary: 'what the person may do' },
      { name: 'desk', value: 'DESK', many: true, summary: 'where the person sees and does it' },
      { name: 'fingerprint', value: 'FINGERPRINT', summary: 'as the person has read it out' },
    ],
    examples: ['officer add "Jane Doe" --role officer --desk central --fingerprint 7K4Q-2M9T-…'],
    load: async () => (await import('./officer-add.ts')).officerAdd,
  },
  {
    name: 'officer remove',
    audience,
    summary: 'nothing that this officer signs is passed on any more; sessions end at once',
    arguments: [{ name: 'NAME', summary: 'login name, as comity officers shows it' }],
    examples: ['officer remove "Jane Doe"'],
    load: async () => (await import('./officer-remove.ts')).officerRemove,
  },
  {
    name: 'doctor',
    audience,
    summary:
      'looks for what is wrong with home, keys, disk, clock, backups and partners, and says what to do',
    examples: ['doctor', 'doctor --home /var/lib/comity/node --json'],
    load: async () => (await import('./doctor.ts')).doctor,
  },
  {
    name: 'backup',
    audience,
    summary: 'writes a sealed copy of the node to a file while it runs, and reads it back',
    arguments: [{ name: 'FILE', summary: 'where to put it; it must not be there yet' }],
    options: [
      { name: 'verify', summary: 'reads a backup that is there, from end to end; needs no daemon' },
      { name: 'own-passphrase', summary: 'asks for a passphrase of the backup, instead of that of the node' },
      {
        name: 'own-passphrase-file',
        value: 'FILE',
        summary: 'reads the passphrase of the backup from a file',
      },
    ],
    examples: [
      'backup /media/backup/gd-2026-11-23.backup',
      'backup --verify /media/backup/gd-2026-11-23.backup',
    ],
    load: async () => (await import('./backup.ts')).backup,
  },
  {
    name: 'restore',
    audience,
    summary: 'makes a home of a backup; the node then takes up what its partners still have',
    arguments: [{ name: 'FILE', summary: 'the backup' }],
    options: [
      {
        name: 'erasures',
        value: 'FILE',
        many: true,
        summary: 'erasures.list of the home that was lost: what was erased since the backup stays erased',
      },
    ],
    examples: ['restore /media/backup/gd-2026-11-23.backup --home /var/lib/comity/node'],
    load: async () => (await import('./restore.ts')).restore,
  },
  {
    name: 'scrub',
    audience,
    summary: 'reads every file and every row of the store, and names what is damaged',
    examples: ['scrub', 'scrub --json'],
    load: async () => (await import('./scrub.ts')).scrub,
  },
  {
    name: 'audit list',
    audience,
    summary: 'the tamper-evident record, page by page',
    options: [
      { name: 'type', value: 'TYPE', summary: 'only events of this type, such as officer.logged-in' },
      ...PAGE_OPTIONS,
    ],
    examples: ['audit list', 'audit list --type item.sent --limit 20'],
    load: async () => (await import('./audit-list.ts')).auditList,
  },
  {
    name: 'audit verify',
    audience,
    summary: 'reads the whole record and compares it with its signed checkpoints',
    examples: ['audit verify'],
    load: async () => (await import('./audit-verify.ts')).auditVerify,
  },
];

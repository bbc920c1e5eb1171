import type { ArgumentSpec, CommandSpec, OptionSpec } from '../command.ts';

const audience = 'operator' as const;
const STATE: ArgumentSpec = { name: 'STATE', summary: 'code of the partner, such as JM or GD-RGPF' };

const STATE_KEY: readonly OptionSpec[] = [
  {
    name: 'state-key',
    value: 'FILE',
    summary: 'the State key that signs',
    default: 'the one in the home, if it is there',
  },
  {
    name: 'state-key-passphrase-file',
    value: 'FILE',
    summary: 'reads the passphrase of the State key from a file',
    default: 'a question on the terminal',
  },
];

/** What a new version of the profile follows, and how it is signed: here, or where the State key is. */
const SIGNING: readonly OptionSpec[] = [
  {
    name: 'after',
    value: 'FILE',
    summary: 'on a restored node: the version that partners have, from comity partner export',
  },
  ...STATE_KEY,
  {
    name: 'draft',
    value: 'FILE',
    summary: 'writes what is to be signed to a file, for comity profile sign on another machine',
  },
];

/** Commands about keys, profiles and who is believed. */
export const IDENTITY_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'profile edit',
    audience,
    summary: 'signs and publishes a new version of the own profile; partners learn it by themselves',
    options: [
      {
        name: 'address',
        value: 'MULTIADDR',
        many: true,
        summary: 'where partners find the node from now on',
      },
      { name: 'undialable', summary: 'the node can not be dialled from now on: it dials' },
      { name: 'name', value: 'NAME', summary: 'name of the party in English' },
      { name: 'valid-days', value: 'DAYS', summary: 'the profile is valid for so many days from now' },
      ...SIGNING,
    ],
    examples: [
      'profile edit --valid-days 730',
      'profile edit --address /ip4/203.0.113.7/tcp/4710 --draft next.draft',
    ],
    load: async () => (await import('./profile-edit.ts')).profileEdit,
  },
  {
    name: 'profile sign',
    audience,
    summary: 'signs a draft with the State key; needs no node, so that the key can stay off line',
    arguments: [{ name: 'DRAFT', summary: 'what the node has written with --draft' }],
    options: [
      ...STATE_KEY,
      {
        name: 'output',
        value: 'FILE',
        summary: 'where to write the signed profile',
        default: 'DRAFT.signed',
      },
    ],
    examples: ['profile sign next.draft --state-key /media/key/gd.key --output next.profile'],
    load: async () => (await import('./profile-sign.ts')).profileSign,
  },
  {
    name: 'profile publish',
    audience,
    summary: 'makes a signed profile the one of this node, and tells partners',
    arguments: [{ name: 'FILE', summary: 'what comity profile sign has written' }],
    options: [
      { name: 'force', summary: 'changes the node key though not all partners have said that they know it' },
      { name: 'lost', summary: 'the former State key is lost: every partner has to pin the new one' },
    ],
    examples: ['profile publish next.profile'],
    load: async () => (await import('./profile-publish.ts')).profilePublish,
  },
  {
    name: 'profile verify',
    audience,
    summary: 'verifies a profile, or a proof that a State contradicts itself; needs no node',
    arguments: [{ name: 'FILE', summary: 'a profile, or a proof from comity partner proof' }],
    options: [
      { name: 'fingerprint', value: 'FINGERPRINT', summary: 'the State key that it has to be under' },
    ],
    examples: ['profile verify jm.profile', 'profile verify jm.proof --fingerprint 7K4Q-2M9T-…'],
    load: async () => (await import('./profile-verify.ts')).profileVerify,
  },
  {
    name: 'key list',
    audience,
    summary: 'the keys of this node: in use, retired, revoked, and who knows the next node key',
    examples: ['key list', 'key list --json'],
    load: async () => (await import('./key-list.ts')).keyList,
  },
  {
    name: 'key rotate',
    audience,
    summary: 'puts a new key in the place of one; what the old one has signed stays good',
    arguments: [
      { name: 'USE', summary: 'authority, receipt, record or node' },
      { name: 'DESK', summary: 'whose authority key it is', optional: true },
    ],
    options: [
      { name: 'complete', summary: 'node: the announced key takes the place of the present one' },
      { name: 'force', summary: 'node: does so though not all partners have said that they know it' },
      ...SIGNING,
    ],
    examples: [
      'key rotate authority central',
      'key rotate node',
      'key rotate node --complete',
      'key rotate node --complete --force --after gd.profile',
    ],
    load: async () => (await import('./key-rotate.ts')).keyRotate,
  },
  {
    name: 'key revoke',
    audience,
    summary: 'a key is in other hands: nothing new by it is believed, and a new one takes its place',
    arguments: [{ name: 'KEY', summary: 'id of the key, or its beginning, as comity key list shows it' }],
    options: SIGNING,
    examples: ['key revoke 3f9a17c2'],
    load: async () => (await import('./key-revoke.ts')).keyRevoke,
  },
  {
    name: 'state-key rotate',
    audience,
    summary: 'makes a new State key, to which the old one hands over; partners follow by themselves',
    arguments: [{ name: 'FILE', summary: 'where to put the new key; it must not be there yet' }],
    options: [
      ...STATE_KEY,
      {
        name: 'new-passphrase-file',
        value: 'FILE',
        summary: 'reads the passphrase of the new key from a file',
        default: 'a question on the terminal',
      },
      { name: 'lost', summary: 'the old key is lost: every partner has to pin the new one' },
      { name: 'draft', value: 'FILE', summary: 'signs this draft, without a node, where the State key is' },
      {
        name: 'output',
        value: 'FILE',
        summary: 'where to write the signed profile',
        default: 'DRAFT.signed',
      },
    ],
    examples: [
      'state-key rotate gd-2027.key --state-key gd.key',
      'state-key rotate gd-2027.key --state-key gd.key --draft next.draft --output next.profile',
    ],
    load: async () => (await import('./state-key-rotate.ts')).stateKeyRotate,
  },
  {
    name: 'partner suspend',
    audience,
    summary: 'lets a partner in no more and sends it nothing, until it is resumed; nothing is lost',
    arguments: [STATE],
    examples: ['partner suspend JM'],
    load: async () => (await import('./partner-suspend.ts')).partnerSuspend,
  },
  {
    name: 'partner resume',
    audience,
    summary: 'lets a suspended partner in again; what waited goes out',
    arguments: [STATE],
    examples: ['partner resume JM'],
    load: async () => (await import('./partner-suspend.ts')).partnerResume,
  },
  {
    name: 'partner acknowledge',
    audience,
    summary:
      'says that you know how a partner contradicts itself: the alarm ends, and the record has who knew',
    arguments: [STATE],
    examples: ['partner acknowledge JM'],
    load: async () => (await import('./partner-acknowledge.ts')).partnerAcknowledge,
  },
  {
    name: 'partner remove',
    audience,
    summary: 'forgets a candidate, or a partner with whom nothing was exchanged; it may be introduced again',
    arguments: [STATE],
    options: [
      {
        name: 'fingerprint',
        value: 'FINGERPRINT',
        summary: 'of one candidate, where several claim the code; without it all are removed',
      },
    ],
    examples: ['partner remove XX'],
    load: async () => (await import('./partner-remove.ts')).partnerRemove,
  },
  {
    name: 'partner repin',
    audience,
    summary: 'believes another State key, where the old one was lost; both stay on file',
    arguments: [STATE],
    options: [
      {
        name: 'fingerprint',
        value: 'FINGERPRINT',
        summary: 'of the new key, as the partner has read it out',
      },
    ],
    examples: ['partner repin JM --fingerprint 7K4Q-2M9T-…'],
    load: async () => (await import('./partner-approve.ts')).partnerRepin,
  },
  {
    name: 'partner export',
    audience,
    summary: 'writes the profile of a partner that is on file here, for its operator after a restore',
    arguments: [STATE, { name: 'FILE', summary: 'where to write it' }],
    examples: ['partner export JM jm.profile'],
    load: async () => (await import('./profile-export.ts')).partnerExport,
  },
  {
    name: 'partner proof',
    audience,
    summary: 'writes the proof that a partner has signed two profiles of one version',
    arguments: [STATE, { name: 'FILE', summary: 'where to write it' }],
    examples: ['partner proof JM jm.proof'],
    load: async () => (await import('./partner-proof.ts')).partnerProof,
  },
];

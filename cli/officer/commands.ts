import type { ArgumentSpec, CommandSpec, OptionSpec } from '../command.ts';
import { LIST_OPTIONS } from './list-options.ts';

const audience = 'officer' as const;
const REF: ArgumentSpec = {
  name: 'REF',
  summary: 'reference of a case, GD/2026/7K4Q-2M9T, or any unique shorter form: 7K4Q',
};

const FILE: OptionSpec = {
  name: 'file',
  value: 'FILE.yaml',
  summary: 'the filled form; - reads it from standard input',
};
const FIELD: OptionSpec = {
  name: 'field',
  value: 'k=v',
  many: true,
  also: /^[A-Za-z][\w.[\]]*=/,
  summary: 'sets one field of the form, items.0.question="Which account?"; several may follow',
};

/** What every signed act takes. */
const ACT_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'wait',
    value: 'SECONDS',
    impliedValue: '60',
    unit: 'seconds',
    summary: "waits until the partner's node has it, and ends with code 5 if it has not by then",
    default: 'it does not wait: what is queued is stored and will be delivered',
  },
  { name: 'check', summary: 'says what is wrong or worth knowing, and sends nothing' },
  { name: 'template', summary: 'prints a commented form with every field, and sends nothing' },
  {
    name: 'acknowledge',
    value: 'CODE',
    many: true,
    summary: 'goes on in spite of a warning that must be read; its code stands beside it',
  },
  {
    name: 'quote',
    value: 'REF/ITEM',
    many: true,
    summary: 'quotes an item of another case with the same partner, with its signatures and its receipt',
  },
  { name: 'language', value: 'CODE', summary: 'language of what is written', default: 'en' },
  { name: 'desk', value: 'DESK', summary: 'desk that it comes from, where more than one would do' },
  { name: 'exercise', summary: 'marks the case as an exercise: nothing in it is real' },
];

/** What the opening of a case takes besides. */
const OPENING_OPTIONS: readonly OptionSpec[] = [
  { name: 'to', value: 'STATE', summary: 'code of the partner' },
  FILE,
  FIELD,
  {
    name: 'urgency',
    value: 'URGENCY',
    choices: ['routine', 'urgent', 'emergency'],
    summary: 'how it travels and how soon it rings',
    default: 'routine',
  },
  { name: 'to-desk', value: 'DESK', summary: 'desk that it goes to, where more than one would do' },
  { name: 'scope', value: 'REGION', summary: 'special region of the partner that it is about' },
  { name: 'own-reference', value: 'TEXT', summary: "the office's own file number" },
  ...ACT_OPTIONS,
];

/** Commands of those who ask and answer. */
export const OFFICER_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'enrol',
    audience,
    summary: "makes the officer's key and prints its fingerprint, which an operator admits",
    examples: ['enrol', 'enrol --officer ~/comity-gd --passphrase-file pass.txt'],
    load: async () => (await import('./enrol.ts')).enrol,
  },
  {
    name: 'login',
    audience,
    summary: 'proves that you hold your key, and opens a session of 12 hours that reads',
    examples: ['login', 'login --home /var/lib/comity'],
    load: async () => (await import('./login.ts')).login,
  },
  {
    name: 'logout',
    audience,
    summary: 'ends the session',
    examples: ['logout'],
    load: async () => (await import('./logout.ts')).logout,
  },
  {
    name: 'whoami',
    audience,
    summary: 'who you are here: roles, desks, until when',
    examples: ['whoami'],
    load: async () => (await import('./whoami.ts')).whoami,
  },
  {
    name: 'kinds',
    audience,
    summary: 'what can be asked for, and under which article',
    options: [{ name: 'catalogue', summary: 'lists the offences that have a code, for the field offences' }],
    examples: ['kinds', 'kinds --catalogue'],
    load: async () => (await import('./kinds.ts')).kinds,
  },
  {
    name: 'kinds show',
    audience,
    summary: 'one kind: contents, grounds of refusal, periods, each with its paragraph',
    arguments: [{ name: 'KIND', summary: 'such as mla.general; comity kinds lists them' }],
    examples: ['kinds show mla.general'],
    load: async () => (await import('./kinds-show.ts')).kindsShow,
  },
  {
    name: 'convention',
    audience,
    summary: 'a paragraph in our words, and where the text has a slip',
    arguments: [{ name: 'PARAGRAPH', summary: 'such as MLA-24' }],
    examples: ['convention MLA-24'],
    load: async () => (await import('./convention.ts')).convention,
  },
  {
    name: 'request',
    audience,
    summary: 'opens a case; without --file on a terminal it asks for the fields one by one',
    arguments: [{ name: 'KIND', summary: 'such as mla.general; comity kinds lists them' }],
    options: [
      ...OPENING_OPTIONS,
      { name: 'oral', summary: 'the request was spoken, and this notes it; it must be confirmed in writing' },
    ],
    examples: [
      'request mla.general --template > bank-records.yaml',
      'request mla.general --to JM --file bank-records.yaml --check',
      'request mla.general --to JM --file bank-records.yaml --wait',
    ],
    load: async () => (await import('./request.ts')).request,
  },
  {
    name: 'inform',
    audience,
    summary: 'sends information that nobody has asked for (short for request info.spontaneous)',
    options: OPENING_OPTIONS,
    examples: ['inform --template > tip.yaml', 'inform --to TT --file tip.yaml'],
    load: async () => (await import('./inform.ts')).inform,
  },
  {
    name: 'reply',
    audience,
    summary: 'what may be said in a case now, by this side; with a verb, says it',
    arguments: [REF, { name: 'VERB', optional: true, summary: 'such as acknowledge, info-request, accept' }],
    options: [
      FILE,
      FIELD,
      ...ACT_OPTIONS,
      { name: 'anyway', summary: 'goes by the case as it is now, though it has changed since you looked' },
    ],
    examples: [
      'reply 7K4Q',
      'reply 7K4Q acknowledge --wait',
      'reply 7K4Q info-request --template > question.yaml',
      'reply 7K4Q info-request --file question.yaml',
    ],
    load: async () => (await import('./reply.ts')).reply,
  },
  {
    name: 'drafts',
    audience,
    summary: 'acts that were prepared and not sent',
    examples: ['drafts'],
    load: async () => (await import('./drafts.ts')).drafts,
  },
  {
    name: 'inbox',
    audience,
    summary: 'what partners have sent, most urgent first',
    options: LIST_OPTIONS,
    examples: ['inbox', 'inbox --partner JM --open'],
    load: async () => (await import('./inbox.ts')).inbox,
  },
  {
    name: 'outbox',
    audience,
    summary: 'what was sent, and how far it has come',
    options: LIST_OPTIONS,
    examples: ['outbox'],
    load: async () => (await import('./outbox.ts')).outbox,
  },
  {
    name: 'cases',
    audience,
    summary: 'your cases, most urgent first',
    options: LIST_OPTIONS,
    examples: ['cases --open', 'cases --status executing --due 2026-12-24', 'cases --search "AG 17/26"'],
    load: async () => (await import('./cases.ts')).cases,
  },
  {
    name: 'case show',
    audience,
    summary: 'the case as it stands: whose turn, what is due and by which paragraph, conditions in force',
    arguments: [REF],
    examples: ['case show GD/2026/7K4Q-2M9T', 'case show 7K4Q'],
    load: async () => (await import('./case-show.ts')).caseShow,
  },
  {
    name: 'case timeline',
    audience,
    summary: 'the items of a case in order, each with its evidence',
    arguments: [REF],
    examples: ['case timeline 7K4Q'],
    load: async () => (await import('./case-timeline.ts')).caseTimeline,
  },
  {
    name: 'case read',
    audience,
    summary: 'opens what was written: the unread items of the other side, or one that is named',
    arguments: [
      REF,
      { name: 'ITEM', optional: true, summary: 'beginning of its id, as the timeline shows it' },
    ],
    examples: ['case read 7K4Q', 'case read 7K4Q 3f9a'],
    load: async () => (await import('./case-read.ts')).caseRead,
  },
  {
    name: 'watch',
    audience,
    summary: 'what happens, live, until Ctrl-C',
    examples: ['watch', 'watch --json'],
    load: async () => (await import('./watch.ts')).watch,
  },
];

import { CARICOM } from '../../protocol/convention/caricom/caricom.ts';
import type {
  FieldSpec,
  Instrument,
  KindSpec,
  Status,
  VerbSpec,
} from '../../protocol/convention/instrument.ts';

const LIVE: readonly Status[] = ['received', 'in_review', 'executing'];

const verb = (
  name: string,
  spec: Partial<VerbSpec> & Pick<VerbSpec, 'sender' | 'paragraph' | 'from'>,
): VerbSpec => ({
  verb: name,
  title: { en: name.toLowerCase() },
  opening: false,
  content: [],
  duties: [],
  discharges: [],
  guards: [],
  caveats: [],
  ...spec,
});

const date = (name: string): FieldSpec => ({
  name,
  type: 'date',
  part: 'act',
  required: true,
  paragraph: 'A16-2',
  label: { en: name },
  help: { en: '' },
});

const VERBS: readonly VerbSpec[] = [
  verb('REQUEST', {
    ...{ paragraph: 'A29-2', sender: 'requesting', opening: true, from: ['intake_rejected'], to: 'received' },
    effects: ['open'],
    duties: [{ timer: 'T-ANSWER', paragraph: 'A29-3', debtor: 'requested' }],
  }),
  verb('KEPT', {
    ...{ paragraph: 'A29-7', sender: 'requested', from: LIVE },
    countsAs: [{ verb: 'GRANT' }],
    content: [date('since'), date('until')],
    discharges: ['T-ANSWER'],
    checks: [
      {
        check: 'kept-too-short',
        level: 'BLOCK',
        paragraph: 'A29-7',
        when: { not: { days: { from: { field: 'since' }, to: { field: 'until' }, atLeast: 60 } } },
        says: {
          en: 'From {since} to {until} is less than sixty days: keep the data longer.',
          fr: 'Du {since} au {until}, cela fait moins de soixante jours : conservez plus longtemps.',
        },
        instead: ['REFUSE'],
      },
    ],
  }),
  verb('GRANT', {
    ...{ paragraph: 'A29-3', sender: 'requested', from: LIVE, to: 'executing', effects: ['grant'] },
    discharges: ['T-ANSWER'],
  }),
  verb('RISK', { paragraph: 'A29-6', sender: 'requested', from: LIVE }),
  verb('GO_ON', { paragraph: 'A29-6', sender: 'requesting', from: LIVE }),
  verb('LINK', {
    ...{ paragraph: 'A29-7', sender: 'either', from: [...LIVE, 'executed'], effects: ['link'] },
  }),
  verb('END', {
    ...{ paragraph: 'A29-7', sender: 'requested', from: LIVE, to: { by: { executing: 'executed' } } },
    checks: [
      {
        check: 'held-for-request',
        level: 'BLOCK',
        paragraph: 'A29-7',
        when: { phase: ['held'] },
        says: { en: 'The request that follows is not decided.', fr: 'La demande qui suit est en cours.' },
      },
    ],
  }),
  verb('REFUSE', {
    ...{ paragraph: 'A29-5', sender: 'requested', from: LIVE, to: { whole: 'refused' }, effects: ['refuse'] },
    guards: ['ground-allowed'],
    discharges: ['T-ANSWER'],
  }),
  verb('DONE', {
    ...{ paragraph: 'A29-7', sender: 'either', from: ['executed', 'refused'], effects: ['close'] },
  }),
];

const KEEP: KindSpec = {
  kind: 'a29.keep',
  title: { en: 'keeping of data' },
  articles: ['A29'],
  opensWith: 'REQUEST',
  unsolicited: false,
  routes: [
    { from: ['POC'], to: ['POC'], paragraph: 'A35-1' },
    {
      ...{ from: ['CA'], to: ['JUD'], paragraph: 'A27-9' },
      onlyIf: {
        all: [{ urgency: ['emergency'] }, { declares: { by: 'other', field: 'direct', equals: true } }],
      },
      copies: ['CA'],
    },
  ],
  regimes: ['article_only'],
  content: [],
  grounds: [
    { code: 'G-DC', paragraph: 'A29-4', consultFirst: false, reasons: 'none', onlyIf: declaresReservation() },
    { code: 'G-ORDRE', paragraph: 'A29-5', consultFirst: false, reasons: 'none' },
  ],
  groundsClosed: true,
  closedBy: 'A29-5',
  forbidden: [],
  dualCriminality: 'none',
  postpone: { allowed: false, consultFirst: false },
  intakeReasons: [],
  timers: ['T-ANSWER'],
  verbs: VERBS.map(({ verb: name }) => name),
  overlay: 'keeping',
  automaticCaveats: [],
  paragraphsUnder: { 'A29-7': { regimes: ['article_only'], otherwise: 'WARN' } },
  checks: {
    REQUEST: [
      {
        check: 'exercise-only',
        level: 'BLOCK',
        paragraph: 'A29-2',
        when: { field: 'purpose', equals: 'fishing' },
        says: { en: 'Say what the data are for.', fr: 'Dites à quoi servent les données.' },
      },
    ],
  },
  drafting: [
    {
      check: 'reservation-ahead',
      level: 'WARN',
      paragraph: 'A29-4',
      when: { all: [{ not: { given: 'offence' } }, { declares: { by: 'other', field: 'reservation' } }] },
      says: { en: 'They may ask for dual criminality.', fr: 'La double incrimination peut être exigée.' },
    },
  ],
};

function declaresReservation() {
  return { declares: { by: 'requested' as const, field: 'reservation', equals: true } };
}

/** Another treaty as data alone: data are kept for sixty days, by other articles, with verbs of its own. */
export const OTHER_TREATY: Instrument = {
  ...CARICOM,
  id: 'other-treaty',
  version: '1',
  kinds: { 'a29.keep': KEEP },
  verbs: Object.fromEntries(VERBS.map((spec) => [spec.verb, spec])),
  grounds: {
    'G-DC': { code: 'G-DC', paragraph: 'A29-4', title: { en: 'no dual criminality' }, mustCarry: [] },
    'G-ORDRE': { code: 'G-ORDRE', paragraph: 'A29-5', title: { en: 'ordre public' }, mustCarry: [] },
  },
  forbiddenGrounds: {},
  timers: {
    'T-ANSWER': {
      ...{ timer: 'T-ANSWER', paragraph: 'A29-3', title: { en: 'Answer' }, anchor: 'created' },
      period: { routine: { amount: 3, unit: 'days' } },
      ...{ bound: 'default', remindBeforeDays: [], pausedBy: [] },
    },
  },
  dialogs: {},
  caveats: {},
  paragraphs: {},
  crossings: [
    {
      ...{ first: 'END', second: 'LINK', result: 'voids_first', paragraph: 'A29-7', receivedBefore: true },
      when: { quotes: { verb: ['REQUEST'], kind: ['mla.general'], receipt: true } },
    },
  ],
  overlays: {
    keeping: {
      initial: 'asked',
      phases: {
        asked: { title: { en: 'asked for', fr: 'demandée' } },
        kept: { title: { en: 'kept', fr: 'conservées' } },
        risk: { title: { en: 'at risk', fr: 'en danger' } },
        held: { title: { en: 'held for a request', fr: 'retenues pour une demande' } },
        ended: { title: { en: 'ended', fr: 'terminée' } },
      },
      steps: [
        { from: ['asked', 'kept'], verb: 'KEPT', to: 'kept' },
        { from: ['asked', 'kept'], verb: 'RISK', to: 'risk' },
        { from: ['risk'], verb: 'GO_ON', to: { back: true } },
        {
          ...{ from: ['kept'], verb: 'LINK', to: 'held' },
          when: { quotes: { verb: ['REQUEST'], kind: ['mla.general'], receipt: true } },
        },
        { from: ['kept', 'risk', 'held'], verb: 'END', to: 'ended' },
      ],
    },
  },
};

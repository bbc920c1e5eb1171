import type { CheckSpec, KindSpec } from '../../instrument.ts';
import { extraditionContent, inventory, refusedCase, sentence } from '../fields/extradition.ts';
import { field, words } from '../fields/field.ts';
import {
  QUOTES_NATIONALITY,
  QUOTES_REFUSAL,
  QUOTES_REFUSED_NATIONAL,
  QUOTES_REQUEST_FOR_TRIAL,
  QUOTES_SURRENDER,
} from '../follow-up.ts';
import { EXT_REFUSAL_GUARDS, EXT_ROUTES } from './ext-extradition.ts';
import { BASE_VERBS, CONSULT_VERBS } from './verb-sets.ts';

const unquoted = (check: string, paragraph: string): CheckSpec => ({
  check,
  level: 'WARN',
  paragraph,
  when: { not: QUOTES_REFUSAL },
  says: words(
    'Quote the refusal of the extradition: without it nobody can see from this case that the duty arose.',
    'Citer le refus de l’extradition : sans lui, cette affaire ne montre pas que le devoir est né.',
  ),
});

const PROSECUTE: readonly CheckSpec[] = [
  unquoted('refusal-not-quoted', 'EXT-11'),
  {
    check: 'refused-otherwise',
    level: 'BLOCK',
    paragraph: 'EXT-11',
    when: { all: [QUOTES_REFUSAL, { not: QUOTES_REFUSED_NATIONAL }] },
    says: words(
      'The refusal that you quote rests on another ground than nationality alone. The duty to prosecute does not arise.',
      'Le refus cité ne repose pas sur la seule nationalité. Le devoir de poursuivre ne naît pas.',
    ),
    instead: ['proc.transfer'],
  },
  {
    check: 'surrendered-after-all',
    level: 'BLOCK',
    paragraph: 'EXT-12',
    when: QUOTES_SURRENDER,
    says: words(
      'The person was surrendered: the duty to prosecute is discharged.',
      'La personne a été remise : le devoir de poursuivre est éteint.',
    ),
  },
];

const SERIOUSLY: CheckSpec = {
  check: 'not-as-serious-offence',
  level: 'BLOCK',
  paragraph: 'EXT-11',
  when: { not: { field: 'as_serious_offence', equals: true } },
  says: words(
    'It is to be handled like every other serious offence of your law. See to it, then say so.',
    'Elle doit être traitée comme toute infraction grave de votre droit. Y veiller, puis le dire.',
  ),
};

/** Only what the kind answers with ends it: there is nothing to grant, refuse or furnish. */
const FORMAL = BASE_VERBS.filter(
  (name) => !['ACCEPT', 'REFUSE', 'PARTIAL_RESULT', 'RESULT', 'RESULT_RECEIPT'].includes(name),
);

/** EXT-11: the person is a national, so the case is put before the prosecutor there. */
export const EXT_PROSECUTE_INSTEAD: KindSpec = {
  kind: 'ext.prosecute_instead',
  title: words('Prosecution instead of extradition', 'Poursuites au lieu de l’extradition'),
  articles: ['EXT-11', 'EXT-12', 'EXT-14'],
  opensWith: 'REQUEST',
  unsolicited: false,
  routes: EXT_ROUTES,
  regimes: ['article_only'],
  content: extraditionContent([refusedCase('EXT-11'), inventory('EXT-11')]),
  grounds: [],
  groundsClosed: true,
  closedBy: 'EXT-11',
  forbidden: ['X-UNLISTED'],
  dualCriminality: 'none',
  postpone: { allowed: false, consultFirst: false },
  intakeReasons: ['authenticity'],
  timers: ['T-ACK', 'T-EXT-PROSECUTE', 'T-EXT-OUTCOME', 'T-STATUS-REPLY', 'T-INFO-REPLY', 'T-CONSULT'],
  verbs: [
    'REQUEST',
    ...FORMAL,
    ...CONSULT_VERBS.filter((name) => !name.startsWith('CONDITIONS_')),
    'PROSECUTION_SUBMITTED',
    'PROSECUTION_OUTCOME',
  ],
  overlay: 'prosecution',
  automaticCaveats: [],
  variations: {
    REQUEST: {
      duties: [
        { timer: 'T-ACK', paragraph: 'EXT-11', debtor: 'requested' },
        { timer: 'T-EXT-PROSECUTE', paragraph: 'EXT-11', debtor: 'requested' },
      ],
    },
  },
  paragraphsUnder: {},
  checks: { REQUEST: PROSECUTE, PROSECUTION_SUBMITTED: [SERIOUSLY] },
};

const ENFORCE: readonly CheckSpec[] = [
  unquoted('national-not-quoted', 'EXT-13'),
  {
    check: 'no-national-refused',
    level: 'BLOCK',
    paragraph: 'EXT-13',
    when: { all: [QUOTES_REFUSAL, { not: QUOTES_NATIONALITY }] },
    says: words(
      'Nationality is not among the grounds of the refusal that you quote.',
      'La nationalité n’est pas parmi les motifs du refus cité.',
    ),
  },
  {
    check: 'extradition-for-trial',
    level: 'BLOCK',
    paragraph: 'EXT-13',
    when: QUOTES_REQUEST_FOR_TRIAL,
    says: words(
      'That extradition was sought for trial: there is no sentence to enforce. Ask for prosecution.',
      'Cette extradition visait un jugement : il n’y a pas de peine à exécuter. Demander des poursuites.',
    ),
    instead: ['ext.prosecute_instead'],
  },
];

/** EXT-13: the person is a national, so the sentence may be enforced there. */
export const EXT_ENFORCE_SENTENCE: KindSpec = {
  kind: 'ext.enforce_sentence',
  title: words('Enforcement of the sentence instead', 'Exécution de la peine au lieu de l’extradition'),
  articles: ['EXT-13'],
  opensWith: 'REQUEST',
  unsolicited: false,
  routes: EXT_ROUTES,
  regimes: ['domestic_conditions'],
  content: extraditionContent([
    refusedCase('EXT-13'),
    ...sentence,
    field('person_consent', 'choice', 'EXT-13', {
      choices: [
        { code: 'given', label: words('given', 'donné') },
        { code: 'refused', label: words('refused', 'refusé') },
        { code: 'not_asked', label: words('not asked', 'non demandé') },
      ],
      en: ['Consent', 'What the person says to it, if your law asks.'],
      fr: ['Consentement', 'Ce qu’en dit la personne, si votre droit l’exige.'],
      example: 'not_asked',
    }),
  ]),
  grounds: [{ code: 'G-NOT-PERMITTED', paragraph: 'EXT-13', consultFirst: false, reasons: 'ack' }],
  groundsClosed: false,
  forbidden: [],
  dualCriminality: 'domestic',
  postpone: { allowed: false, consultFirst: false },
  intakeReasons: ['security_level', 'authenticity', 'not_party'],
  timers: ['T-ACK', 'T-EXECUTE', 'T-STATUS-REPLY', 'T-INFO-REPLY', 'T-CONSULT'],
  verbs: [
    'REQUEST',
    ...FORMAL,
    'REFUSE',
    'RECONSIDER',
    ...CONSULT_VERBS.filter((name) => !name.startsWith('CONDITIONS_')),
    'SENTENCE_DECISION',
  ],
  overlay: 'enforcement',
  automaticCaveats: [],
  variations: {
    REQUEST: {
      duties: [
        { timer: 'T-ACK', paragraph: 'EXT-13', debtor: 'requested' },
        { timer: 'T-EXECUTE', paragraph: 'EXT-13', debtor: 'requested' },
      ],
    },
    REFUSE: { guards: EXT_REFUSAL_GUARDS },
  },
  paragraphsUnder: {},
  checks: { REQUEST: ENFORCE },
};

import type { CheckSpec, KindSpec, Predicate } from '../../instrument.ts';
import { choice, entryId, field, words } from '../fields/field.ts';
import { offences } from '../fields/offences.ts';
import { ownReference } from '../fields/proceeding.ts';
import { contact, links, translations } from '../fields/relations.ts';
import { BASE_VERBS, CONSULT_VERBS } from './verb-sets.ts';

const MEASURES = [
  choice('technical_advice', 'technical advice', 'conseil technique', { paragraph: 'N247-1a' }),
  choice('evidence', 'collection of evidence', 'recueil de preuves', { paragraph: 'N247-1c' }),
  choice('legal_information', 'legal information', 'informations juridiques', { paragraph: 'N247-1c' }),
  choice('locate_suspect', 'locating of suspects', 'localisation de suspects', { paragraph: 'N247-1c' }),
];

const measures = field('measures', 'list', 'N247-1', {
  required: true,
  countMin: 1,
  countMax: 20,
  en: ['Help', 'What you need at once. Each entry is decided and answered by itself.'],
  fr: [
    'Aide',
    'Ce qu’il vous faut aussitôt. Chaque entrée fait l’objet d’une décision et d’une réponse propres.',
  ],
  fields: [
    entryId('m'),
    field('code', 'choice', 'N247-1', {
      required: true,
      choices: MEASURES,
      en: ['Kind', 'The kind of help.'],
      fr: ['Type', 'Le type d’aide.'],
      example: 'technical_advice',
    }),
    field('question', 'text', 'N247-1', {
      required: true,
      textMax: 10_000,
      en: ['Question', 'What you need to know or to have done.'],
      fr: ['Question', 'Ce qu’il vous faut savoir ou faire faire.'],
      example: words(
        'Which of your providers runs the address 198.51.100.7, and how long does it keep its logs?',
        'Quel fournisseur exploite l’adresse 198.51.100.7, et combien de temps garde-t-il ses journaux ?',
      ),
    }),
    field('system', 'text', 'N247-1a', {
      textMax: 2000,
      appliesWhen: { whenField: { field: 'code', values: ['technical_advice', 'evidence'] } },
      en: ['System', 'The system, service or address that it is about.'],
      fr: ['Système', 'Le système, le service ou l’adresse en question.'],
      example: words(
        'Mail server of the hospital, attacked at 02:40',
        'Serveur de l’hôpital, attaqué à 2 h 40',
      ),
    }),
  ],
});

/** N247-1: what the desk may only facilitate is passed on, not carried out. */
const facilitatesOnly = (code: string): Predicate => ({
  all: [
    { field: 'how', equals: 'carried_out' },
    { opening: { some: { list: 'measures', where: { field: 'code', equals: code } } } },
    {
      not: { declares: { by: 'requested', field: 'contact_24_7.may_carry_out_directly', equals: code } },
    },
  ],
});

const DIRECTLY: CheckSpec = {
  check: 'may-only-facilitate',
  level: 'BLOCK',
  paragraph: 'N247-1',
  when: { any: MEASURES.map(({ code }) => facilitatesOnly(code)) },
  says: words(
    'By your own profile the 24/7 contact does not carry this out itself. Pass it on to the authority that does, and say so (`how: facilitated`).',
    'D’après votre profil, le point de contact 24/7 ne l’exécute pas lui-même. Le transmettre à l’autorité compétente, et l’indiquer (`how: facilitated`).',
  ),
  instead: ['FORWARD_NOTICE'],
};

const how = field('how', 'choice', 'N247-1', {
  prominent: true,
  choices: [
    choice('facilitated', 'facilitated', 'facilité'),
    choice('carried_out', 'carried out by this desk', 'exécuté par ce service'),
  ],
  en: ['How', 'Whether your desk facilitates it, or carries it out itself where your law permits.'],
  fr: ['Comment', 'Si votre service le facilite, ou l’exécute lui-même lorsque votre droit le permet.'],
  example: 'facilitated',
});

/** N247: immediate help between the 24/7 contacts, for any criminal offence with electronic evidence. */
export const N247_ASSIST: KindSpec = {
  kind: 'n247.assist',
  title: words('Immediate help of the 24/7 contact', 'Aide immédiate du point de contact 24/7'),
  articles: ['N247-1', 'N247-1a', 'N247-1c', 'N247-2'],
  opensWith: 'REQUEST',
  unsolicited: false,
  routes: [{ from: ['POC'], to: ['POC'], paragraph: 'N247-1' }],
  regimes: ['article_only'],
  content: [
    ownReference,
    contact,
    measures,
    {
      ...offences,
      paragraph: 'N247-1',
      required: false,
      rules: [],
      help: words(
        'The offences, if you can say. Any criminal matter will do.',
        'Les infractions, si vous pouvez le dire. Toute affaire pénale convient.',
      ),
    },
    links,
    translations,
  ],
  grounds: [{ code: 'G-NOT-PERMITTED', paragraph: 'N247-1', consultFirst: false, reasons: 'none' }],
  groundsClosed: false,
  forbidden: [],
  dualCriminality: 'none',
  postpone: { allowed: false, consultFirst: false },
  intakeReasons: ['security_level', 'authenticity', 'not_party'],
  timers: [
    'T-ORAL-CONFIRM',
    'T-DUTY-ACK',
    'T-N247-FIRST',
    'T-STATUS-REPLY',
    'T-INFO-REPLY',
    'T-CONSULT',
    'T-INTRA-STATE',
  ],
  verbs: ['REQUEST', ...BASE_VERBS, ...CONSULT_VERBS, 'RECONSIDER'],
  automaticCaveats: [],
  variations: {
    ACCEPT: { content: [how] },
    PARTIAL_RESULT: { content: [how] },
    RESULT: { content: [how] },
  },
  paragraphsUnder: {},
  checks: { ACCEPT: [DIRECTLY], PARTIAL_RESULT: [DIRECTLY], RESULT: [DIRECTLY] },
  drafting: [
    {
      check: 'profile-may-answer',
      level: 'HELP',
      paragraph: 'N247-1c',
      when: { some: { list: 'measures', where: { field: 'code', equals: 'legal_information' } } },
      says: words(
        'The other State’s profile may hold the answer already: penalties, offences, conditions. Look there first.',
        'Le profil de l’autre État contient peut-être déjà la réponse : peines, infractions, conditions. Le consulter d’abord.',
      ),
    },
  ],
};

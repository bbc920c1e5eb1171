import type { CheckSpec, KindSpec, Predicate } from '../../instrument.ts';
import { words } from '../fields/field.ts';

const EMLA_FIRST: Predicate = {
  declares: { by: 'requested', field: 'emergency_production.emla_first', equals: true },
};

const GIVING: readonly CheckSpec[] = [
  {
    check: 'emergency-request-not-there',
    level: 'ACK',
    paragraph: 'EPROD-2',
    when: {
      any: [{ phase: ['awaiting_emla'] }, { all: [EMLA_FIRST, { not: { linked: ['emla_for_eprod'] } }] }],
    },
    says: words(
      'Your State reserved the right to wait for an emergency request, and none is linked yet. Say that it is not used in this case, or wait.',
      'Votre État s’est réservé d’attendre une demande d’urgence, et aucune n’est encore liée. Dire que ce droit n’est pas exercé ici, ou attendre.',
    ),
    instead: ['AWAIT_EMLA'],
  },
  {
    check: 'provider-times-missing',
    level: 'WARN',
    paragraph: 'EPROD-4',
    when: {
      all: [
        { not: { field: 'times_unknown', equals: true } },
        { not: { all: [{ given: 'provider_asked_at' }, { given: 'provider_answered_at' }] } },
      ],
    },
    says: words(
      'Say when the provider was asked and when it answered, or that it is not known (`times_unknown: yes`).',
      'Indiquer quand le fournisseur a été saisi et a répondu, ou que ce n’est pas connu (`times_unknown: oui`).',
    ),
  },
  {
    check: 'data-without-digest',
    level: 'WARN',
    paragraph: 'EPROD-4c',
    when: {
      some: {
        list: 'objects',
        where: { all: [{ field: 'class', equals: 'data' }, { not: { given: 'digest' } }] },
      },
    },
    says: words(
      'Some data have no digest: nobody can check that they are what the provider gave. Fill it in, with who held them since (`custody`).',
      'Des données sont sans empreinte : nul ne peut vérifier qu’elles sont celles du fournisseur. L’indiquer, avec qui les a détenues (`custody`).',
    ),
  },
];

/** What EPROD asks of acts. */
export const PRODUCTION_CHECKS: NonNullable<KindSpec['checks']> = {
  REQUEST: [
    {
      check: 'production-not-urgent',
      level: 'BLOCK',
      paragraph: 'EPROD-1',
      when: { not: { urgency: ['emergency'] } },
      says: words(
        'This kind is for emergencies: send it with the urgency `emergency`, or ask for data.stored_access.',
        'Ce type est réservé aux urgences : l’envoyer avec l’urgence `emergency`, ou demander data.stored_access.',
      ),
      instead: ['data.stored_access'],
    },
    {
      check: 'issued-in-the-future',
      level: 'BLOCK',
      paragraph: 'EPROD-5a',
      when: { days: { from: 'act', to: { field: 'issued_on' }, atLeast: 1 } },
      says: words(
        'The request is dated {issued_on}, which is still to come. Give the day on which it was issued.',
        'La demande est datée du {issued_on}, qui est à venir. Indiquer le jour de son émission.',
      ),
    },
  ],
  REFUSE: [
    {
      check: 'determination-without-text',
      level: 'BLOCK',
      paragraph: 'EPROD-8',
      when: {
        not: {
          some: { list: 'grounds', where: { any: [{ given: 'reasons' }, { given: 'explanation' }] } },
        },
      },
      says: words(
        'Tell what you have determined and why (`reasons`), and what you can offer instead (`offered_kinds`).',
        'Dire ce que vous avez décidé et pourquoi (`reasons`), et ce que vous pouvez offrir à la place (`offered_kinds`).',
      ),
    },
  ],
  PARTIAL_RESULT: GIVING,
  RESULT: GIVING,
  CLOSE: [
    {
      check: 'resubmission-owed',
      level: 'ACK',
      paragraph: 'EPROD-7',
      when: { owes: { timer: 'T-EPROD-FORMAT', by: 'author' } },
      says: words(
        'The other State requires the request again in its own form. Send it first, or say why not: it stays due.',
        'L’autre État exige que la demande lui soit renvoyée dans sa forme. L’envoyer d’abord, ou dire pourquoi pas : elle reste due.',
      ),
      instead: ['FORMAT_RESUBMIT'],
    },
  ],
};

/** What the partner’s profile says against a draft. */
export const PRODUCTION_DRAFTING: readonly CheckSpec[] = [
  {
    check: 'partner-wants-emergency-request',
    level: 'WARN',
    paragraph: 'EPROD-2',
    when: EMLA_FIRST,
    says: words(
      'The other State may wait for a request of kind mla.emergency before it discloses. Send both, and link them.',
      'L’autre État peut attendre une demande de type mla.emergency avant de divulguer. Envoyer les deux, et les lier.',
    ),
    instead: ['mla.emergency'],
  },
  {
    check: 'partner-not-for-subscribers',
    level: 'WARN',
    paragraph: 'EPROD-3',
    when: {
      all: [
        { declares: { by: 'requested', field: 'emergency_production.no_subscriber_only', equals: true } },
        { not: { some: { list: 'data_items', where: { not: { field: 'class', equals: 'subscriber' } } } } },
      ],
    },
    says: words(
      'The other State has declared that it does not execute requests for subscriber information alone.',
      'L’autre État a déclaré ne pas exécuter les demandes portant sur les seules données d’abonné.',
    ),
    instead: ['data.stored_access', 'mla.emergency'],
  },
  {
    check: 'partner-cannot-produce',
    level: 'WARN',
    paragraph: 'EPROD-4',
    when: { declares: { by: 'requested', field: 'emergency_production.capability', equals: 'none' } },
    says: words(
      'The other State says that it cannot yet obtain data from providers in an emergency.',
      'L’autre État indique ne pas encore pouvoir obtenir en urgence des données de fournisseurs.',
    ),
    instead: ['mla.emergency'],
  },
  {
    check: 'partner-wants-resubmission',
    level: 'WARN',
    paragraph: 'EPROD-7',
    when: { declares: { by: 'requested', field: 'emergency_production.followup.required', equals: true } },
    says: words(
      'After the data have come, the other State wants the request again in its own form and channel.',
      'Une fois les données reçues, l’autre État veut la demande dans sa propre forme et par sa propre voie.',
    ),
  },
];

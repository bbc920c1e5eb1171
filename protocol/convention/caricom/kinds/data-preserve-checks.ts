import type { CheckSpec, KindSpec, Predicate } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import { QUOTES_DECISION, QUOTES_PART_DECISION } from '../follow-up.ts';

const DUAL_CRIMINALITY = [
  'X-DC-PRES',
  'G-NO-DUAL-CRIM',
  'G-DC-DE-MINIMIS',
  'G-DC-OTHER-ARTICLE',
  'G-DC-BASIC-CONCEPTS',
];

/** Whoever asked has given it up, or was refused: nothing is held for them any more. */
const GIVEN_UP: Predicate = { status: ['withdrawn', 'refused'] };
const PROMISED = { said: { verb: ['PRES_CONFIRM', 'PRES_EXTEND_REPLY'], field: 'preserved_until' } } as const;

const CONFIRMING: readonly CheckSpec[] = [
  {
    check: 'preservation-too-short',
    level: 'BLOCK',
    paragraph: 'PRES-7',
    when: {
      not: { days: { from: { field: 'preserved_since' }, to: { field: 'preserved_until' }, atLeast: 90 } },
    },
    says: words(
      'From {preserved_since} until {preserved_until} is less than 90 days. Preserve for at least 90.',
      'Du {preserved_since} au {preserved_until}, il y a moins de 90 jours. Conserver au moins 90 jours.',
    ),
  },
  {
    check: 'preservation-at-risk',
    level: 'ACK',
    paragraph: 'PRES-6',
    when: { dialog: { name: 'risk', is: 'open' } },
    says: words(
      'You told of a risk and the other State has not decided yet. Wait, or say why waiting would lose the data.',
      'Vous avez signalé un risque et l’autre État n’a pas encore décidé. Attendre, ou dire pourquoi l’attente ferait perdre les données.',
    ),
  },
  {
    check: 'preservation-discloses',
    level: 'BLOCK',
    paragraph: 'PRES-1',
    when: { some: { list: 'objects', where: { field: 'class', equals: 'data' } } },
    says: words(
      'Preservation does not disclose data. Take them out; they are given on a request of kind data.stored_access.',
      'La conservation ne divulgue pas de données. Les retirer ; elles se donnent sur une demande de type data.stored_access.',
    ),
    instead: ['data.stored_access'],
  },
  {
    check: 'other-provider-unanswered',
    level: 'WARN',
    paragraph: 'TRAF-1',
    when: {
      all: [
        { opening: { some: { list: 'data_items', where: { field: 'class', equals: 'traffic' } } } },
        { not: { given: 'other_provider' } },
      ],
    },
    says: words(
      'Traffic data are preserved: say whether a provider in another State took part (`other_provider`).',
      'Des données de trafic sont conservées : dire si un fournisseur d’un autre État a participé (`other_provider`).',
    ),
  },
];

const ENDING: readonly CheckSpec[] = [
  {
    check: 'preservation-held',
    level: 'BLOCK',
    paragraph: 'PRES-7',
    when: {
      all: [
        { phase: ['held_pending_decision'] },
        { not: GIVEN_UP },
        { not: { any: [QUOTES_DECISION, QUOTES_PART_DECISION] } },
      ],
    },
    says: words(
      'A request for these data was received and is not decided: they are kept until it is. Quote its final decision to end.',
      'Une demande portant sur ces données a été reçue et n’est pas tranchée : elles sont maintenues. Citer la décision finale pour finir.',
    ),
  },
  {
    check: 'preservation-held-in-part',
    level: 'ACK',
    paragraph: 'PRES-7',
    when: { all: [{ not: GIVEN_UP }, { not: QUOTES_DECISION }, QUOTES_PART_DECISION] },
    says: words(
      'The decision quoted is about a part of the request. Say that nothing of it is left undecided.',
      'La décision citée ne porte que sur une partie de la demande. Dire que rien n’en reste à trancher.',
    ),
  },
  {
    check: 'followup-undecided',
    level: 'BLOCK',
    paragraph: 'PRES-7',
    when: { all: [{ field: 'followup_pending', equals: true }, { not: GIVEN_UP }] },
    says: words(
      'A request for these data is not decided yet: keep them, and link that case to this one.',
      'Une demande portant sur ces données n’est pas encore tranchée : les garder, et lier cette affaire à celle-ci.',
    ),
    instead: ['LINK_CASE'],
  },
  {
    check: 'preservation-ended-early',
    level: 'BLOCK',
    paragraph: 'PRES-7',
    when: {
      all: [
        { not: GIVEN_UP },
        { not: { any: [QUOTES_DECISION, QUOTES_PART_DECISION] } },
        { not: { days: { from: PROMISED, to: 'act', atLeast: 1 } } },
      ],
    },
    says: words(
      'The time for which you confirmed preservation is not over. It ends earlier only if the request is withdrawn, or decided.',
      'Le délai de conservation confirmé n’est pas écoulé. Elle ne finit plus tôt que si la demande est retirée, ou tranchée.',
    ),
  },
];

/** What PRES asks of acts in a preservation. */
export const PRESERVE_CHECKS: NonNullable<KindSpec['checks']> = {
  REQUEST: [
    {
      check: 'no-intent-to-request',
      level: 'BLOCK',
      paragraph: 'PRES-2f',
      when: { not: { field: 'intent_to_request', equals: true } },
      says: words(
        'Data are preserved for a request that is to follow. Say that you intend to make one (`intent_to_request`).',
        'Les données sont conservées pour une demande à venir. Dire que vous comptez la faire (`intent_to_request`).',
      ),
    },
  ],
  PRES_CONFIRM: CONFIRMING,
  PRES_EXTEND_REPLY: [
    {
      check: 'preservation-shortened',
      level: 'BLOCK',
      paragraph: 'PRES-7',
      when: { not: { days: { from: PROMISED, to: { field: 'preserved_until' }, atLeast: 0 } } },
      says: words(
        'The day lies before the one until which you confirmed preservation. Give that day, or a later one.',
        'Ce jour précède celui jusqu’auquel vous avez confirmé la conservation. Indiquer ce jour, ou un jour ultérieur.',
      ),
    },
  ],
  PRES_END: ENDING,
  REFUSE: [
    {
      check: 'preservation-dual-criminality',
      level: 'BLOCK',
      paragraph: 'PRES-3',
      when: { some: { list: 'grounds', where: { field: 'code', equals: DUAL_CRIMINALITY } } },
      says: words(
        'Dual criminality is not required to preserve. Where your State has reserved it: G-PRES-DC-RESERVATION.',
        'La double incrimination n’est pas exigée pour conserver. Si votre État l’a réservée : G-PRES-DC-RESERVATION.',
      ),
    },
  ],
  TRAFFIC_PATH: [
    {
      check: 'traffic-path-late',
      level: 'ACK',
      paragraph: 'TRAF-1',
      when: {
        all: [{ status: ['executed', 'withdrawn', 'closed'] }, { not: { owes: { timer: 'T-TRAFFIC' } } }],
      },
      says: words(
        'Preservation is over and the path is not owed. Say why it is disclosed now.',
        'La conservation est finie et l’acheminement n’est pas dû. Dire pourquoi il est divulgué maintenant.',
      ),
    },
  ],
};

/** What the form and the partner’s profile say against a draft. */
export const PRESERVE_DRAFTING: readonly CheckSpec[] = [
  {
    check: 'custodian-or-location',
    level: 'BLOCK',
    paragraph: 'PRES-2d',
    when: {
      not: {
        any: [
          { given: 'custodian' },
          { given: 'system_location' },
          { field: 'none_available', equals: true },
        ],
      },
    },
    says: words(
      'Name the custodian or the location of the system, or say that neither is known (`none_available: yes`).',
      'Indiquer le gardien ou le lieu du système, ou dire que ni l’un ni l’autre n’est connu (`none_available: oui`).',
    ),
  },
  {
    check: 'reservation-may-be-used',
    level: 'WARN',
    paragraph: 'PRES-4',
    when: {
      all: [
        { declares: { by: 'requested', field: 'preservation.dual_criminality_reservation', equals: true } },
        { declares: { by: 'requested', field: 'preservation.requires_dc_for_disclosure', equals: true } },
        { some: { list: 'offences', where: { not: { given: 'catalogue_code' } } } },
      ],
    },
    says: words(
      'The other State may refuse data tied only to offences outside the catalogue, for want of dual criminality. Tie each entry to its offences.',
      'L’autre État peut refuser des données liées aux seules infractions hors catalogue, faute de double incrimination. Lier chaque entrée à ses infractions.',
    ),
  },
  {
    check: 'partner-has-usual-period',
    level: 'HELP',
    paragraph: 'PRES-7',
    when: { declares: { by: 'requested', field: 'preservation.usual_period_days' } },
    says: words(
      'The other State has published for how long it usually preserves: see its profile (`preservation.usual_period_days`).',
      'L’autre État a publié sa durée usuelle de conservation : voir son profil (`preservation.usual_period_days`).',
    ),
  },
  {
    check: 'less-than-ninety-days-asked',
    level: 'WARN',
    paragraph: 'PRES-7',
    when: {
      all: [
        { given: 'requested_until' },
        { not: { days: { from: 'act', to: { field: 'requested_until' }, atLeast: 90 } } },
      ],
    },
    says: words(
      'You ask for less than 90 days. Data are preserved for at least 90 in any case.',
      'Vous demandez moins de 90 jours. Les données sont conservées au moins 90 jours en tout cas.',
    ),
  },
];

import type { CheckSpec, KindSpec } from '../../instrument.ts';
import { explained } from '../fields/explained.ts';
import { choice, field, words } from '../fields/field.ts';
import { ownReference } from '../fields/proceeding.ts';
import { contact, links } from '../fields/relations.ts';
import { cooperation, COOPERATION_TIMERS, PLAIN_RESULT, proposalsOn } from './cooperation.ts';
import { BASE_VERBS, CONSULT_VERBS } from './verb-sets.ts';

const identity = [
  explained('identity', 'MECL-5', {
    textMax: 2000,
    en: ['Identity', 'Who the person is. Better given after the agreement, and to named officers alone.'],
    fr: ['Identité', 'Qui est la personne. Mieux vaut après l’accord, et aux seuls officiers nommés.'],
    example: ['Known to Inspector Charles', 'Connue de l’inspecteur Charles'],
  }),
  field('named_officers', 'list', 'MECL-5', {
    of: 'code',
    countMax: 5,
    appliesWhen: { whenGiven: { field: 'identity' } },
    en: ['Named officers', 'Ids of the officers of the other State who alone may read it.'],
    fr: ['Officiers nommés', 'Les identifiants des officiers de l’autre État qui seuls peuvent la lire.'],
    example: 'officer-1',
  }),
];

const unnamedReaders: CheckSpec = {
  check: 'identity-without-readers',
  level: 'BLOCK',
  paragraph: 'MECL-5',
  when: { all: [{ given: 'identity' }, { not: { given: 'named_officers' } }] },
  says: words(
    'Name the officers of the other State who alone may read who the person is, or leave the identity out: a pseudonym will do.',
    'Nommer les officiers de l’autre État qui seuls peuvent lire qui est la personne, ou taire l’identité : un pseudonyme suffit.',
  ),
};

const tooEarly: CheckSpec = {
  check: 'identity-before-agreement',
  level: 'ACK',
  paragraph: 'MECL-5',
  when: { all: [{ given: 'identity' }, { not: { agreed: 'treatment' } }] },
  says: words(
    'Nothing is agreed yet on how the person is treated. A pseudonym protects until then.',
    'Rien n’est encore convenu sur le traitement de la personne. D’ici là, un pseudonyme la protège.',
  ),
};

/** MECL-5: how a person who helps the other State’s authorities would be treated there. */
export const COOP_PERSON_ARRANGEMENT: KindSpec = cooperation({
  kind: 'coop.person_arrangement',
  title: words('Treatment of a cooperating person', 'Traitement d’une personne qui coopère'),
  articles: ['MECL-5', 'MECL-2', 'MECL-3'],
  routes: [{ from: ['CA', 'COMP', 'JUD'], to: ['CA', 'COMP', 'JUD'], paragraph: 'MECL-5' }],
  regimes: ['domestic_conditions'],
  timers: COOPERATION_TIMERS,
  verbs: ['REQUEST', ...BASE_VERBS, ...CONSULT_VERBS, 'RECONSIDER', 'CAVEAT_LIFT'],
  content: [
    ownReference,
    contact,
    field('pseudonym', 'text', 'MECL-5', {
      required: true,
      textMax: 200,
      en: ['Pseudonym', 'The name under which the person is spoken of here.'],
      fr: ['Pseudonyme', 'Le nom sous lequel la personne est désignée ici.'],
      example: 'Frigate',
    }),
    ...identity,
    field('cooperation', 'text', 'MECL-5', {
      required: true,
      textMax: 10_000,
      en: ['Cooperation', 'What the person can give to the other State’s authorities.'],
      fr: ['Coopération', 'Ce que la personne peut apporter aux autorités de l’autre État.'],
      example: words(
        'Knows who ran the relays, and can name the accounts.',
        'Sait qui exploitait les relais, et peut nommer les comptes.',
      ),
    }),
    field('treatments', 'list', 'MECL-5', {
      of: 'choice',
      required: true,
      countMin: 1,
      countMax: 2,
      choices: [
        choice('mitigation', 'mitigated punishment', 'atténuation de la peine', { paragraph: 'MECL-2' }),
        choice('immunity', 'immunity from prosecution', 'immunité de poursuites', { paragraph: 'MECL-3' }),
      ],
      en: ['Treatment', 'What is asked for the person.'],
      fr: ['Traitement', 'Ce qui est demandé pour la personne.'],
      example: 'mitigation',
    }),
    links,
  ],
  variations: {
    ...proposalsOn('MECL-5', [
      choice('treatment', 'how the person is treated', 'le traitement de la personne', {
        paragraph: 'MECL-5',
      }),
    ]),
    SUPPLEMENT: { content: identity },
    RESULT: PLAIN_RESULT,
  },
  checks: { REQUEST: [unnamedReaders, tooEarly], SUPPLEMENT: [unnamedReaders, tooEarly] },
  drafting: [
    {
      check: 'mitigation-published',
      level: 'HELP',
      paragraph: 'MECL-2',
      when: {
        declares: {
          by: 'requested',
          field: 'cooperating_persons.mitigation',
          equals: ['yes', 'case_by_case'],
        },
      },
      says: words(
        'The other State says that its law allows mitigated punishment for who cooperates.',
        'L’autre État indique que son droit permet d’atténuer la peine de qui coopère.',
      ),
    },
    {
      check: 'immunity-possible',
      level: 'HELP',
      paragraph: 'MECL-3',
      when: {
        all: [
          {
            declares: {
              by: 'requested',
              field: 'cooperating_persons.immunity',
              equals: ['yes', 'case_by_case'],
            },
          },
          { not: { some: { list: 'treatments', where: { field: 'value', equals: 'immunity' } } } },
        ],
      },
      says: words(
        'The other State says that immunity is possible too: it may be asked for.',
        'L’autre État indique que l’immunité est possible aussi : elle peut être demandée.',
      ),
    },
  ],
});

import type { VerbSpec } from '../../instrument.ts';
import { explained } from '../fields/explained.ts';
import { choice, entryId, field, words } from '../fields/field.ts';
import { furnishedObjects } from '../fields/objects.ts';
import { PROCEEDING_NATURES } from '../fields/proceeding.ts';
import { scope } from '../fields/scope.ts';
import { ANY, FURNISHED, verb } from './verb.ts';

const newProceedings = field('proceedings', 'list', 'MLA-24', {
  countMax: 20,
  en: ['Further proceedings', 'The proceedings for which you want to use it.'],
  fr: ['Autres procédures', 'Les procédures pour lesquelles vous voulez l’utiliser.'],
  fields: [
    entryId('p'),
    field('nature', 'choice', 'MLA-24', {
      required: true,
      choices: PROCEEDING_NATURES,
      en: ['Nature', 'What kind of proceeding it is.'],
      fr: ['Nature', 'De quel type de procédure il s’agit.'],
      example: 'prosecution',
    }),
    field('authority', 'text', 'MLA-24', {
      required: true,
      textMax: 300,
      en: ['Authority', 'Before whom it is.'],
      fr: ['Autorité', 'Devant qui elle se déroule.'],
      example: words('Tax Court', 'Tribunal fiscal'),
    }),
  ],
});

/** Use of what was furnished (register 2.5). */
export const USE_VERBS: readonly VerbSpec[] = [
  verb('CONSENT_REQUEST', words('request for consent to further use', 'demande de consentement'), {
    paragraph: 'MLA-24',
    sender: 'requesting',
    from: FURNISHED,
    opens: { dialog: 'consent' },
    guards: ['objects-furnished'],
    content: [
      furnishedObjects('MLA-24', false),
      newProceedings,
      explained('recipient', 'MLA-24', {
        en: ['Recipient', 'To whom it would be passed on, if it would.'],
        fr: ['Destinataire', 'À qui cela serait transmis, le cas échéant.'],
        example: ['Financial Intelligence Unit', 'Cellule de renseignement financier'],
      }),
      explained('reasons', 'MLA-24', {
        required: true,
        en: ['Reasons', 'Why you need it.'],
        fr: ['Raisons', 'Pourquoi vous en avez besoin.'],
        example: [
          'The same account was used for another fraud.',
          'Le même compte a servi à une autre fraude.',
        ],
      }),
    ],
  }),
  verb('CONSENT_REPLY', words('reply on further use', 'réponse sur un autre usage'), {
    paragraph: 'MLA-24',
    sender: 'requested',
    from: FURNISHED,
    closes: { dialog: 'consent' },
    effects: ['consent'],
    content: [
      field('decision', 'choice', 'MLA-24', {
        required: true,
        choices: [
          choice('grant', 'granted', 'accordé'),
          choice('grant_in_part', 'granted in part', 'accordé en partie'),
          choice('deny', 'denied', 'refusé'),
        ],
        en: ['Decision', 'Whether you consent.'],
        fr: ['Décision', 'Si vous consentez.'],
        example: 'grant_in_part',
      }),
      field('proceedings', 'list', 'MLA-24', {
        of: 'code',
        countMax: 20,
        required: { whenField: { field: 'decision', values: ['grant_in_part'] } },
        en: [
          'Proceedings',
          'Ids of the proceedings for which you consent; all that were asked, if left out.',
        ],
        fr: ['Procédures', 'Les identifiants des procédures admises ; toutes celles demandées, à défaut.'],
        example: 'p2',
      }),
      furnishedObjects('MLA-24', false),
      field('until', 'date', 'MLA-24', {
        en: ['Until', 'The day on which the consent ends.'],
        fr: ['Jusqu’au', 'Le jour où le consentement prend fin.'],
        example: '2028-12-31',
      }),
      explained('text', 'MLA-24', {
        en: ['Text', 'Conditions, or why not.'],
        fr: ['Texte', 'Les conditions, ou pourquoi pas.'],
        example: ['Not for tax purposes.', 'Pas à des fins fiscales.'],
      }),
    ],
  }),
  verb(
    'EXCULPATORY_NOTICE',
    words('notice of disclosure for the defence', 'avis de divulgation à décharge'),
    {
      paragraph: 'SPI-2',
      sender: 'requesting',
      from: FURNISHED,
      opens: { dialog: 'exculpatory', onlyWhen: { field: 'timing', equals: 'prior' } },
      closes: { dialog: 'exculpatory', whenOpen: true },
      duties: [
        {
          timer: 'T-EXCULP-PRIOR',
          paragraph: 'SPI-2',
          debtor: 'author',
          onlyWhen: { field: 'timing', equals: 'prior' },
        },
      ],
      discharges: ['T-EXCULP-AFTER', 'T-EXCULP-PRIOR'],
      guards: ['objects-furnished', 'exculpatory-timing'],
      caveats: ['C-EXCULP'],
      content: [
        furnishedObjects('SPI-2', false),
        field('timing', 'choice', 'SPI-2', {
          required: true,
          choices: [
            choice('prior', 'it will be disclosed', 'la divulgation est prévue'),
            choice('disclosed', 'it was disclosed, as announced', 'la divulgation annoncée a eu lieu'),
            choice(
              'after',
              'it was disclosed, and notice before was not possible',
              'divulgué, sans avis préalable possible',
            ),
          ],
          en: ['Timing', 'Notice comes before the disclosure; after it only in an exceptional case.'],
          fr: ['Moment', 'L’avis précède la divulgation ; il ne la suit que dans un cas exceptionnel.'],
          example: 'prior',
        }),
        field('date', 'date', 'SPI-2', {
          required: true,
          en: ['Date', 'When it will be, or was, disclosed.'],
          fr: ['Date', 'Quand elle aura ou a eu lieu.'],
          example: '2027-01-20',
        }),
        field('proceeding_nature', 'choice', 'SPI-2', {
          required: true,
          choices: PROCEEDING_NATURES,
          en: ['Nature', 'What kind of proceeding it is.'],
          fr: ['Nature', 'De quel type de procédure il s’agit.'],
          example: 'judicial_proceeding',
        }),
        field('criminal', 'boolean', 'SPI-2', {
          required: true,
          en: ['Criminal', 'Is it a criminal proceeding?'],
          fr: ['Pénale', 'S’agit-il d’une procédure pénale ?'],
          example: 'yes',
        }),
        explained('proceeding', 'SPI-2', {
          required: true,
          en: ['Proceeding', 'The proceeding and what is disclosed in it.'],
          fr: ['Procédure', 'La procédure, et ce qui y est divulgué.'],
          example: ['Trial of J. D. before the High Court', 'Procès de J. D. devant la Haute Cour'],
        }),
        explained('exceptional_reason', 'SPI-2', {
          required: { whenField: { field: 'timing', values: ['after'] } },
          en: ['Exceptional reason', 'Why notice could not come before.'],
          fr: ['Motif exceptionnel', 'Pourquoi l’avis n’a pu être préalable.'],
          example: ['The court ordered it at the hearing.', 'Le tribunal l’a ordonnée à l’audience.'],
        }),
      ],
    },
  ),
  verb('CAVEAT_LIFT', words('lifting of a restriction', 'levée d’une restriction'), {
    paragraph: 'SPI-2',
    sender: 'either',
    from: ANY,
    effects: ['lift_caveat'],
    guards: ['caveat-imposed-by-author'],
    content: [
      field('caveat', 'code', 'SPI-2', {
        required: true,
        en: [
          'Restriction',
          'Its id (`r1`, `c2`) or its type (`C-CONF-REQ`), as `comity case show` gives it.',
        ],
        fr: [
          'Restriction',
          'Son identifiant (`r1`, `c2`) ou son type (`C-CONF-REQ`), voir `comity case show`.',
        ],
        example: 'r1',
      }),
      field('item', 'digest', 'SPI-2', {
        en: [
          'Message',
          'The id of the message that imposed it; needed only if several have one of that name.',
        ],
        fr: [
          'Message',
          'L’identifiant du message qui l’a imposée ; utile seulement s’il y en a plusieurs de ce nom.',
        ],
        example: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      }),
      scope('SPI-2'),
      field('from', 'date', 'SPI-2', {
        en: ['From', 'The day from which it is lifted; at once, if left out.'],
        fr: ['À partir du', 'Le jour à partir duquel elle est levée ; aussitôt, à défaut.'],
        example: '2027-01-01',
      }),
      furnishedObjects('SPI-2', false),
    ],
  }),
];

import type { VerbSpec } from '../../instrument.ts';
import { choice, field, words } from '../fields/field.ts';
import { parts } from '../fields/scope.ts';
import { ANY, verb } from './verb.ts';

const purpose = field('purpose', 'choice', 'MLA-31', {
  required: true,
  choices: [
    choice('refusal', 'before a refusal', 'avant un refus', { paragraph: 'MLA-31' }),
    choice('postponement', 'before a postponement', 'avant un ajournement', { paragraph: 'MLA-31' }),
    choice('costs', 'about costs', 'sur les frais', { paragraph: 'MLA-33' }),
    choice('exculpatory', 'about a disclosure for the defence', 'sur une divulgation à décharge', {
      paragraph: 'SPI-2',
    }),
    choice('conditions', 'about conditions', 'sur des conditions', { paragraph: 'MLA-31' }),
    choice('other', 'other', 'autre'),
  ],
  en: ['Purpose', 'What you want to talk about.'],
  fr: ['Objet', 'Ce dont vous voulez parler.'],
  example: 'refusal',
});

const text = (en: string, fr: string) =>
  field('text', 'text', 'MLA-31', {
    required: true,
    textMax: 20_000,
    en: ['Text', en],
    fr: ['Texte', fr],
    example: words(
      'Our law does not know this measure. Would a certified extract serve you as well?',
      'Notre droit ne connaît pas cette mesure. Un extrait certifié vous suffirait-il ?',
    ),
  });

/** Consultation (register 2.3). */
export const CONSULTATION_VERBS: readonly VerbSpec[] = [
  verb('CONSULT_OPEN', words('opening of a consultation', 'ouverture d’une consultation'), {
    paragraph: 'MLA-31',
    sender: 'either',
    from: ANY,
    opens: { dialog: 'consult', purposeField: 'purpose' },
    duties: [{ timer: 'T-CONSULT', paragraph: 'MLA-31', debtor: 'other' }],
    content: [
      purpose,
      text('What stands in the way, and what you propose.', 'Ce qui fait obstacle, et ce que vous proposez.'),
      parts('MLA-31'),
      field('grounds', 'list', 'MLA-31', {
        of: 'code',
        countMax: 20,
        en: ['Grounds', 'Codes of the grounds that you are thinking of.'],
        fr: ['Motifs', 'Les codes des motifs envisagés.'],
        example: 'G-LEGAL-SYSTEM',
      }),
      field('estimate', 'integer', 'MLA-33', {
        appliesWhen: { whenField: { field: 'purpose', values: ['costs'] } },
        integerMax: 1_000_000_000_000,
        en: ['Estimate', 'The expected costs, in whole units of the currency.'],
        fr: ['Estimation', 'Les frais prévus, en unités entières de la monnaie.'],
        example: '12000',
      }),
      field('currency', 'code', 'MLA-33', {
        appliesWhen: { whenField: { field: 'purpose', values: ['costs'] } },
        required: { whenGiven: { field: 'estimate' } },
        format: 'currency',
        en: ['Currency', 'Its code, such as XCD.'],
        fr: ['Monnaie', 'Son code, par exemple XCD.'],
        example: 'XCD',
      }),
      field('execution_depends', 'boolean', 'MLA-33', {
        appliesWhen: { whenField: { field: 'purpose', values: ['costs'] } },
        en: ['Execution depends on it', '`yes`: nothing is done before costs are settled.'],
        fr: ['L’exécution en dépend', '`oui` : rien n’est entrepris avant l’accord sur les frais.'],
        example: 'yes',
      }),
    ],
  }),
  verb('CONSULT_NOTE', words('message in a consultation', 'message dans une consultation'), {
    paragraph: 'MLA-31',
    sender: 'either',
    from: ANY,
    within: { dialog: 'consult' },
    discharges: ['T-CONSULT', 'T-EXT-CONSULT', 'T-INCIDENT'],
    content: [purpose, text('What you have to say.', 'Ce que vous avez à dire.')],
  }),
  verb('CONSULT_CLOSE', words('end of a consultation', 'clôture d’une consultation'), {
    paragraph: 'MLA-31',
    sender: 'dialog_opener',
    from: ANY,
    closes: { dialog: 'consult', purposeField: 'purpose' },
    discharges: ['T-CONSULT', 'T-EXT-CONSULT', 'T-EXCULP-PRIOR'],
    guards: ['consultation-heard'],
    content: [
      purpose,
      field('outcome', 'choice', 'MLA-31', {
        required: true,
        choices: [
          choice('agreed', 'agreed', 'accord'),
          choice('conditions', 'to go on under conditions', 'suite sous conditions'),
          choice(
            'no_condition_possible',
            'no condition would make it possible',
            'aucune condition ne le permettrait',
          ),
          choice('no_agreement', 'no agreement', 'pas d’accord'),
          choice('not_needed', 'no longer needed', 'devenue sans objet'),
        ],
        en: ['Outcome', 'How it ended.'],
        fr: ['Issue', 'Comment elle s’est terminée.'],
        example: 'no_condition_possible',
      }),
      field('text', 'text', 'MLA-31', {
        textMax: 20_000,
        en: ['Text', 'What was agreed, or why there is no agreement.'],
        fr: ['Texte', 'Ce qui a été convenu, ou pourquoi il n’y a pas d’accord.'],
        example: words('Both sides see no other way.', 'Les deux parties ne voient pas d’autre voie.'),
      }),
    ],
  }),
];

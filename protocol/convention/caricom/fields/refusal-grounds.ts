import type { FieldSpec } from '../../field-spec.ts';
import { explained } from './explained.ts';
import { choice, entryId, field } from './field.ts';
import { DATA_GROUND_PARTICULARS, EXPLAINED_DATA_GROUNDS } from './ground-particulars-data.ts';
import { EXPLAINED_PERSON_GROUNDS, PERSON_GROUND_PARTICULARS } from './ground-particulars-persons.ts';
import { PROCEEDING_NATURES } from './proceeding.ts';

const WITHOUT_DUAL_CRIMINALITY = [
  'G-NO-DUAL-CRIM',
  'G-DC-DE-MINIMIS',
  'G-DC-OTHER-ARTICLE',
  'G-DC-BASIC-CONCEPTS',
];

/** One entry for each ground; what it must carry depends on its code (`GroundSpec.mustCarry`). */
export const refusalGrounds: FieldSpec = field('grounds', 'list', 'MLA-26', {
  required: true,
  countMin: 1,
  countMax: 20,
  en: ['Grounds', 'Each ground by its code, with what it must carry and your reasons.'],
  fr: ['Motifs', 'Chaque motif par son code, avec ce qu’il doit comporter et vos raisons.'],
  fields: [
    entryId('g'),
    field('code', 'choice', 'MLA-26', {
      required: true,
      choicesFrom: 'grounds',
      en: ['Ground', 'Its code.'],
      fr: ['Motif', 'Son code.'],
      example: 'G-LEGAL-SYSTEM',
    }),
    field('parts', 'list', 'MLA-26', {
      of: 'code',
      countMax: 50,
      en: ['Parts', 'Ids of the refused measures or data that it concerns; all refused ones if left out.'],
      fr: ['Parties', 'Les identifiants des mesures ou données refusées visées ; toutes, à défaut.'],
      example: 'm1',
    }),
    explained('reasons', 'MLA-28', {
      prominent: true,
      en: ['Reasons', 'Why. Reasons are owed for every refused measure.'],
      fr: ['Raisons', 'Pourquoi. Tout refus d’une mesure doit être motivé.'],
      example: ['The order could not be enforced here.', 'L’ordonnance ne pourrait être exécutée ici.'],
    }),
    explained('provision', 'MLA-26c', {
      prominent: true,
      en: ['Provision', 'The provision or principle of your law.'],
      fr: ['Disposition', 'La disposition ou le principe de votre droit.'],
      example: ['Mutual Assistance Act, section 15', 'Loi sur l’entraide, article 15'],
    }),
    field('sub_code', 'choice', 'MLA-26b', {
      appliesWhen: { whenField: { field: 'code', values: ['G-ESSENTIAL-INTERESTS'] } },
      choices: [
        choice('sovereignty', 'sovereignty', 'souveraineté'),
        choice('security', 'security', 'sécurité'),
        choice('ordre_public', 'ordre public', 'ordre public'),
        choice('other_essential', 'other essential interests', 'autres intérêts essentiels'),
      ],
      en: ['Interest', 'Which essential interest would suffer.'],
      fr: ['Intérêt', 'Quel intérêt essentiel serait atteint.'],
      example: 'security',
    }),
    field('defects', 'list', 'MLA-26a', {
      of: 'code',
      format: 'paragraph',
      countMax: 30,
      appliesWhen: { whenField: { field: 'code', values: ['G-NONCONFORM'] } },
      en: ['Defects', 'The paragraphs to which the request does not conform.'],
      fr: ['Lacunes', 'Les paragraphes auxquels la demande n’est pas conforme.'],
      example: 'MLA-20d',
    }),
    field('coercive', 'boolean', 'MLA-10', {
      en: ['Coercive', 'Would these measures need coercion under your law?'],
      fr: ['Coercitives', 'Ces mesures exigeraient-elles la contrainte selon votre droit ?'],
      example: 'yes',
    }),
    field('conduct_punishable', 'boolean', 'ICO-2', {
      appliesWhen: { whenField: { field: 'code', values: ['G-NO-DUAL-CRIM'] } },
      en: ['Punishable here', 'Is this conduct a criminal offence under your law, under whatever name?'],
      fr: [
        'Punissable ici',
        'Ces faits constituent-ils une infraction dans votre droit, quel qu’en soit le nom ?',
      ],
      example: 'no',
    }),
    explained('purposes_note', 'MLA-9', {
      appliesWhen: { whenField: { field: 'code', values: WITHOUT_DUAL_CRIMINALITY } },
      en: ['Purposes of the Convention', 'How they were taken into account.'],
      fr: ['Buts de la Convention', 'Comment il en a été tenu compte.'],
      example: ['Help was offered for the other measures.', 'L’aide a été offerte pour les autres mesures.'],
    }),
    explained('explanation', 'MLA-10', {
      appliesWhen: {
        whenField: {
          field: 'code',
          values: [
            'G-DC-DE-MINIMIS',
            'G-DC-BASIC-CONCEPTS',
            'G-OTHER',
            ...EXPLAINED_DATA_GROUNDS,
            ...EXPLAINED_PERSON_GROUNDS,
          ],
        },
      },
      en: ['Explanation', 'What the ground rests on: why trivial, which basic concept, what is missing.'],
      fr: [
        'Explication',
        'Ce qui fonde le motif : pourquoi mineur, quel concept fondamental, ce qui manque.',
      ],
      example: ['The loss was less than 50 dollars.', 'Le préjudice est inférieur à 50 dollars.'],
    }),
    field('article', 'code', 'MLA-10', {
      format: 'paragraph',
      appliesWhen: { whenField: { field: 'code', values: ['G-DC-OTHER-ARTICLE'] } },
      en: ['Other article', 'The article under which help is available.'],
      fr: ['Autre article', 'L’article qui permet cette aide.'],
      example: 'ACC-1',
    }),
    explained('treaty_article', 'MLA-7', {
      appliesWhen: { whenField: { field: 'code', values: ['G-TREATY-PACK'] } },
      en: ['Article of the treaty', 'The article of the applicable treaty.'],
      fr: ['Article du traité', 'L’article du traité applicable.'],
      example: ['Treaty of 1996, article 3', 'Traité de 1996, article 3'],
    }),
    field('public_under_law', 'boolean', 'MLA-34', {
      appliesWhen: { whenField: { field: 'code', values: ['G-RECORD-DISCRETION'] } },
      en: ['Open to the public', 'Is the record open to the public under your law?'],
      fr: ['Accessible au public', 'Le dossier est-il accessible au public selon votre droit ?'],
      example: 'no',
    }),
    ...DATA_GROUND_PARTICULARS,
    ...PERSON_GROUND_PARTICULARS,
  ],
});

/** What a postponement says about its single ground. */
export const postponementGround: readonly FieldSpec[] = [
  field('ground', 'choice', 'MLA-30', {
    required: true,
    choices: [
      choice('G-ONGOING', 'would interfere with a matter under way', 'entraverait une affaire en cours', {
        paragraph: 'MLA-30',
      }),
      choice('G-TREATY-PACK', 'a ground of the applicable treaty', 'un motif du traité applicable', {
        paragraph: 'MLA-7',
      }),
      choice('other', 'another reason', 'une autre raison'),
    ],
    en: ['Ground', 'Help may be postponed only if it would interfere with a matter under way.'],
    fr: ['Motif', 'L’entraide ne peut être ajournée que si elle entrave une affaire en cours.'],
    example: 'G-ONGOING',
  }),
  field('proceeding_kind', 'choice', 'MLA-30', {
    required: { whenField: { field: 'ground', values: ['G-ONGOING'] } },
    choices: PROCEEDING_NATURES,
    en: ['Matter under way', 'What kind of matter it is.'],
    fr: ['Affaire en cours', 'De quel type d’affaire il s’agit.'],
    example: 'prosecution',
  }),
  field('review_date', 'date', 'MLA-30', {
    required: true,
    derived: true,
    en: ['Review on', 'The day on which you will look at it again, at most 90 days ahead.'],
    fr: ['Réexamen le', 'Le jour où vous réexaminerez, au plus 90 jours plus tard.'],
    example: '2027-02-15',
  }),
];

import type { ForbiddenGroundSpec, GroundSpec } from '../../instrument.ts';
import { forbidden, ground } from './ground.ts';

/** Mutual legal assistance. */
export const ASSISTANCE_GROUNDS: readonly GroundSpec[] = [
  ground(['G-NONCONFORM', 'MLA-26a', 'the request does not conform', 'la demande n’est pas conforme'], {
    mustCarry: ['defects'],
  }),
  ground(
    [
      'G-ESSENTIAL-INTERESTS',
      'MLA-26b',
      'essential interests would suffer',
      'atteinte à des intérêts essentiels',
    ],
    {
      mustCarry: ['sub_code'],
      subCodes: ['sovereignty', 'security', 'ordre_public', 'other_essential'],
    },
  ),
  ground(
    [
      'G-DOMESTIC-PROHIBITION',
      'MLA-26c',
      'own law forbids the action',
      'le droit interne interdit la mesure',
    ],
    {
      mustCarry: ['provision'],
    },
  ),
  ground(
    [
      'G-LEGAL-SYSTEM',
      'MLA-26d',
      'contrary to own law of mutual assistance',
      'contraire au droit interne de l’entraide',
    ],
    { mustCarry: ['provision'] },
  ),
  ground(
    ['G-NO-DUAL-CRIM', 'MLA-10', 'the conduct is no offence here', 'les faits ne sont pas punissables ici'],
    {
      mustCarry: ['conduct_punishable', 'purposes_note'],
    },
  ),
  ground(
    ['G-DC-DE-MINIMIS', 'MLA-10', 'no dual criminality, and trivial', 'sans double incrimination, et mineur'],
    {
      mustCarry: ['explanation', 'purposes_note'],
    },
  ),
  ground(
    [
      'G-DC-OTHER-ARTICLE',
      'MLA-10',
      'no dual criminality, available under another article',
      'sans double incrimination, offert par un autre article',
    ],
    { mustCarry: ['article', 'purposes_note'] },
  ),
  ground(
    [
      'G-DC-BASIC-CONCEPTS',
      'MLA-10',
      'against basic concepts of the legal system',
      'contraire aux concepts fondamentaux du système juridique',
    ],
    { mustCarry: ['explanation', 'purposes_note'] },
  ),
  ground(
    ['G-ONGOING', 'MLA-30', 'would interfere with a matter under way', 'entraverait une affaire en cours'],
    { mustCarry: ['proceeding_kind', 'review_date'], postponementOnly: true },
  ),
  ground(
    [
      'G-RECORD-DISCRETION',
      'MLA-34b',
      'the record is not open to the public',
      'le dossier n’est pas accessible au public',
    ],
    { mustCarry: ['public_under_law'] },
  ),
  ground(['G-TREATY-PACK', 'MLA-7', 'a ground of the applicable treaty', 'un motif du traité applicable'], {
    mustCarry: ['treaty_article'],
  }),
  ground(
    [
      'G-FISCAL',
      'MLA-27',
      'the offence also involves fiscal matters',
      'l’infraction touche aussi à des questions fiscales',
    ],
    {
      mustCarry: [],
      neverAlone: 'X-FISCAL-SOLE',
    },
  ),
  ground(
    ['G-OTHER', 'MLA-26', 'a ground that the text does not list', 'un motif que le texte n’énumère pas'],
    {
      mustCarry: ['explanation'],
      unlisted: true,
    },
  ),
];

export const ASSISTANCE_FORBIDDEN: readonly ForbiddenGroundSpec[] = [
  forbidden(['X-BANK-SECRECY', 'MLA-8', 'bank secrecy', 'le secret bancaire'], 'bank_secrecy'),
  forbidden(['X-FISCAL-SOLE', 'MLA-27', 'fiscal matters alone', 'les seules questions fiscales']),
  forbidden(['X-DC-LABEL', 'ICO-2', 'the offence has another name', 'l’infraction porte un autre nom']),
  forbidden(
    ['X-ELECTRONIC-FORM', 'MLA-19', 'the electronic form', 'la forme électronique'],
    'electronic_form',
  ),
  forbidden(
    ['X-PUBLIC-RECORD', 'MLA-34a', 'discretion over a public record', 'la discrétion sur un dossier public'],
    'public_under_law',
  ),
];

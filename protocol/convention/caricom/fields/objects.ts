import type { FieldSpec } from '../../field-spec.ts';
import { DATA_CLASSES } from './data-items.ts';
import { choice, entryId, field, words } from './field.ts';

/** What is furnished, by digest and metadata: caveats and receipts bind to these entries (D-26). */
export const objects = (paragraph: string): FieldSpec =>
  field('objects', 'list', paragraph, {
    countMax: 64,
    en: ['Objects', 'Documents and data that go with this message, each with its own id.'],
    fr: ['Pièces', 'Les documents et données joints à ce message, chacun avec son identifiant.'],
    fields: [
      entryId('x'),
      field('class', 'choice', paragraph, {
        required: true,
        choices: [
          choice('statement', 'statement', 'déposition'),
          choice('document', 'document', 'document'),
          choice('record', 'record', 'dossier'),
          choice('data', 'data', 'données'),
          choice('expert_report', 'expert’s report', 'rapport d’expertise'),
          choice('examination_report', 'examination report', 'rapport d’examen', { paragraph: 'MLA-3d' }),
          choice('proof_of_service', 'proof of service', 'preuve de remise', { paragraph: 'MLA-3b' }),
          choice('physical_item', 'physical item, sent apart', 'objet matériel, envoyé à part'),
          choice('other', 'other', 'autre'),
        ],
        en: ['Class', 'What it is.'],
        fr: ['Catégorie', 'De quoi il s’agit.'],
        example: 'record',
      }),
      field('data_class', 'choice', paragraph, {
        appliesWhen: { whenField: { field: 'class', values: ['data'] } },
        choices: DATA_CLASSES,
        en: ['Class of data', 'What class of data it is: some kinds of request allow only some of them.'],
        fr: [
          'Catégorie de données',
          'La catégorie des données : certaines demandes n’en admettent que quelques-unes.',
        ],
        example: 'traffic',
      }),
      field('description', 'text', paragraph, {
        required: true,
        textMax: 2000,
        en: ['Description', 'What it contains.'],
        fr: ['Description', 'Ce qu’elle contient.'],
        example: words('Statements of account 0042-7719', 'Relevés du compte 0042-7719'),
      }),
      field('part', 'code', paragraph, {
        en: ['Measure', 'The id of the measure that it answers.'],
        fr: ['Mesure', 'L’identifiant de la mesure à laquelle elle répond.'],
        example: 'm1',
      }),
      field('digest', 'digest', paragraph, {
        en: ['Digest', 'SHA-256 of the file; filled in for attachments.'],
        fr: ['Empreinte', 'SHA-256 du fichier ; renseignée pour les pièces jointes.'],
        example: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      }),
      field('media_type', 'code', paragraph, {
        format: 'media_type',
        en: ['Media type', 'The type of the file.'],
        fr: ['Type de média', 'Le type du fichier.'],
        example: 'application/pdf',
      }),
      field('custody', 'text', paragraph, {
        textMax: 4000,
        en: ['Custody', 'Who has held it, from when to when.'],
        fr: ['Garde', 'Qui l’a détenue, de quand à quand.'],
        example: words('Seized on 2 March 2027, sealed since', 'Saisie le 2 mars 2027, scellée depuis'),
      }),
    ],
  });

/** Ids of objects that were furnished earlier in the case. */
export const furnishedObjects = (paragraph: string, required: boolean): FieldSpec =>
  field('objects', 'list', paragraph, {
    of: 'code',
    required,
    countMax: 64,
    en: ['Objects', 'Ids of the objects concerned, as they were furnished.'],
    fr: ['Pièces', 'Les identifiants des pièces visées, tels qu’elles ont été fournies.'],
    example: 'x1',
  });

import type { FieldSpec } from '../../field-spec.ts';
import { explained } from './explained.ts';
import { choice, field, words } from './field.ts';
import { offencesUnder } from './offences.ts';
import { factsSummary, ownReference, requestingAuthority } from './proceeding.ts';
import { contact, links, translations } from './relations.ts';

/** The text lists no contents (register A-17): who asks is asked for all the same. */
const authority: FieldSpec = { ...requestingAuthority, paragraph: 'EXT-1', derived: true };

export const presenceGrounds = explained('presence_grounds', 'EXT-1', {
  prominent: true,
  derived: true,
  en: ['Where the person is', 'Why you believe that the person is in the other State.'],
  fr: ['Présence', 'Pourquoi vous pensez que la personne se trouve dans l’autre État.'],
  example: ['Seen at Montego Bay on 2 March 2027', 'Vue à Montego Bay le 2 mars 2027'],
});

export const purposeOfExtradition = field('purpose', 'choice', 'EXT-1', {
  required: true,
  derived: true,
  choices: [
    choice('trial', 'trial', 'jugement'),
    choice('enforcement', 'enforcement of a sentence', 'exécution d’une peine', { paragraph: 'EXT-13' }),
  ],
  en: ['Purpose', 'To try the person, or to enforce a sentence.'],
  fr: ['But', 'Juger la personne, ou exécuter une peine.'],
  example: 'trial',
});

/** Each offence is decided by itself (EXT-3); its longest term is asked for because of EXT-8. */
export const extraditionOffences: FieldSpec = {
  ...offencesUnder('EXT-1', ['label', 'conduct_description']),
  help: words(
    'The offences, each with its longest term. Each is decided by itself.',
    'Les infractions, chacune avec sa peine maximale. Chacune fait l’objet d’une décision.',
  ),
};

export const warrant = explained('warrant', 'EXT-1', {
  required: true,
  derived: true,
  textMax: 2000,
  en: ['Warrant or judgment', 'The warrant of arrest or the judgment, with court, date and number.'],
  fr: ['Mandat ou jugement', 'Le mandat d’arrêt ou le jugement, avec la juridiction, la date et le numéro.'],
  example: [
    'Warrant of the High Court of 20 February 2027, no. 77/27',
    'Mandat de la Haute Cour du 20 février 2027, no 77/27',
  ],
});

export const facts: FieldSpec = { ...factsSummary, paragraph: 'EXT-1', required: true, derived: true };

/** What frames every request about extradition. */
export const extraditionContent = (asked: readonly FieldSpec[]): readonly FieldSpec[] => [
  authority,
  ownReference,
  contact,
  ...asked,
  links,
  translations,
];

/** The case of the extradition that was refused. */
export const refusedCase = (paragraph: string): FieldSpec =>
  field('refused_case', 'code', paragraph, {
    required: true,
    derived: true,
    format: 'case_id',
    en: ['Refused extradition', 'The id of that case (32 characters). Quote its refusal too.'],
    fr: ['Extradition refusée', 'L’identifiant de cette affaire (32 caractères). Citer aussi son refus.'],
    example: '00112233445566778899aabbccddeeff',
  });

/** What the file holds, item by item. */
export const inventory = (paragraph: string): FieldSpec =>
  field('inventory', 'list', paragraph, {
    of: 'text',
    required: true,
    derived: true,
    countMin: 1,
    countMax: 200,
    textMax: 500,
    en: ['File', 'What the file holds, item by item.'],
    fr: ['Dossier', 'Le contenu du dossier, pièce par pièce.'],
    example: words('1. Statement of the accountant, 5 March 2027', '1. Déposition du comptable, 5 mars 2027'),
  });

const sentenceField = (
  name: string,
  en: readonly [string, string],
  fr: readonly [string, string],
  example: readonly [string, string],
) => explained(name, 'EXT-13', { required: true, derived: true, textMax: 2000, en, fr, example });

/** What is enforced: judgment, sentence, served and remaining (EXT-13, TSP-1). */
export const sentence: readonly FieldSpec[] = [
  sentenceField(
    'judgment',
    ['Judgment', 'Court, date, number, and that it is final.'],
    ['Jugement', 'Juridiction, date, numéro, et son caractère définitif.'],
    ['High Court, 9 October 2026, no. 41/26, final', 'Haute Cour, 9 octobre 2026, no 41/26, définitif'],
  ),
  sentenceField(
    'sentence',
    ['Sentence', 'What was imposed.'],
    ['Peine', 'La peine prononcée.'],
    ['Three years of imprisonment', 'Trois ans d’emprisonnement'],
  ),
  sentenceField(
    'served',
    ['Served', 'How much of it is served.'],
    ['Purgée', 'La part déjà purgée.'],
    ['Six months, to 9 April 2027', 'Six mois, au 9 avril 2027'],
  ),
  sentenceField(
    'remainder',
    ['Remainder', 'What is left to be served.'],
    ['Reliquat', 'Ce qui reste à purger.'],
    ['Two years and six months', 'Deux ans et six mois'],
  ),
];

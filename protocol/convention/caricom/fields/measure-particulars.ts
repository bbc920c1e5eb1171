import type { FieldSpec, Text } from '../../field-spec.ts';
import { choice, field, words } from './field.ts';

type Wording = readonly [string, string];

/** A particular of some measures: wording of the body, missed with a warning or, for `must`, with a block. */
const particular = (
  name: string,
  paragraph: string,
  measures: readonly string[],
  rest: { en: Wording; fr: Wording; must?: readonly string[]; example?: Text } & Partial<FieldSpec>,
): FieldSpec => {
  const { must, ...more } = rest;
  return field(name, 'text', paragraph, {
    textMax: 4000,
    appliesWhen: { whenField: { field: 'code', values: measures } },
    missingLevel: 'WARN',
    derived: true,
    ...(must === undefined ? {} : { required: { whenField: { field: 'code', values: must } } }),
    ...more,
  });
};

const heard = ['evidence_or_statement'];
const served = ['service_of_documents'];
const comes = ['voluntary_appearance'];
const searched = ['search_seizure_freezing'];
const examined = ['examine_data_objects_sites'];
const informed = ['information_items_expertise'];
const recorded = ['records_originals_or_copies'];
const traced = ['trace_for_evidence'];
const frozen = ['freeze_trace_proceeds', 'asset_recovery'];

/** Particulars of measures that concern a person: MLA-3a, 3b and 3h. */
export const personParticulars: readonly FieldSpec[] = [
  field('person', 'code', 'MLA-3a', {
    refersTo: 'persons',
    appliesWhen: { whenField: { field: 'code', values: [...heard, ...served, ...comes] } },
    required: { whenField: { field: 'code', values: [...heard, ...comes] } },
    missingLevel: 'WARN',
    derived: true,
    en: ['Person', 'The id of the person concerned, from the list of persons.'],
    fr: ['Personne', 'L’identifiant de la personne visée, dans la liste des personnes.'],
    example: 'n1',
  }),
  field('capacity', 'choice', 'MLA-3a', {
    appliesWhen: { whenField: { field: 'code', values: [...heard, ...comes] } },
    required: { whenField: { field: 'code', values: comes } },
    missingLevel: 'WARN',
    derived: true,
    choices: [
      choice('witness', 'as a witness', 'comme témoin'),
      choice('expert', 'as an expert', 'comme expert'),
      choice('suspect', 'as a suspect', 'comme suspect'),
      choice('other', 'otherwise', 'à un autre titre'),
    ],
    en: ['Capacity', 'In what capacity the person is to be heard or to appear.'],
    fr: ['Qualité', 'À quel titre la personne doit être entendue ou comparaître.'],
    example: 'witness',
  }),
  particular('questions', 'MLA-3a', heard, {
    must: heard,
    en: ['Questions', 'What the person should be asked.'],
    fr: ['Questions', 'Ce qu’il faut demander à la personne.'],
    example: words(
      'Who opened the account, and who drew on it?',
      'Qui a ouvert le compte, et qui en a disposé ?',
    ),
  }),
  particular('form_wanted', 'MLA-3a', heard, {
    en: ['Form', 'Oath, affirmation, record or other form that you need.'],
    fr: ['Forme', 'Serment, déclaration, procès-verbal ou autre forme nécessaire.'],
    example: words('Sworn statement', 'Déposition sous serment'),
  }),
  particular('documents', 'MLA-3b', served, {
    must: served,
    en: ['Documents', 'The documents to be served.'],
    fr: ['Actes', 'Les actes à remettre.'],
    example: words(
      'Summons of 2 November 2026, with translation',
      'Citation du 2 novembre 2026, avec traduction',
    ),
  }),
  particular('addressee', 'MLA-3b', served, {
    must: served,
    en: ['Addressee', 'To whom, and where.'],
    fr: ['Destinataire', 'À qui, et où.'],
    example: words('The director of the company, at its seat', 'Le directeur de la société, à son siège'),
  }),
  particular('proof_of_service', 'MLA-3b', served, {
    en: ['Proof of service', 'The proof that you need.'],
    fr: ['Preuve de remise', 'La preuve dont vous avez besoin.'],
    example: words('Dated receipt signed by the addressee', 'Récépissé daté et signé par le destinataire'),
  }),
  particular('appearance', 'MLA-3h', comes, {
    must: comes,
    en: ['Appearance', 'Where and when the person should appear, and which expenses are offered.'],
    fr: ['Comparution', 'Où et quand la personne doit comparaître, et les frais offerts.'],
    example: words(
      'High Court, 12 April 2027; travel and lodging paid',
      'Haute Cour, 12 avril 2027 ; frais payés',
    ),
  }),
];

/** Particulars of measures that concern things, places, data and records. */
export const thingParticulars: readonly FieldSpec[] = [
  particular('place', 'MLA-3c', [...searched, ...examined], {
    must: searched,
    en: ['Place', 'The place, system or account.'],
    fr: ['Lieu', 'Le lieu, le système ou le compte.'],
    example: words('Server at 10 Harbour Street', 'Serveur au 10, rue du Port'),
  }),
  particular('things', 'MLA-3c', [...searched, ...examined, ...informed, ...traced, ...frozen], {
    must: [...searched, ...traced, ...frozen],
    en: ['Things or data', 'What is sought: data, objects, property, proceeds.'],
    fr: ['Choses ou données', 'Ce qui est recherché : données, objets, biens, produits.'],
    example: words('Mail sent from 1 to 5 March 2026', 'Messages envoyés du 1er au 5 mars 2026'),
  }),
  particular('link', 'MLA-3g', [...searched, ...traced, ...frozen], {
    must: [...searched, ...frozen],
    en: ['Link', 'What connects it with the offence, and on what grounds you believe so.'],
    fr: ['Lien', 'Ce qui la relie à l’infraction, et sur quels éléments repose cette conviction.'],
    example: words('The orders were sent from there.', 'Les ordres en sont partis.'),
  }),
  particular('examination', 'MLA-3d', examined, {
    must: examined,
    en: ['Examination', 'The examination that you want.'],
    fr: ['Examen', 'L’examen souhaité.'],
    example: words('Forensic image and log analysis', 'Copie forensique et analyse des journaux'),
  }),
  particular('expert_question', 'MLA-3e', informed, {
    en: ['Question to the expert', 'The question that an expert should answer.'],
    fr: ['Question à l’expert', 'La question à laquelle un expert doit répondre.'],
    example: words('Are the two images of one disk?', 'Les deux images proviennent-elles du même disque ?'),
  }),
  field('record_kind', 'choice', 'MLA-3f', {
    appliesWhen: { whenField: { field: 'code', values: recorded } },
    required: { whenField: { field: 'code', values: recorded } },
    missingLevel: 'WARN',
    derived: true,
    choices: [
      choice('government', 'government records', 'dossiers administratifs', { paragraph: 'MLA-34' }),
      choice('bank', 'bank records', 'documents bancaires', { paragraph: 'MLA-8' }),
      choice('financial', 'financial records', 'documents financiers', { paragraph: 'MLA-8' }),
      choice('corporate', 'corporate records', 'documents de société'),
      choice('business', 'business records', 'documents commerciaux'),
      choice('other', 'other records', 'autres documents'),
    ],
    en: ['Kind of record', 'What kind of record it is. Bank secrecy is no ground for refusal (MLA-8).'],
    fr: ['Type de dossier', 'Le type de dossier. Le secret bancaire n’est pas un motif de refus (MLA-8).'],
    example: 'bank',
  }),
  particular('holder', 'MLA-3f', recorded, {
    must: recorded,
    en: ['Holder', 'Who holds the records.'],
    fr: ['Détenteur', 'Qui détient les dossiers.'],
    example: words('Harbour Bank, main branch', 'Harbour Bank, agence principale'),
  }),
  period(
    'period_from',
    ['From', 'First day of the period.'],
    ['Du', 'Premier jour de la période.'],
    '2026-01-01',
  ),
  period(
    'period_until',
    ['Until', 'Last day of the period.'],
    ['Au', 'Dernier jour de la période.'],
    '2026-03-31',
  ),
  field('copy', 'choice', 'MLA-3f', {
    appliesWhen: { whenField: { field: 'code', values: recorded } },
    choices: [
      choice('certified_copy', 'certified copies', 'copies certifiées'),
      choice('original', 'originals', 'originaux'),
    ],
    en: ['Original or copy', 'What you need.'],
    fr: ['Original ou copie', 'Ce qu’il vous faut.'],
    example: 'certified_copy',
  }),
  particular('order', 'MLA-3k', frozen, {
    must: ['asset_recovery'],
    en: ['Judgment or order', 'The judgment or order on which the recovery rests.'],
    fr: ['Jugement ou ordonnance', 'Le jugement ou l’ordonnance qui fonde le recouvrement.'],
    example: words('Confiscation order of 9 October 2026', 'Ordonnance de confiscation du 9 octobre 2026'),
  }),
];

function period(name: string, en: Wording, fr: Wording, example: string): FieldSpec {
  return field(name, 'date', 'MLA-3f', {
    appliesWhen: { whenField: { field: 'code', values: [...recorded, ...informed] } },
    ...(name === 'period_until' ? { notBefore: 'period_from' } : {}),
    en,
    fr,
    example,
  });
}

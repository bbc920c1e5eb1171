import type { FieldSpec } from '../../field-spec.ts';
import { entryId, field, words } from './field.ts';
import { MEASURES } from './measure-choices.ts';
import { personParticulars, thingParticulars } from './measure-particulars.ts';

/** The `Measure` block: each with its own code, particulars, decision and result (MLA-3, 20d). */
export const measures: FieldSpec = field('measures', 'list', 'MLA-20d', {
  required: true,
  countMin: 1,
  countMax: 50,
  en: ['Measures', 'What you ask for. Each measure is decided and answered by itself.'],
  fr: [
    'Mesures',
    'Ce que vous demandez. Chaque mesure fait l’objet d’une décision et d’une réponse propres.',
  ],
  fields: [
    entryId('m'),
    field('code', 'choice', 'MLA-3', {
      required: true,
      choices: MEASURES,
      en: ['Measure', 'The kind of assistance.'],
      fr: ['Mesure', 'Le type d’entraide.'],
      example: 'records_originals_or_copies',
    }),
    field('description', 'text', 'MLA-20d', {
      required: true,
      textMax: 10_000,
      en: ['Description', 'Exactly what should be done.'],
      fr: ['Description', 'Ce qu’il faut faire, précisément.'],
      example: words(
        'Statements and opening documents of account 0042-7719 at the Harbour Bank',
        'Relevés et documents d’ouverture du compte 0042-7719 à la Harbour Bank',
      ),
    }),
    ...personParticulars,
    ...thingParticulars,
  ],
});

/** MLA-20d: procedures that should be followed; RESULT answers each by its id (MLA-22). */
export const particularProcedures = field('particular_procedures', 'list', 'MLA-20d', {
  countMax: 50,
  en: ['Particular procedures', 'Forms that must be kept for the evidence to stand before your courts.'],
  fr: [
    'Procédures particulières',
    'Les formes à respecter pour que la preuve soit recevable devant vos tribunaux.',
  ],
  fields: [
    entryId('pr'),
    field('measure', 'code', 'MLA-20d', {
      refersTo: 'measures',
      en: ['Measure', 'The id of the measure it belongs to; all of them if left out.'],
      fr: ['Mesure', 'L’identifiant de la mesure visée ; toutes, à défaut.'],
      example: 'm1',
    }),
    field('text', 'text', 'MLA-20d', {
      required: true,
      textMax: 4000,
      en: ['Procedure', 'What should be done, and why it matters.'],
      fr: ['Procédure', 'Ce qui doit être fait, et pourquoi.'],
      example: words(
        'Copies certified by the custodian of the records, under oath',
        'Copies certifiées sous serment par le dépositaire des dossiers',
      ),
    }),
  ],
});

/** The same for a kind whose parts are entries of another list than that of measures. */
export function proceduresOn(list: string, example: string): FieldSpec {
  const fields = (particularProcedures.fields ?? []).map((inner) =>
    inner.name === 'measure'
      ? {
          ...inner,
          refersTo: list,
          example,
          label: words('Entry', 'Entrée'),
          help: words(
            'The id of the entry of data it belongs to; all of them if left out.',
            'L’identifiant de l’entrée visée ; toutes, à défaut.',
          ),
        }
      : inner,
  );
  return { ...particularProcedures, fields };
}

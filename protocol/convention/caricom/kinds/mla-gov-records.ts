import type { KindSpec } from '../../instrument.ts';
import { choice, entryId, field, words } from '../fields/field.ts';
import { proceduresOn } from '../fields/measures.ts';
import { assistanceContent } from './assistance.ts';
import { alsoRefusable, ASSISTANCE_KIND } from './persons-heard-or-moved.ts';

const records = field('records', 'list', 'MLA-34', {
  required: true,
  countMin: 1,
  countMax: 50,
  en: ['Records', 'What you ask for. Each record is decided and answered by itself.'],
  fr: [
    'Dossiers',
    'Ce que vous demandez. Chaque dossier fait l’objet d’une décision et d’une réponse propres.',
  ],
  fields: [
    entryId('r'),
    field('description', 'text', 'MLA-34', {
      required: true,
      textMax: 4000,
      en: ['Description', 'Which record, exactly.'],
      fr: ['Description', 'Quel dossier, précisément.'],
      example: words(
        'Register of companies: entry and filings of Harbour Trading Ltd',
        'Registre des sociétés : inscription et dépôts de Harbour Trading Ltd',
      ),
    }),
    field('holder', 'text', 'MLA-34', {
      textMax: 300,
      en: ['Holder', 'Which office holds it, if you know.'],
      fr: ['Détenteur', 'Quel service le détient, si vous le savez.'],
      example: words('Registrar of Companies', 'Registre des sociétés'),
    }),
    field('certification', 'choice', 'MLA-34', {
      choices: [
        choice('none', 'a plain copy', 'une copie simple'),
        choice('certified_copy', 'a certified copy', 'une copie certifiée'),
        choice('original', 'the original', 'l’original'),
      ],
      en: ['Form', 'The form in which you need it.'],
      fr: ['Forme', 'La forme dans laquelle il vous le faut.'],
      example: 'certified_copy',
    }),
  ],
});

/** MLA-34: public records are given; others at the discretion of the State that holds them. */
export const MLA_GOV_RECORDS: KindSpec = {
  ...ASSISTANCE_KIND,
  kind: 'mla.gov_records',
  title: words('Records of public authorities', 'Dossiers d’autorités publiques'),
  articles: ['MLA-34', 'MLA-3', 'MLA-20'],
  content: assistanceContent([records, proceduresOn('records', 'r1')]).map((spec) =>
    spec.name === 'facts_summary' ? { ...spec, required: true } : spec,
  ),
  partsField: 'records',
  grounds: [...ASSISTANCE_KIND.grounds, alsoRefusable('G-RECORD-DISCRETION', 'MLA-34b')],
  forbidden: [...ASSISTANCE_KIND.forbidden, 'X-PUBLIC-RECORD'],
};

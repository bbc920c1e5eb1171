import type { KindSpec } from '../../instrument.ts';
import { choice, entryId, field, words } from '../fields/field.ts';
import { cooperation } from './cooperation.ts';

const onAnalysis = { whenField: { field: 'class', values: ['analysis'] } } as const;

const cells = field('cells', 'list', 'STAT-1', {
  countMax: 500,
  en: ['Figures', 'Counts by the common definitions. No case, name or selector stands here.'],
  fr: ['Chiffres', 'Comptes selon les définitions communes. Ni affaire, ni nom, ni sélecteur n’y figure.'],
  fields: [
    entryId('c'),
    field('statistic', 'code', 'STAT-1', {
      required: true,
      en: ['Statistic', 'Its code: S-VOLUME, S-TIME …'],
      fr: ['Statistique', 'Son code : S-VOLUME, S-TIME …'],
      example: 'S-VOLUME',
    }),
    field('group', 'code', 'STAT-1', {
      en: ['Group', 'What is counted: a kind, a ground, a year.'],
      fr: ['Groupe', 'Ce qui est compté : un type, un motif, une année.'],
      example: 'data.preserve',
    }),
    field('count', 'integer', 'STAT-1', {
      integerMin: 0,
      integerMax: 1_000_000_000,
      en: ['Count', 'The number; left out where it is held back.'],
      fr: ['Nombre', 'Le nombre ; omis s’il est masqué.'],
      example: '41',
    }),
    field('suppressed', 'boolean', 'STAT-1', {
      en: ['Held back', '`yes` if the count is too small to be told.'],
      fr: ['Masqué', '`oui` si le nombre est trop petit pour être communiqué.'],
      example: 'no',
    }),
  ],
});

/** STAT, STATP-2, COP-3b: statistics and analysis, by common definitions and with no case in them. */
export const STATS_SHARE: KindSpec = cooperation({
  kind: 'stats.share',
  title: words('Statistics and analysis', 'Statistiques et analyses'),
  articles: ['STAT-1', 'STATP-2', 'COP-3b'],
  opensWith: 'TRANSMIT',
  unsolicited: true,
  routes: [{ from: ['CA', 'COMP'], to: ['CA', 'COMP'], paragraph: 'STAT-1' }],
  grounds: [],
  groundsClosed: true,
  intakeReasons: [],
  timers: [],
  verbs: ['TRANSMIT', 'CORRECTION', 'NONCONFORMITY_NOTICE', 'CLOSE'],
  content: [
    field('class', 'choice', 'STAT-1', {
      required: true,
      choices: [
        choice('statistics', 'statistics', 'statistiques', { paragraph: 'STAT-1' }),
        choice('analysis', 'analysis or best practice', 'analyse ou bonne pratique', {
          paragraph: 'STATP-2',
        }),
      ],
      en: ['Class', 'Figures, or an analysis.'],
      fr: ['Catégorie', 'Des chiffres, ou une analyse.'],
      example: 'statistics',
    }),
    field('definition_version', 'code', 'STAT-1', {
      required: true,
      en: ['Definitions', 'The version of the common definitions.'],
      fr: ['Définitions', 'La version des définitions communes.'],
      example: 'caricom-2022-1',
    }),
    field('from', 'date', 'STAT-1', {
      required: true,
      en: ['From', 'The first day of the period.'],
      fr: ['Du', 'Le premier jour de la période.'],
      example: '2026-01-01',
    }),
    field('until', 'date', 'STAT-1', {
      required: true,
      notBefore: 'from',
      en: ['Until', 'The last day of the period.'],
      fr: ['Au', 'Le dernier jour de la période.'],
      example: '2026-12-31',
    }),
    cells,
    field('author', 'text', 'STATP-2', {
      required: onAnalysis,
      textMax: 300,
      en: ['Author', 'The authority that wrote it.'],
      fr: ['Auteur', 'L’autorité qui l’a établie.'],
      example: words('Central Authority', 'Autorité centrale'),
    }),
    field('dated', 'date', 'STATP-2', {
      required: onAnalysis,
      en: ['Dated', 'The day of the paper.'],
      fr: ['Daté du', 'Le jour du document.'],
      example: '2027-01-31',
    }),
    field('licence', 'choice', 'STATP-2', {
      required: onAnalysis,
      choices: [
        choice('authorities', 'for authorities alone', 'pour les seules autorités'),
        choice('with_source', 'free, with its source named', 'libre, avec mention de la source'),
        choice('public', 'free', 'libre'),
      ],
      en: ['Use', 'What may be done with it.'],
      fr: ['Usage', 'Ce qui peut en être fait.'],
      example: 'with_source',
    }),
    field('notes', 'text', 'STAT-1', {
      textMax: 60_000,
      en: ['Text', 'The analysis, or notes on the figures.'],
      fr: ['Texte', 'L’analyse, ou des notes sur les chiffres.'],
      example: words('Requests rose by a third.', 'Les demandes ont augmenté d’un tiers.'),
    }),
  ],
  variations: { TRANSMIT: { caveats: [] }, CLOSE: { from: ['received'] } },
  checks: {
    TRANSMIT: [
      {
        check: 'held-back-and-told',
        level: 'BLOCK',
        paragraph: 'STAT-1',
        when: {
          some: {
            list: 'cells',
            where: { all: [{ field: 'suppressed', equals: true }, { given: 'count' }] },
          },
        },
        says: words(
          'A figure that is held back must not be told: leave out its count.',
          'Un chiffre masqué ne doit pas être communiqué : omettre le nombre.',
        ),
      },
    ],
  },
});

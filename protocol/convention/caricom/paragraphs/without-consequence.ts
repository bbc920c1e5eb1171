import type { Text } from '../../field-spec.ts';

/** Paragraphs from which nothing follows between two nodes, and why. */
export const WITHOUT_CONSEQUENCE: Readonly<Record<string, Text>> = {
  'ECD-1': {
    en: 'a programme for States; nothing is exchanged',
    fr: 'un programme pour les États ; rien ne s’échange',
  },
  'ECD-2b': {
    en: 'money and material do not pass between nodes',
    fr: 'argent et matériel ne passent pas entre nœuds',
  },
  'ECD-2d': {
    en: 'an effort towards others, outside the network',
    fr: 'un effort envers d’autres, hors du réseau',
  },
  'ECD-3': {
    en: 'other commitments are outside this text',
    fr: 'd’autres engagements sont hors de ce texte',
  },
  'COP-1': { en: 'founds a body that is not on the network', fr: 'fonde un organe hors du réseau' },
  'COP-3a': { en: 'a task of the Conference alone', fr: 'une tâche de la seule Conférence' },
  'AMD-2': { en: 'votes are cast in the Conference', fr: 'les votes ont lieu à la Conférence' },
  'SOC-1c': { en: 'education is domestic', fr: 'l’éducation est interne' },
  'TRAIN-3': {
    en: 'domestic; the prosecution’s desk has the same forms',
    fr: 'interne ; le parquet a les mêmes formulaires',
  },
  'MECL-1a': { en: 'domestic; see MECL-1', fr: 'interne ; voir MECL-1' },
  'MECL-1b': { en: 'domestic; see MECL-1', fr: 'interne ; voir MECL-1' },
  'PRE-1': { en: 'a recital that asks for nothing', fr: 'un considérant qui ne demande rien' },
  'PRE-3': { en: 'a recital that asks for nothing', fr: 'un considérant qui ne demande rien' },
  'PRE-4': { en: 'a recital that asks for nothing', fr: 'un considérant qui ne demande rien' },
  'PRE-5': { en: 'a recital that asks for nothing', fr: 'un considérant qui ne demande rien' },
  'PRE-6': { en: 'a recital that asks for nothing', fr: 'un considérant qui ne demande rien' },
  'PRE-12': { en: 'a recital that asks for nothing', fr: 'un considérant qui ne demande rien' },
};

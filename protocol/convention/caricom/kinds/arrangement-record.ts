import type { KindSpec } from '../../instrument.ts';
import { choice, field, words } from '../fields/field.ts';
import { ownReference } from '../fields/proceeding.ts';
import { links, translations } from '../fields/relations.ts';
import { cooperation, proposalsOn } from './cooperation.ts';

const PROPOSALS = proposalsOn('MLA-35', [
  choice('direct_le_cooperation', 'police cooperation', 'la coopération policière', { paragraph: 'LEC-2' }),
  choice('wider_scope', 'links with other crimes too', 'aussi les liens avec d’autres infractions', {
    paragraph: 'LEC-1a',
  }),
  choice('special_techniques', 'special techniques', 'les techniques spéciales', { paragraph: 'SIT-2' }),
  choice('mutual_legal_assistance', 'mutual legal assistance', 'l’entraide judiciaire', {
    paragraph: 'MLA-35',
  }),
  choice('emergency', 'assistance in emergencies', 'l’entraide d’urgence', { paragraph: 'EMLA-8' }),
  choice('extradition', 'extradition', 'l’extradition', { paragraph: 'MLA-6' }),
  choice('sentenced_persons', 'sentenced persons', 'les personnes condamnées', { paragraph: 'MLA-6' }),
  choice('training', 'training', 'la formation', { paragraph: 'TRAIN-6' }),
  choice('logistics', 'material and logistical help', 'l’aide matérielle et logistique', {
    paragraph: 'ECD-4',
  }),
]);

const terms = [
  field('text_hash', 'digest', 'MLA-35', {
    required: true,
    en: ['Digest of the text', 'SHA-256 of the text as it is to be signed.'],
    fr: ['Empreinte du texte', 'SHA-256 du texte tel qu’il doit être signé.'],
    example: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  }),
  field('from', 'date', 'MLA-35', {
    required: true,
    en: ['In force from', 'The first day on which it holds.'],
    fr: ['En vigueur du', 'Le premier jour où il vaut.'],
    example: '2027-02-01',
  }),
  field('until', 'date', 'MLA-35', {
    notBefore: 'from',
    en: ['Until', 'The last day, if it has one.'],
    fr: ['Au', 'Le dernier jour, s’il y en a un.'],
    example: '2031-12-31',
  }),
  field('rule_pack', 'code', 'MLA-6', {
    en: ['Rule-pack', 'The rules of a treaty as data, if both have them.'],
    fr: ['Jeu de règles', 'Les règles d’un traité sous forme de données, si les deux les ont.'],
    example: 'treaty-1996',
  }),
  field('replaces', 'code', 'MLA-7', {
    en: ['Replaces', 'The reference of the arrangement that it takes the place of.'],
    fr: ['Remplace', 'La référence de l’arrangement auquel il se substitue.'],
    example: 'POL-2024',
  }),
];

/**
 * An arrangement of two States, for any subject on which the text encourages one. The proposer counts as the
 * requesting side (D-24). Once agreed, each State puts its reference into its own profile.
 */
export const ARRANGEMENT_RECORD: KindSpec = cooperation({
  kind: 'arrangement.record',
  title: words('Arrangement', 'Arrangement'),
  articles: ['MLA-7', 'MLA-35', 'EMLA-8', 'LEC-2', 'SIT-2', 'TRAIN-6', 'ECD-4'],
  opensWith: 'PROPOSE',
  routes: [{ from: ['CA', 'EXA', 'LEA'], to: ['CA', 'EXA', 'LEA'], paragraph: 'MLA-35' }],
  grounds: [],
  groundsClosed: true,
  intakeReasons: [],
  timers: ['T-CONSULT'],
  verbs: [
    'PROPOSE',
    'AGREE',
    'DECLINE',
    'CONSULT_OPEN',
    'CONSULT_NOTE',
    'CONSULT_CLOSE',
    'LINK_CASE',
    'NONCONFORMITY_NOTICE',
    'CLOSE',
  ],
  content: [ownReference, ...terms, links, translations],
  variations: {
    PROPOSE: { ...PROPOSALS.PROPOSE, sender: 'requesting', from: [], to: 'received', effects: ['open'] },
    AGREE: { ...PROPOSALS.AGREE, from: ['received'], to: 'executed', effects: ['grant', 'agree'] },
    DECLINE: { ...PROPOSALS.DECLINE, from: ['received'], to: 'refused', effects: ['refuse'] },
    CLOSE: { from: ['received', 'executed', 'refused'] },
  },
});

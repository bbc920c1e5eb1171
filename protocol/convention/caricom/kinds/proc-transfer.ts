import type { KindSpec } from '../../instrument.ts';
import { explained } from '../fields/explained.ts';
import { extraditionContent, facts } from '../fields/extradition.ts';
import { choice, entryId, field, words } from '../fields/field.ts';
import { offencesUnder } from '../fields/offences.ts';
import { persons } from '../fields/persons.ts';
import { BASE_VERBS, CONSULT_VERBS } from './verb-sets.ts';

const items = field('inventory', 'list', 'TCP-1', {
  required: true,
  derived: true,
  countMin: 1,
  countMax: 100,
  en: ['File', 'What the file holds. Each item is confirmed by itself.'],
  fr: ['Dossier', 'Le contenu du dossier. Chaque pièce est confirmée à part.'],
  fields: [
    entryId('f'),
    field('description', 'text', 'TCP-1', {
      required: true,
      textMax: 1000,
      en: ['Item', 'What it is.'],
      fr: ['Pièce', 'De quoi il s’agit.'],
      example: words('Statement of the accountant, 5 March 2027', 'Déposition du comptable, 5 mars 2027'),
    }),
    field('digest', 'digest', 'TCP-1', {
      en: ['Digest', 'SHA-256 of the file, if it is one.'],
      fr: ['Empreinte', 'SHA-256 du fichier, s’il y en a un.'],
      example: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    }),
  ],
});

/** TCP-1: one State takes over the proceedings of another. */
export const PROC_TRANSFER: KindSpec = {
  kind: 'proc.transfer',
  title: words('Transfer of criminal proceedings', 'Transfert de procédures pénales'),
  articles: ['TCP-1'],
  opensWith: 'REQUEST',
  unsolicited: false,
  routes: [{ from: ['CA'], to: ['CA'], paragraph: 'TCP-1' }],
  regimes: ['article_only'],
  content: extraditionContent([
    field('direction', 'choice', 'TCP-1', {
      required: true,
      derived: true,
      choices: [
        choice('offered', 'we offer you our proceedings', 'nous vous offrons notre procédure'),
        choice('wanted', 'we ask for yours', 'nous demandons la vôtre'),
      ],
      en: ['Direction', 'Whose proceedings are to go to whom.'],
      fr: ['Sens', 'Quelle procédure va à qui.'],
      example: 'offered',
    }),
    explained('proceeding', 'TCP-1', {
      required: true,
      derived: true,
      textMax: 1000,
      en: ['Proceeding', 'Which proceeding: authority, number, stage.'],
      fr: ['Procédure', 'Quelle procédure : autorité, numéro, stade.'],
      example: [
        'Director of Public Prosecutions, CR 12/2027, charged',
        'Procureur général, CR 12/2027, mise en accusation',
      ],
    }),
    { ...offencesUnder('TCP-1', ['label', 'conduct_description']) },
    persons,
    { ...facts, paragraph: 'TCP-1' },
    explained('reasons', 'TCP-1', {
      required: true,
      derived: true,
      en: ['Reasons', 'Why it serves the proper administration of justice.'],
      fr: ['Raisons', 'Pourquoi c’est dans l’intérêt d’une bonne administration de la justice.'],
      example: ['Two States prosecute the same group.', 'Deux États poursuivent le même groupe.'],
    }),
    field('jurisdictions', 'list', 'TCP-1', {
      of: 'code',
      format: 'party',
      countMax: 30,
      en: ['Other jurisdictions', 'Codes of the States that have jurisdiction too.'],
      fr: ['Autres compétences', 'Les codes des États également compétents.'],
      example: 'TT',
    }),
    items,
  ]),
  partsField: 'inventory',
  grounds: [{ code: 'G-DISCRETION', paragraph: 'TCP-1', consultFirst: false, reasons: 'ack' }],
  groundsClosed: false,
  forbidden: [],
  dualCriminality: 'none',
  postpone: { allowed: false, consultFirst: false },
  intakeReasons: ['security_level', 'authenticity', 'not_party'],
  timers: ['T-ACK', 'T-EXECUTE', 'T-STATUS-REPLY', 'T-INFO-REPLY', 'T-CONSULT'],
  verbs: [
    'REQUEST',
    ...BASE_VERBS,
    ...CONSULT_VERBS.filter((name) => !name.startsWith('CONDITIONS_')),
    'RECONSIDER',
  ],
  automaticCaveats: [],
  variations: {
    REQUEST: {
      duties: [
        { timer: 'T-ACK', paragraph: 'TCP-1', debtor: 'requested' },
        { timer: 'T-EXECUTE', paragraph: 'TCP-1', debtor: 'requested' },
      ],
    },
    RESULT: {
      content: [
        field('transferred_on', 'date', 'TCP-1', {
          required: true,
          en: ['Transferred on', 'Since when the proceedings are with the receiving State.'],
          fr: ['Transférée le', 'Depuis quand la procédure relève de l’État d’arrivée.'],
          example: '2027-05-01',
        }),
        explained('receiving_authority', 'TCP-1', {
          required: true,
          textMax: 300,
          en: ['Receiving authority', 'Which authority has them now.'],
          fr: ['Autorité', 'Quelle autorité en est désormais chargée.'],
          example: ['Director of Public Prosecutions', 'Procureur général'],
        }),
      ],
    },
  },
  paragraphsUnder: {},
};

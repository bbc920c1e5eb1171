import type { VerbSpec } from '../../instrument.ts';
import { choice, field, words } from '../fields/field.ts';
import { ANY, verb } from './verb.ts';

const SUBJECTS = [
  choice('regime', 'which rule-book governs', 'les règles applicables', { paragraph: 'MLA-7' }),
  choice('interpol_channel', 'the way through INTERPOL', 'la voie INTERPOL', { paragraph: 'MLA-17' }),
  choice('oral_requests', 'oral requests', 'les demandes orales', { paragraph: 'MLA-18' }),
  choice('hearing_modalities', 'how a hearing by video is held', 'les modalités d’une audition par vidéo', {
    paragraph: 'MLA-23',
  }),
  choice('safe_conduct_days', 'the days of a safe conduct', 'la durée d’un sauf-conduit', {
    paragraph: 'MLA-32',
  }),
  choice('return_terms', 'how and when a person returns', 'le retour d’une personne', {
    paragraph: 'MLA-13b',
  }),
  choice('sentenced_persons', 'a transfer of sentenced persons', 'le transfèrement de condamnés', {
    paragraph: 'TSP-1',
  }),
  choice('extradition_treaty', 'an extradition treaty', 'un traité d’extradition', { paragraph: 'EXT-18' }),
  choice('cost_sharing', 'who bears which costs', 'le partage des frais', { paragraph: 'MLA-33' }),
  choice('accepted_forms', 'the forms that are accepted', 'les formes acceptées', { paragraph: 'MLA-35' }),
  choice('alt_result_channel', 'another way for the result', 'une autre voie pour le résultat', {
    paragraph: 'EMLA-6',
  }),
  choice('treat_as_ordinary', 'to go on without urgency', 'suite sans urgence', { paragraph: 'EMLA-4' }),
  choice('logistics', 'practical matters', 'des questions pratiques', { paragraph: 'MLA-35' }),
];

const subject = field('subject', 'choice', 'MLA-35', {
  required: true,
  choices: SUBJECTS,
  en: ['Subject', 'What is to be agreed.'],
  fr: ['Objet', 'Ce qui est à convenir.'],
  example: 'cost_sharing',
});

const whenRegime = { whenField: { field: 'subject', values: ['regime'] } } as const;

/** The proposal that is meant: its id fixes its wording too. */
const proposal = field('answers_item', 'digest', 'MLA-35', {
  filledByNode: true,
  en: ['Proposal', 'Filled in by the node: the proposal of the other side that is answered.'],
  fr: ['Proposition', 'Renseignée par le nœud : la proposition de l’autre partie à laquelle il est répondu.'],
});

/** Duties that end with agreement on a subject. */
const endedBy = (subject: string, timers: readonly string[]) =>
  timers.map((timer) => ({ timer, when: { field: 'subject', equals: subject } }));

/** What two States agree on within a case (register 2.3). */
export const PROPOSAL_VERBS: readonly VerbSpec[] = [
  verb('PROPOSE', words('proposal', 'proposition'), {
    paragraph: 'MLA-35',
    sender: 'either',
    from: ANY,
    opens: { dialog: 'proposal', purposeField: 'subject', keepsTerms: true },
    duties: [{ timer: 'T-CONSULT', paragraph: 'MLA-35', debtor: 'other' }],
    content: [
      subject,
      field('procedure', 'choice', 'MLA-7', {
        appliesWhen: whenRegime,
        required: whenRegime,
        choices: [
          choice(
            'treaty_replaced_by_mla_9_29',
            'MLA-9 to 29, in place of the treaty',
            'MLA-9 à 29, au lieu du traité',
          ),
          choice('treaty', 'the treaty', 'le traité'),
          choice('mla_9_29', 'MLA-9 to 29', 'MLA-9 à 29'),
          choice(
            'treaty_replaced_by_budapest',
            'articles 27 and 28 of the Budapest Convention, in place of the treaty',
            'articles 27 et 28 de la Convention de Budapest, au lieu du traité',
          ),
          choice(
            'budapest_27_28',
            'articles 27 and 28 of the Budapest Convention',
            'articles 27 et 28 de la Convention de Budapest',
          ),
        ],
        en: ['Rule-book', 'The rules that are to govern the case from then on.'],
        fr: ['Règles', 'Les règles qui doivent régir l’affaire désormais.'],
        example: 'treaty_replaced_by_mla_9_29',
      }),
      field('text', 'text', 'MLA-35', {
        required: true,
        marks: true,
        textMax: 20_000,
        en: ['Proposal', 'What you propose, in the words that are to hold.'],
        fr: ['Proposition', 'Ce que vous proposez, dans les termes qui feront foi.'],
        example: words(
          'Each side bears its own costs; those of the expert are shared equally.',
          'Chaque partie supporte ses frais ; ceux de l’expert sont partagés par moitié.',
        ),
      }),
    ],
  }),
  verb('AGREE', words('agreement to a proposal', 'accord sur une proposition'), {
    paragraph: 'MLA-35',
    sender: 'dialog_other',
    from: ANY,
    closes: { dialog: 'proposal', purposeField: 'subject' },
    effects: ['agree'],
    discharges: ['T-CONSULT'],
    dischargesWhen: [
      ...endedBy('treat_as_ordinary', ['T-EMLA-SUPP-ASK', 'T-EMLA-SUPP', 'T-EMLA-RESPOND']),
      ...endedBy('return_terms', ['T-INCIDENT']),
      ...endedBy('settlement', ['T-NEGOTIATE', 'T-ICJ']),
      ...endedBy('arbitration', ['T-ICJ']),
    ],
    content: [subject, proposal],
  }),
  verb('DECLINE', words('proposal declined', 'refus d’une proposition'), {
    paragraph: 'MLA-35',
    sender: 'dialog_other',
    from: ANY,
    closes: { dialog: 'proposal', purposeField: 'subject' },
    discharges: ['T-CONSULT'],
    content: [
      subject,
      proposal,
      field('reasons', 'text', 'MLA-35', {
        textMax: 10_000,
        en: ['Reasons', 'Why, if you want to say so.'],
        fr: ['Raisons', 'Pourquoi, si vous voulez le dire.'],
        example: words('Our law leaves no choice in this.', 'Notre droit ne laisse pas ce choix.'),
      }),
    ],
  }),
];

import type { Duty, VerbSpec } from '../../instrument.ts';
import { choice, field, words } from '../fields/field.ts';
import { note } from '../fields/scope.ts';
import { DATA_DUTIES, DECIDED_DATA, FIRST_ANSWER } from './data-duties.ts';
import { DECIDED_PERSONS } from './person-duties.ts';
import { LIVE, verb } from './verb.ts';

const owed = (timer: string, paragraph: string, debtor: Duty['debtor'], rest: Partial<Duty> = {}): Duty => ({
  timer,
  paragraph,
  debtor,
  ...rest,
});

/**
 * Verbs that open a case, and what the other side says first (register 2.1). Openings carry their kind's
 * content.
 */
export const OPENING_VERBS: readonly VerbSpec[] = [
  verb('REQUEST', words('request', 'demande'), {
    paragraph: 'MLA-20',
    sender: 'requesting',
    opening: true,
    from: ['intake_rejected'],
    to: 'received',
    effects: ['open'],
    caveats: ['C-CONF-REQ'],
    duties: [
      owed('T-DUTY-ACK', 'N247-1', 'requested'),
      owed('T-ACK', 'MLA-15', 'requested'),
      owed('T-SPEEDY', 'MLA-15', 'requested'),
      owed('T-EXECUTE', 'MLA-29', 'requested'),
      owed('T-SUGGESTED', 'MLA-29', 'requested', {
        onlyWhen: { field: 'deadline_reasons_given', equals: true },
      }),
      owed('T-STILL-NEEDED', 'MLA-29', 'requesting'),
      ...DATA_DUTIES,
      owed('T-CA-COPY', 'EMLA-9', 'requesting', { onlyWhen: { recipient: ['JUD', 'POC'] } }),
    ],
  }),
  verb('TRANSMIT', words('transmission of information', 'transmission d’informations'), {
    paragraph: 'SPI-1',
    sender: 'requested',
    opening: true,
    from: [],
    to: 'received',
    effects: ['open'],
    caveats: ['C-SPI-CONF', 'C-SPI-USE'],
  }),
  verb('INTAKE_REJECT', words('not taken in', 'irrecevabilité formelle'), {
    paragraph: 'MLA-19',
    sender: 'requested',
    from: ['received'],
    to: 'intake_rejected',
    guards: ['intake-reason'],
    discharges: [
      'T-ACK',
      'T-SPEEDY',
      'T-EXECUTE',
      'T-SUGGESTED',
      'T-STILL-NEEDED',
      ...DECIDED_DATA,
      ...DECIDED_PERSONS,
    ],
    content: [
      field('reason', 'choice', 'MLA-19', {
        required: true,
        choicesFrom: 'intakeReasons',
        en: ['Reason', 'Why it cannot be taken in as it is. It is not a refusal, and can be cured.'],
        fr: [
          'Motif',
          'Pourquoi elle ne peut être reçue telle quelle. Ce n’est pas un refus, et cela se répare.',
        ],
        example: 'security_level',
      }),
      field('requirement', 'code', 'MLA-19', {
        required: { whenField: { field: 'reason', values: ['security_level'] } },
        en: ['Requirement', 'The requirement of your profile that is not met, such as countersignature.'],
        fr: ['Exigence', 'L’exigence de votre profil qui n’est pas remplie, par exemple countersignature.'],
        example: 'countersignature',
      }),
      field('cure', 'text', 'MLA-19', {
        required: true,
        marks: true,
        textMax: 4000,
        en: ['How to cure it', 'What the other side should do so that you can take it in.'],
        fr: ['Comment y remédier', 'Ce que l’autre partie doit faire pour que vous puissiez la recevoir.'],
        example: words(
          'Send it again with the signature of a second officer.',
          'L’envoyer à nouveau avec la signature d’un second officier.',
        ),
      }),
      field('electronic_form', 'boolean', 'MLA-19', {
        en: ['Electronic form', 'Is it because the request is electronic? That is no reason (MLA-19).'],
        fr: [
          'Forme électronique',
          'Est-ce parce que la demande est électronique ? Ce n’est pas un motif (MLA-19).',
        ],
        example: 'no',
      }),
    ],
  }),
  verb('ACKNOWLEDGE', words('acknowledgement', 'accusé de réception'), {
    paragraph: 'MLA-15',
    sender: 'requested',
    from: ['received'],
    to: 'in_review',
    discharges: ['T-ACK', ...FIRST_ANSWER],
    dischargesWhen: [{ timer: 'T-EMLA-SUPP-ASK', when: { given: 'emergency_satisfied' } }],
    content: [
      field('own_reference', 'text', 'MLA-15', {
        textMax: 100,
        en: ['Your reference', 'Your office’s own file number.'],
        fr: ['Votre référence', 'Le numéro de dossier de votre service.'],
        example: 'CA/JM/2026/88',
      }),
      field('contact', 'text', 'MLA-15', {
        textMax: 1000,
        en: ['Contact', 'Who deals with it, and how to reach that person.'],
        fr: ['Contact', 'Qui s’en occupe, et comment joindre cette personne.'],
        example: words('Ms A. Brown, +1 876 555 0100', 'Mme A. Brown, +1 876 555 0100'),
      }),
      field('deadline_can_be_met', 'choice', 'MLA-29', {
        choices: [
          choice('yes', 'yes', 'oui'),
          choice('no', 'no', 'non'),
          choice('not_known', 'not known yet', 'pas encore connu'),
        ],
        en: ['Can the suggested deadline be met', 'If one was suggested.'],
        fr: ['Le délai suggéré peut-il être tenu', 'S’il y en a un.'],
        example: 'yes',
      }),
      field('expected_date', 'date', 'MLA-29', {
        en: ['Expected on', 'When you expect to answer.'],
        fr: ['Réponse prévue le', 'Quand vous comptez répondre.'],
        example: '2027-03-15',
      }),
      note('MLA-15', 'Anything else that the other side should know.', 'Toute autre précision utile.'),
    ],
  }),
  verb('FORWARD_NOTICE', words('notice of forwarding', 'avis de transmission'), {
    paragraph: 'MLA-15',
    sender: 'requested',
    from: LIVE,
    effects: ['forward'],
    discharges: ['T-SPEEDY', 'T-DUTY-ACK', 'T-N247-FIRST', 'T-EARLY-WARNING'],
    duties: [owed('T-INTRA-STATE', 'N247-3', 'author')],
    content: [
      field('date', 'date', 'MLA-15', {
        required: true,
        en: ['Date', 'When it was passed on.'],
        fr: ['Date', 'Quand elle a été transmise.'],
        example: '2026-12-02',
      }),
      field('desk', 'code', 'MLA-15', {
        en: ['Desk', 'The id of the desk of your own node that deals with it from now on, if it is one.'],
        fr: ['Service', 'L’identifiant du service de votre nœud qui s’en occupe désormais, s’il y en a un.'],
        example: 'ca',
      }),
      field('authority', 'text', 'MLA-15', {
        textMax: 300,
        en: ['Authority', 'The competent authority. Its name may be withheld.'],
        fr: ['Autorité', 'L’autorité compétente. Son nom peut être tu.'],
        example: words('Director of Public Prosecutions', 'Procureur général'),
      }),
    ],
  }),
];

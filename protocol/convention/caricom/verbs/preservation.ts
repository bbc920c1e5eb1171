import type { VerbSpec } from '../../instrument.ts';
import { explained } from '../fields/explained.ts';
import { choice, field, words } from '../fields/field.ts';
import { objects } from '../fields/objects.ts';
import { note, wholeOrPart } from '../fields/scope.ts';
import { FIRST_ANSWER } from './data-duties.ts';
import { verb } from './verb.ts';

const preservedUntil = field('preserved_until', 'date', 'PRES-7', {
  required: true,
  en: ['Preserved until', 'The last day on which the data are kept: at least 90 days after the first.'],
  fr: ['Conservées jusqu’au', 'Le dernier jour de conservation : au moins 90 jours après le premier.'],
  example: '2027-03-01',
});

/** Preservation (register 2.6). */
export const PRESERVATION_VERBS: readonly VerbSpec[] = [
  verb('PRES_CONFIRM', words('confirmation of preservation', 'confirmation de conservation'), {
    paragraph: 'PRES-3',
    sender: 'requested',
    from: ['received', 'in_review', 'executing'],
    to: 'executing',
    effects: ['grant'],
    guards: ['scope-known'],
    discharges: ['T-ACK', 'T-SPEEDY', 'T-PRES-EXPEDITE', ...FIRST_ANSWER],
    duties: [
      { timer: 'T-PRES-EXPIRY', paragraph: 'PRES-7', debtor: 'requesting' },
      {
        timer: 'T-TRAFFIC',
        paragraph: 'TRAF-1',
        debtor: 'requested',
        onlyWhen: { field: 'other_provider', equals: 'yes' },
      },
    ],
    content: [
      ...wholeOrPart('PRES-3'),
      field('preserved_since', 'date', 'PRES-3', {
        required: true,
        en: ['Preserved since', 'The first day from which the data are kept.'],
        fr: ['Conservées depuis', 'Le premier jour de conservation.'],
        example: '2026-12-01',
      }),
      { ...preservedUntil, notBefore: 'preserved_since' },
      explained('custodian_served', 'PRES-3', {
        required: true,
        derived: true,
        textMax: 2000,
        en: ['Custodian served', 'Who keeps the data, and how and when that was ordered or obtained.'],
        fr: ['Gardien saisi', 'Qui conserve les données, comment et quand cela a été ordonné ou obtenu.'],
        example: [
          'Harbour Mail Ltd, by order of 1 December 2026',
          'Harbour Mail Ltd, par injonction du 1er décembre 2026',
        ],
      }),
      field('other_provider', 'choice', 'TRAF-1', {
        prominent: true,
        choices: [
          choice('yes', 'yes', 'oui'),
          choice('no', 'no', 'non'),
          choice('not_known', 'not known yet', 'pas encore connu'),
        ],
        en: [
          'Other State’s provider',
          'Did a provider in another State take part in the communication? `yes`: you owe its path (TRAF-1).',
        ],
        fr: [
          'Fournisseur d’un autre État',
          'Un fournisseur d’un autre État a-t-il participé ? `yes` : vous en devez l’acheminement (TRAF-1).',
        ],
        example: 'no',
      }),
      objects('PRES-1'),
      note('PRES-3', 'Anything else that the other side should know.', 'Toute autre précision utile.'),
    ],
  }),
  verb('PRES_EXTEND_REQUEST', words('request to preserve longer', 'demande de prolongation'), {
    paragraph: 'PRES-7',
    sender: 'requesting',
    from: ['executing'],
    opens: { dialog: 'extension' },
    content: [
      field('requested_until', 'date', 'PRES-7', {
        required: true,
        en: ['Until', 'The day until which you would like the data kept.'],
        fr: ['Jusqu’au', 'Le jour jusqu’auquel vous souhaitez la conservation.'],
        example: '2027-06-30',
      }),
      explained('reasons', 'PRES-7', {
        required: true,
        derived: true,
        en: ['Reasons', 'Why you need longer.'],
        fr: ['Raisons', 'Pourquoi il vous faut plus de temps.'],
        example: ['The court decides on the request in May.', 'Le tribunal statue sur la demande en mai.'],
      }),
    ],
  }),
  verb('PRES_EXTEND_REPLY', words('reply on longer preservation', 'réponse sur la prolongation'), {
    paragraph: 'PRES-7',
    sender: 'requested',
    from: ['executing'],
    closes: { dialog: 'extension' },
    discharges: ['T-PRES-EXPIRY'],
    duties: [{ timer: 'T-PRES-EXPIRY', paragraph: 'PRES-7', debtor: 'requesting' }],
    content: [
      field('decision', 'choice', 'PRES-7', {
        required: true,
        choices: [choice('granted', 'granted', 'accordée'), choice('not_granted', 'not granted', 'refusée')],
        en: ['Decision', 'Whether the data are kept longer.'],
        fr: ['Décision', 'Si les données sont conservées plus longtemps.'],
        example: 'granted',
      }),
      {
        ...preservedUntil,
        help: words(
          'The last day on which the data are kept: the new one, or the old one if it stays.',
          'Le dernier jour de conservation : le nouveau, ou l’ancien s’il demeure.',
        ),
      },
      note('PRES-7', 'Why, or under what terms.', 'Pourquoi, ou à quelles conditions.'),
    ],
  }),
  verb('PRES_END', words('end of preservation', 'fin de la conservation'), {
    paragraph: 'PRES-7',
    sender: 'requested',
    from: ['executing', 'withdrawn', 'refused', 'closed'],
    to: { by: { executing: 'executed' } },
    effects: ['final_result'],
    discharges: ['T-PRES-EXPIRY'],
    content: [
      field('cause', 'choice', 'PRES-7', {
        required: true,
        choices: [
          choice('lapsed', 'its time is over', 'le délai est écoulé'),
          choice('withdrawn', 'the request was withdrawn', 'la demande a été retirée'),
          choice(
            'followup_decided',
            'the request that followed is decided',
            'la demande qui a suivi est tranchée',
          ),
        ],
        en: ['Cause', 'Why the data are no longer kept for this request.'],
        fr: ['Cause', 'Pourquoi les données ne sont plus conservées au titre de cette demande.'],
        example: 'lapsed',
      }),
      field('ended_on', 'date', 'PRES-7', {
        required: true,
        en: ['Ended on', 'The day on which preservation ended.'],
        fr: ['Finie le', 'Le jour où la conservation a pris fin.'],
        example: '2027-03-02',
      }),
      field('followup_pending', 'boolean', 'PRES-7', {
        required: true,
        en: [
          'Request pending',
          'Has any authority of yours received a request for these data that is not yet decided?',
        ],
        fr: [
          'Demande pendante',
          'Une de vos autorités a-t-elle reçu une demande portant sur ces données, non encore tranchée ?',
        ],
        example: 'no',
      }),
      note('PRES-7', 'What became of the data.', 'Ce que les données sont devenues.'),
    ],
  }),
];

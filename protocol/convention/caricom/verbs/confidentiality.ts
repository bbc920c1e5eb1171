import type { VerbSpec } from '../../instrument.ts';
import { explained } from '../fields/explained.ts';
import { choice, field, words } from '../fields/field.ts';
import { parts } from '../fields/scope.ts';
import { LIVE, verb } from './verb.ts';

/** MLA-25: secrecy that cannot be kept. */
export const CONFIDENTIALITY_VERBS: readonly VerbSpec[] = [
  verb('CONFIDENTIALITY_CANNOT', words('secrecy cannot be kept', 'secret impossible à garder'), {
    paragraph: 'MLA-25',
    sender: 'requested',
    from: LIVE,
    opens: { dialog: 'confidentiality' },
    discharges: ['T-CONF-CANNOT'],
    content: [
      field('subject', 'choice', 'MLA-25', {
        required: true,
        choices: [
          choice('fact', 'the fact of the request', 'l’existence de la demande'),
          choice('substance', 'the substance of the request', 'la teneur de la demande'),
          choice('both', 'both', 'les deux'),
        ],
        en: ['What', 'What cannot be kept secret.'],
        fr: ['Quoi', 'Ce qui ne peut rester secret.'],
        example: 'fact',
      }),
      parts('MLA-25'),
      explained('reasons', 'MLA-25', {
        required: true,
        en: ['Reasons', 'Why it cannot be kept.'],
        fr: ['Raisons', 'Pourquoi il ne peut être gardé.'],
        example: ['The bank must notify its client.', 'La banque doit avertir son client.'],
      }),
      explained('who_would_learn', 'MLA-25', {
        en: ['Who would learn of it', 'Who would come to know, and when.'],
        fr: ['Qui l’apprendrait', 'Qui en aurait connaissance, et quand.'],
        example: ['The holder of the account, within a week', 'Le titulaire du compte, sous une semaine'],
      }),
    ],
  }),
  verb('CONFIDENTIALITY_DIRECT', words('direction on secrecy', 'instruction sur le secret'), {
    paragraph: 'MLA-25',
    sender: 'requesting',
    from: LIVE,
    closes: { dialog: 'confidentiality' },
    countsAs: [{ verb: 'WITHDRAW', when: { field: 'direction', equals: 'withdraw' } }],
    content: [
      field('direction', 'choice', 'MLA-25', {
        required: true,
        choices: [
          choice('proceed', 'go on all the same', 'continuer malgré tout'),
          choice('narrow', 'go on without what is named', 'continuer sans ce qui est indiqué'),
          choice('withdraw', 'the request is withdrawn', 'la demande est retirée'),
        ],
        en: ['Direction', 'What should be done.'],
        fr: ['Instruction', 'Ce qu’il faut faire.'],
        example: 'proceed',
      }),
      parts('MLA-25'),
      explained('text', 'MLA-25', {
        en: ['Text', 'What should be left out, or be kept in mind.'],
        fr: ['Texte', 'Ce qu’il faut laisser de côté, ou garder à l’esprit.'],
        example: ['Please leave out the second account.', 'Veuillez laisser de côté le second compte.'],
      }),
    ],
  }),
];

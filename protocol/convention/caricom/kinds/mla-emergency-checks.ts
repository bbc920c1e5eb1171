import type { CheckSpec, KindSpec } from '../../instrument.ts';
import { words } from '../fields/field.ts';

/** Procedures under which articles 27 and 28 of the Budapest Convention apply (EMLA-7, 8). */
export const BUDAPEST: readonly string[] = ['budapest_27_28', 'treaty_replaced_by_budapest'];

const secrecyFirst: CheckSpec = {
  check: 'secrecy-undirected',
  level: 'BLOCK',
  paragraph: 'EMLA-7',
  when: { all: [{ procedure: BUDAPEST }, { dialog: { name: 'confidentiality', is: 'open' } }] },
  says: words(
    'You said that secrecy cannot be kept, and the other State has not decided whether to go on (Budapest 27.8). Wait for its direction.',
    'Vous avez dit que le secret ne peut être gardé, et l’autre État n’a pas décidé s’il faut continuer (Budapest 27.8). Attendre son instruction.',
  ),
};

const agreedWay: CheckSpec = {
  check: 'result-elsewhere',
  level: 'BLOCK',
  paragraph: 'EMLA-6',
  when: { all: [{ recipient: ['LEA'] }, { not: { agreed: 'alt_result_channel' } }] },
  says: words(
    'A result goes to another authority only if both States agreed on it. Propose it first (subject alt_result_channel), or send it to the one that asked.',
    'Un résultat ne va à une autre autorité que si les deux États en sont convenus. Le proposer d’abord (objet alt_result_channel), ou l’envoyer à celle qui a demandé.',
  ),
  instead: ['PROPOSE'],
};

/** What EMLA asks of acts. */
export const EMERGENCY_CHECKS: NonNullable<KindSpec['checks']> = {
  REQUEST: [
    {
      check: 'assistance-not-urgent',
      level: 'BLOCK',
      paragraph: 'EMLA-1',
      when: { not: { urgency: ['emergency'] } },
      says: words(
        'This kind is for emergencies: send it with the urgency `emergency`, or ask for mla.general.',
        'Ce type est réservé aux urgences : l’envoyer avec l’urgence `emergency`, ou demander mla.general.',
      ),
      instead: ['mla.general'],
    },
  ],
  ACCEPT: [secrecyFirst],
  PARTIAL_RESULT: [secrecyFirst, agreedWay],
  RESULT: [secrecyFirst, agreedWay],
  POSTPONE: [
    {
      check: 'postponement-without-reasons',
      level: 'BLOCK',
      paragraph: 'EMLA-7',
      when: { all: [{ procedure: BUDAPEST }, { not: { given: 'reasons' } }] },
      says: words(
        'A postponement needs reasons here (Budapest 27.7). Give them.',
        'L’ajournement doit ici être motivé (Budapest 27.7). Donner les raisons.',
      ),
    },
  ],
};

/** What the officer should know before it is signed. */
export const EMERGENCY_DRAFTING: readonly CheckSpec[] = [
  {
    check: 'use-limit-falls-away',
    level: 'WARN',
    paragraph: 'EMLA-7',
    when: { procedure: BUDAPEST },
    says: words(
      'Articles 27 and 28 of the Budapest Convention govern here: the limit of MLA-24 on use is read into them, not written there. Limits that matter come as conditions.',
      'Les articles 27 et 28 de la Convention de Budapest régissent ici : la limite d’usage de MLA-24 y est lue, non écrite. Les limites importantes viennent comme conditions.',
    ),
  },
];

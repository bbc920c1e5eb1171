import type { ForbiddenGroundSpec, GroundSpec } from '../../instrument.ts';
import { forbidden, ground } from './ground.ts';

const free = { mustCarry: [] };

/** Persons who are sent, come, or are extradited. */
export const PERSON_GROUNDS: readonly GroundSpec[] = [
  ground(['G-NO-PERSON-CONSENT', 'MLA-12a', 'the person does not consent', 'la personne ne consent pas'], {
    mustCarry: ['refused_on'],
  }),
  ground(['G-NO-AGREEMENT', 'MLA-12b', 'no agreement on the transfer', 'pas d’accord sur le transfèrement'], {
    mustCarry: ['explanation'],
  }),
  ground(['G-NOT-PRESENT', 'EXT-1', 'the person is not here', 'la personne n’est pas ici'], {
    mustCarry: ['checked_on'],
  }),
  ground(
    ['G-MIN-PENALTY', 'EXT-8', 'the minimum penalty is not reached', 'la peine minimale n’est pas atteinte'],
    free,
  ),
  ground(
    [
      'G-EXT-DOMESTIC',
      'EXT-8',
      'another condition of own law or treaty',
      'une autre condition du droit interne ou d’un traité',
    ],
    free,
  ),
  ground(['G-NATIONALITY', 'EXT-11', 'the person is a national', 'la personne est un national'], {
    mustCarry: ['nationality_basis'],
  }),
  ground(
    [
      'G-DISCRIMINATION',
      'EXT-15',
      'substantial grounds to believe that the person would suffer for a protected reason',
      'raisons sérieuses de croire à un préjudice pour un motif protégé',
    ],
    { mustCarry: ['protected_reason'] },
  ),
  ground(
    ['G-NO-TREATY', 'EXT-5', 'a treaty is required, and there is none', 'un traité est exigé et fait défaut'],
    free,
  ),
];

/** What may not be used against extradition, or the return of a person. */
export const PERSON_FORBIDDEN: readonly ForbiddenGroundSpec[] = [
  forbidden(['X-POLITICAL-EXT', 'EXT-4', 'a political offence', 'une infraction politique']),
  forbidden([
    'X-NO-TREATY',
    'EXT-7',
    'no treaty, where neither State requires one',
    'l’absence de traité, quand aucun des deux États n’en exige',
  ]),
  forbidden([
    'X-OUTSIDE-TREATY-LIST',
    'EXT-4',
    'the offence is not in the list of the treaty',
    'l’infraction ne figure pas dans la liste du traité',
  ]),
  forbidden([
    'X-EXTRADITION-FIRST',
    'MLA-13c',
    'extradition for the return of a person',
    'l’extradition pour le retour d’une personne',
  ]),
];

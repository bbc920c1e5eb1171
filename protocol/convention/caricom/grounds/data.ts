import type { ForbiddenGroundSpec, GroundSpec } from '../../instrument.ts';
import { forbidden, ground } from './ground.ts';

/** Preservation, emergencies, access to data, collection and interception. */
export const DATA_GROUNDS: readonly GroundSpec[] = [
  ground(['G-POLITICAL', 'PRES-5a', 'a political offence', 'une infraction politique'], {
    mustCarry: ['political'],
  }),
  ground(
    [
      'G-PRES-DC-RESERVATION',
      'PRES-4',
      'reserved: no dual criminality to be expected at disclosure',
      'réserve : pas de double incrimination à attendre lors de la divulgation',
    ],
    { mustCarry: ['explanation'] },
  ),
  ground(
    [
      'G-SUBSCRIBER-ONLY',
      'EPROD-3',
      'declared: not for subscriber information alone',
      'déclaration : pas pour les seules données d’abonné',
    ],
    { mustCarry: ['declaration'] },
  ),
  ground(['G-NO-EMERGENCY', 'EPROD-5e', 'no emergency is shown', 'l’urgence n’est pas démontrée'], {
    mustCarry: ['explanation'],
  }),
  ground(
    ['G-CONDITION-UNMET', 'EPROD-9', 'a condition cannot be met', 'une condition ne peut être remplie'],
    {
      mustCarry: ['conditions'],
    },
  ),
  ground(
    [
      'G-DOMESTIC-UNAVAILABLE',
      'RTT-2',
      'not available in a similar domestic case',
      'impossible dans une affaire interne analogue',
    ],
    { mustCarry: ['provision', 'available_domestically'] },
  ),
  ground(
    [
      'G-NOT-PERMITTED',
      'INT-1',
      'not permitted by treaty or own law',
      'non permis par un traité ou le droit interne',
    ],
    { mustCarry: ['provision'] },
  ),
  ground(['G-DISCRETION', 'EPROD-8', 'the text leaves it to the State', 'le texte s’en remet à l’État'], {
    mustCarry: ['explanation'],
  }),
];

/** What may not be used against preservation, or outside a closed list. */
export const DATA_FORBIDDEN: readonly ForbiddenGroundSpec[] = [
  forbidden(['X-DC-PRES', 'PRES-3', 'dual criminality', 'la double incrimination']),
  forbidden(['X-UNLISTED', 'PRES-5', 'a ground outside the list', 'un motif hors de la liste']),
];

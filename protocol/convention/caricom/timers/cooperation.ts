import type { TimerSpec } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import { days, minutes, timer } from './timer.ts';

/** Police cooperation and disputes. */
export const COOPERATION_TIMERS: readonly TimerSpec[] = [
  timer('T-EARLY-WARNING', {
    paragraph: 'LEC-1f',
    title: words('A person has the early warning', 'Une personne a reçu l’alerte précoce'),
    anchor: 'received',
    period: { urgent: minutes(30), emergency: minutes(30) },
    repeats: minutes(15),
  }),
  timer('T-NEGOTIATE', {
    paragraph: 'DISP-2',
    title: words(
      'Settle the dispute within a reasonable time',
      'Régler le différend dans un délai raisonnable',
    ),
    period: { routine: days(180), urgent: days(180), emergency: days(180) },
    remindBeforeDays: [30, 7],
  }),
  timer('T-ICJ', {
    paragraph: 'DISP-2',
    title: words(
      'Organize the arbitration; then either may go to the International Court of Justice',
      'Organiser l’arbitrage ; ensuite, chacun peut saisir la Cour internationale de Justice',
    ),
    anchor: 'date_in_act',
    dateField: 'organized_until',
    bound: 'number_in_text',
    period: {},
    remindBeforeDays: [30, 7, 1],
  }),
];

import type { TimerSpec } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import { days, timer } from './timer.ts';

const always = (amount: number) => ({ routine: days(amount), urgent: days(amount), emergency: days(amount) });

/** Until the agreed day of return. */
const untilReturn = (name: string, paragraph: string, en: string, fr: string): TimerSpec =>
  timer(name, {
    paragraph,
    title: words(en, fr),
    anchor: 'date_in_act',
    dateField: 'return_due',
    bound: 'agreed',
    period: {},
    remindBeforeDays: [14, 7, 1],
  });

/** A person who goes to the other State, or is protected there (MLA-13, 32). */
const GOING: readonly TimerSpec[] = [
  {
    ...untilReturn('T-RETURN', 'MLA-13b', 'Give the person back', 'Rendre la personne'),
    repeats: days(1),
  },
  untilReturn('T-CUSTODY', 'MLA-13a', 'Keep the person in custody', 'Garder la personne en détention'),
  untilReturn(
    'T-NO-EXTRADITION',
    'MLA-13c',
    'Ask for no extradition for the return',
    'N’exiger aucune extradition pour le retour',
  ),
  untilReturn(
    'T-CREDIT',
    'MLA-13d',
    'Count the days in custody toward the sentence',
    'Imputer les jours de détention sur la peine',
  ),
  timer('T-INCIDENT', {
    paragraph: 'MLA-13',
    title: words('Agree on what follows from the incident', 'Convenir des suites de l’incident'),
    anchor: 'received',
    period: always(2),
    remindBeforeDays: [1],
  }),
  timer('T-SAFE-CONDUCT-GRANT', {
    paragraph: 'MLA-32',
    title: words('Send the safe conduct in writing', 'Envoyer le sauf-conduit par écrit'),
    period: always(5),
    remindBeforeDays: [1],
  }),
  timer('T-SAFE-CONDUCT', {
    paragraph: 'MLA-32',
    title: words(
      'The protection may end after this day, if the person could leave and stayed',
      'La protection peut cesser après ce jour, si la personne pouvait partir et est restée',
    ),
    anchor: 'date_in_act',
    dateField: 'protected_until',
    bound: 'number_in_text',
    period: {},
    remindBeforeDays: [7, 1],
  }),
];

/** Extradition. The text has no number. */
const EXTRADITION: readonly TimerSpec[] = [
  timer('T-EXT-EXPEDITE', {
    paragraph: 'EXT-9',
    title: words('Expedite the extradition', 'Accélérer l’extradition'),
    anchor: 'received',
    period: always(60),
    repeats: days(60),
    restartedOnceBy: 'STATUS_REPORT',
    remindBeforeDays: [7, 1],
    pausedBy: ['info'],
  }),
  timer('T-EXT-PROVISIONAL', {
    paragraph: 'EXT-10',
    title: words('Send the full request for extradition', 'Envoyer la demande complète d’extradition'),
    anchor: 'date_in_act',
    dateField: 'until',
    period: always(40),
    remindBeforeDays: [14, 7, 3, 1],
  }),
  timer('T-EXT-CONSULT', {
    paragraph: 'EXT-17',
    title: words(
      'Present opinions and information before a refusal',
      'Présenter avis et informations avant un refus',
    ),
    anchor: 'received',
    period: always(14),
    remindBeforeDays: [7, 1],
  }),
  timer('T-EXT-PROSECUTE', {
    paragraph: 'EXT-11',
    title: words('Submit the case for prosecution', 'Soumettre l’affaire aux poursuites'),
    anchor: 'received',
    bound: 'without_delay',
    period: always(30),
    remindBeforeDays: [14, 7, 1],
  }),
  timer('T-EXT-OUTCOME', {
    paragraph: 'EXT-11',
    title: words('Tell how the prosecution stands', 'Dire où en sont les poursuites'),
    period: always(90),
    repeats: days(90),
    remindBeforeDays: [7, 1],
  }),
];

export const PERSON_TIMERS: readonly TimerSpec[] = [...GOING, ...EXTRADITION];

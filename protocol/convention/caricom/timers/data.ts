import type { TimerSpec } from '../../instrument.ts';
import { words } from '../fields/field.ts';
import { days, hours, minutes, timer } from './timer.ts';

const always = (period: ReturnType<typeof hours>) => ({ routine: period, urgent: period, emergency: period });

/** Preservation, with the path found on the way (PRES, TRAF). */
const PRESERVATION: readonly TimerSpec[] = [
  timer('T-PRES-EXPEDITE', {
    paragraph: 'PRES-3',
    title: words('Preserve expeditiously', 'Conserver rapidement'),
    anchor: 'received',
    period: { routine: hours(24), urgent: hours(24), emergency: hours(4) },
  }),
  timer('T-PRES-RISK', {
    paragraph: 'PRES-6',
    title: words('Say whether to preserve in spite of the risk', 'Dire s’il faut conserver malgré le risque'),
    anchor: 'received',
    bound: 'promptly',
    period: { routine: hours(12), urgent: hours(12), emergency: hours(4) },
  }),
  timer('T-PRES-EXPIRY', {
    paragraph: 'PRES-7',
    title: words(
      'The preservation ends: request the data, or an extension',
      'La conservation prend fin : demander les données, ou une prolongation',
    ),
    anchor: 'date_in_act',
    dateField: 'preserved_until',
    bound: 'number_in_text',
    period: {},
    remindBeforeDays: [30, 14, 7, 3, 1],
  }),
  timer('T-TRAFFIC', {
    paragraph: 'TRAF-1',
    title: words(
      'Disclose the path to the other provider',
      'Divulguer l’acheminement vers l’autre fournisseur',
    ),
    period: { routine: hours(24), urgent: hours(24), emergency: hours(4) },
  }),
];

/** Production in an emergency (EPROD). */
const PRODUCTION: readonly TimerSpec[] = [
  timer('T-EPROD-DETERMINE', {
    paragraph: 'EPROD-8',
    title: words('Tell what you have determined', 'Communiquer la décision prise'),
    anchor: 'received',
    bound: 'rapidly_expedited',
    period: always(hours(4)),
  }),
  timer('T-EPROD-CONDITION', {
    paragraph: 'EPROD-9',
    title: words('Answer on the conditions', 'Répondre sur les conditions'),
    anchor: 'received',
    bound: 'promptly',
    period: always(hours(4)),
  }),
  timer('T-EPROD-FORMAT', {
    paragraph: 'EPROD-7',
    title: words('Send the request again in the form required', 'Renvoyer la demande dans la forme exigée'),
    anchor: 'received',
    period: always(days(30)),
    declaredDays: 'emergency_production.followup.days',
    remindBeforeDays: [7, 1],
  }),
  timer('T-USE-EXPLAIN', {
    paragraph: 'EPROD-10',
    title: words('Explain the use made', 'Expliquer l’usage qui en a été fait'),
    anchor: 'received',
    period: always(days(30)),
    remindBeforeDays: [7, 1],
  }),
];

/** Mutual assistance in an emergency (EMLA). */
const EMERGENCY: readonly TimerSpec[] = [
  timer('T-EMLA-SUPP-ASK', {
    paragraph: 'EMLA-3',
    title: words(
      'Ask what is missing, or say whether you are satisfied',
      'Demander ce qui manque, ou dire si vous êtes convaincu',
    ),
    anchor: 'received',
    bound: 'rapidly_expedited',
    period: always(hours(4)),
  }),
  timer('T-EMLA-SUPP', {
    paragraph: 'EMLA-3',
    title: words('Give the supplemental information', 'Fournir les informations complémentaires'),
    anchor: 'received',
    bound: 'rapidly_expedited',
    period: always(hours(4)),
  }),
  timer('T-EMLA-RESPOND', {
    paragraph: 'EMLA-4',
    title: words('Respond to the emergency request', 'Répondre à la demande d’urgence'),
    bound: 'rapidly_expedited',
    period: always(hours(24)),
  }),
  timer('T-CA-COPY', {
    paragraph: 'EMLA-9',
    title: words(
      'Send the copy to the other central authority',
      'Envoyer la copie à l’autre autorité centrale',
    ),
    bound: 'without_delay',
    period: always(minutes(15)),
    repeats: minutes(15),
  }),
  timer('T-REFER', {
    paragraph: 'EMLA-9',
    title: words('Refer it to the competent authority', 'La renvoyer à l’autorité compétente'),
    period: always(hours(4)),
  }),
];

/** Access to data, and the network of contacts (ACC, N247). */
const NETWORK: readonly TimerSpec[] = [
  timer('T-ACC-EXPEDITE', {
    paragraph: 'ACC-3',
    title: words('Respond in expedited form', 'Répondre de façon accélérée'),
    anchor: 'received',
    period: { routine: days(7), urgent: days(7), emergency: days(2) },
    remindBeforeDays: [3, 1],
  }),
  timer('T-N247-FIRST', {
    paragraph: 'N247-2',
    title: words('First answer of the 24/7 contact', 'Première réponse du point de contact 24/7'),
    anchor: 'received',
    period: always(hours(1)),
  }),
  timer('T-INTRA-STATE', {
    paragraph: 'N247-3',
    title: words('The authority to which it was passed takes it up', 'L’autorité saisie prend le relais'),
    period: always(hours(2)),
  }),
  timer('T-DRILL', {
    paragraph: 'N247-4',
    title: words('Hold an exercise', 'Tenir un exercice'),
    period: always(days(90)),
    repeats: days(90),
  }),
];

export const DATA_TIMERS: readonly TimerSpec[] = [...PRESERVATION, ...PRODUCTION, ...EMERGENCY, ...NETWORK];

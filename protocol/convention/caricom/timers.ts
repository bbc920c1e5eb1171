import type { PeriodSpec, TimerSpec } from '../instrument.ts';
import { words } from './fields/field.ts';

const days = (amount: number): PeriodSpec => ({ amount, unit: 'days' });
const hours = (amount: number): PeriodSpec => ({ amount, unit: 'hours' });
const minutes = (amount: number): PeriodSpec => ({ amount, unit: 'minutes' });

type TimerData = Omit<TimerSpec, 'timer' | 'remindBeforeDays' | 'pausedBy' | 'bound' | 'anchor'> &
  Partial<TimerSpec>;

const timer = (name: string, data: TimerData): TimerSpec => ({
  timer: name,
  anchor: 'created',
  bound: 'default',
  remindBeforeDays: [],
  pausedBy: [],
  ...data,
});

/** Periods (register, section 6). Where the text has no number they are ours, and shown as such. */
const ALL: readonly TimerSpec[] = [
  timer('T-ACK', {
    paragraph: 'MLA-15',
    title: words('Acknowledge the request', 'Accuser réception de la demande'),
    anchor: 'received',
    period: { routine: days(5), urgent: hours(24), emergency: hours(4) },
    remindBeforeDays: [1],
  }),
  timer('T-ORAL-CONFIRM', {
    paragraph: 'MLA-18',
    title: words('Confirm the oral request in writing', 'Confirmer par écrit la demande orale'),
    bound: 'without_delay',
    period: { routine: hours(24), urgent: hours(24), emergency: hours(4) },
  }),
  timer('T-SPEEDY', {
    paragraph: 'MLA-15',
    title: words('Execute or pass on speedily', 'Exécuter ou transmettre sans tarder'),
    anchor: 'received',
    period: { routine: days(10), urgent: days(5), emergency: hours(24) },
    repeats: days(30),
    remindBeforeDays: [1],
  }),
  timer('T-EXECUTE', {
    paragraph: 'MLA-29',
    title: words('Execute as soon as possible', 'Exécuter dès que possible'),
    anchor: 'received',
    bound: 'as_soon_as_possible',
    period: { routine: days(90), urgent: days(30), emergency: days(7) },
    restartedOnceBy: 'STATUS_REPORT',
    remindBeforeDays: [14, 7, 1],
    pausedBy: ['info', 'postponed'],
  }),
  timer('T-SUGGESTED', {
    paragraph: 'MLA-29',
    title: words('Deadline suggested with reasons', 'Délai suggéré et motivé'),
    anchor: 'date_in_act',
    dateField: 'suggested_deadline',
    bound: 'as_soon_as_possible',
    period: {},
    remindBeforeDays: [14, 7, 1],
    pausedBy: ['postponed'],
  }),
  timer('T-STATUS-REPLY', {
    paragraph: 'MLA-29',
    title: words('Answer the question about progress', 'Répondre à la question sur l’état d’avancement'),
    anchor: 'received',
    period: { routine: days(10), urgent: days(10), emergency: hours(24) },
    remindBeforeDays: [3, 1],
  }),
  timer('T-STILL-NEEDED', {
    paragraph: 'MLA-29',
    title: words('Say if the help is no longer needed', 'Dire si l’entraide n’est plus nécessaire'),
    bound: 'promptly',
    period: { routine: days(60), urgent: days(60), emergency: days(60) },
    repeats: days(60),
  }),
  timer('T-INFO-REPLY', {
    paragraph: 'MLA-21',
    title: words('Give the further information', 'Fournir le complément d’information'),
    anchor: 'received',
    period: { routine: days(15), urgent: days(5), emergency: hours(24) },
    remindBeforeDays: [5, 1],
  }),
  timer('T-CONSULT', {
    paragraph: 'MLA-31',
    title: words('Answer in the consultation', 'Répondre dans la consultation'),
    anchor: 'received',
    period: { routine: days(10), urgent: days(10), emergency: hours(4) },
    remindBeforeDays: [3, 1],
  }),
  timer('T-POSTPONE-REVIEW', {
    paragraph: 'MLA-30',
    title: words('Review the postponement', 'Réexaminer l’ajournement'),
    anchor: 'date_in_act',
    dateField: 'review_date',
    period: {},
    remindBeforeDays: [14, 7, 1],
  }),
  timer('T-CONF-CANNOT', {
    paragraph: 'MLA-25',
    title: words('Say that secrecy cannot be kept', 'Dire que le secret ne peut être gardé'),
    bound: 'promptly',
    period: { routine: hours(24), urgent: hours(24), emergency: hours(4) },
  }),
  timer('T-EXCULP-PRIOR', {
    paragraph: 'SPI-2',
    title: words('Wait for a wish to be consulted', 'Attendre une éventuelle demande de consultation'),
    anchor: 'received',
    period: { routine: days(5), urgent: days(5), emergency: days(5) },
  }),
  timer('T-EXCULP-AFTER', {
    paragraph: 'SPI-2',
    title: words('Tell of the disclosure', 'Informer de la divulgation'),
    bound: 'without_delay',
    period: { routine: hours(24), urgent: hours(24), emergency: hours(24) },
  }),
  timer('T-CAVEAT-TEMP', {
    paragraph: 'SPI-2',
    title: words('End of the temporary restriction', 'Fin de la restriction temporaire'),
    anchor: 'date_in_act',
    dateField: 'until',
    bound: 'agreed',
    period: {},
    remindBeforeDays: [7, 1],
  }),
  timer('T-DUTY-ACK', {
    paragraph: 'N247-1',
    title: words('A person is awake', 'Une personne est alertée'),
    anchor: 'received',
    period: { emergency: minutes(30) },
    repeats: minutes(15),
  }),
];

export const TIMERS: Readonly<Record<string, TimerSpec>> = Object.fromEntries(
  ALL.map((spec) => [spec.timer, spec]),
);

import type { TimerSpec } from '../../instrument.ts';
import { ASSISTANCE_TIMERS } from './assistance.ts';
import { COOPERATION_TIMERS } from './cooperation.ts';
import { DATA_TIMERS } from './data.ts';
import { PERSON_TIMERS } from './persons.ts';

/** Periods (register, section 6). Where the text has no number they are ours, and shown as such. */
const ALL: readonly TimerSpec[] = [
  ...ASSISTANCE_TIMERS,
  ...DATA_TIMERS,
  ...PERSON_TIMERS,
  ...COOPERATION_TIMERS,
];

export const TIMERS: Readonly<Record<string, TimerSpec>> = Object.fromEntries(
  ALL.map((spec) => [spec.timer, spec]),
);

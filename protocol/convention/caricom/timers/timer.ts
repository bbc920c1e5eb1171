import type { PeriodSpec, TimerSpec } from '../../instrument.ts';

export const days = (amount: number): PeriodSpec => ({ amount, unit: 'days' });
export const hours = (amount: number): PeriodSpec => ({ amount, unit: 'hours' });
export const minutes = (amount: number): PeriodSpec => ({ amount, unit: 'minutes' });

type TimerData = Omit<TimerSpec, 'timer' | 'remindBeforeDays' | 'pausedBy' | 'bound' | 'anchor'> &
  Partial<TimerSpec>;

/** A clock that starts when the act was created, with a number of ours, unless `data` says otherwise. */
export const timer = (name: string, data: TimerData): TimerSpec => ({
  timer: name,
  anchor: 'created',
  bound: 'default',
  remindBeforeDays: [],
  pausedBy: [],
  ...data,
});

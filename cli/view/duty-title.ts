import { TIMERS } from '../../protocol/convention/caricom/timers/timers.ts';

/**
 * What a timer reminds of, in words. A code that is not known stays as it is. Of the instrument no more is
 * loaded than the timers: lists start fast.
 */
export function dutyTitle(timer: string): string {
  return Object.hasOwn(TIMERS, timer) ? (TIMERS[timer]?.title.en ?? timer) : timer;
}

import type { LaneTimes } from '../../protocol/limits.ts';
import type { Config } from './schema.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** When an item of each lane is late, and when it counts as not delivered. */
export function laneTimesFrom({ delay, nonDelivery }: Pick<Config, 'delay' | 'nonDelivery'>): LaneTimes {
  const times = (minutes: number, hours: number) => ({
    delayMs: minutes * MINUTE_MS,
    expiryMs: hours * HOUR_MS,
  });
  return {
    emergency: times(delay.emergencyMinutes, nonDelivery.emergencyHours),
    urgent: times(delay.urgentMinutes, nonDelivery.urgentHours),
    routine: times(delay.routineMinutes, nonDelivery.routineHours),
  };
}

import { systemClock } from '../../node/clock.ts';
import type { HostDependencies } from '../../node/host/host.ts';
import type { Meter } from '../../protocol/costs.ts';

/** A meter that nothing moves. */
export const freeMeter: Meter = { charge: () => undefined, owedMs: () => 0 };

/** For hosts in tests that are about other things: nobody is slowed down. */
export const free: Pick<HostDependencies, 'conduct' | 'isFamiliar' | 'clock'> = {
  conduct: { charge: () => undefined, isHeldOff: () => false, denied: () => undefined },
  isFamiliar: () => true,
  clock: systemClock,
};

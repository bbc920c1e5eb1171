import type { OverlaySpec } from '../../instrument.ts';
import { EMERGENCY_PRODUCTION } from './emergency-production.ts';
import { PRESERVATION } from './preservation.ts';

/** Phases that a kind adds inside the statuses (register 3.3 to 3.8). */
export const OVERLAYS: Readonly<Record<string, OverlaySpec>> = {
  preservation: PRESERVATION,
  emergency_production: EMERGENCY_PRODUCTION,
};

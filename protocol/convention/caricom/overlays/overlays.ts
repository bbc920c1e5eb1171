import type { OverlaySpec } from '../../instrument.ts';
import { EMERGENCY_PRODUCTION } from './emergency-production.ts';
import { APPEARANCE } from './appearance.ts';
import { ENFORCEMENT, EXTRADITION, PROSECUTION, PROVISIONAL_ARREST } from './extradition.ts';
import { PRESERVATION } from './preservation.ts';
import { SENTENCED_TRANSFER, TRANSFER } from './transfer.ts';

/** Phases that a kind adds inside the statuses (register 3.3 to 3.8). */
export const OVERLAYS: Readonly<Record<string, OverlaySpec>> = {
  preservation: PRESERVATION,
  emergency_production: EMERGENCY_PRODUCTION,
  extradition: EXTRADITION,
  provisional_arrest: PROVISIONAL_ARREST,
  prosecution: PROSECUTION,
  enforcement: ENFORCEMENT,
  transfer: TRANSFER,
  sentenced_transfer: SENTENCED_TRANSFER,
  appearance: APPEARANCE,
};

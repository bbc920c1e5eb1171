import type { OverlaySpec } from '../../instrument.ts';

/** Phases that a kind adds inside the statuses (register 3.3 to 3.8). */
export const OVERLAYS: Readonly<Record<string, OverlaySpec>> = {};

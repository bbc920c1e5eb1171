import type { CaveatSpec } from '../../instrument.ts';

export const caveat = (name: string, data: Omit<CaveatSpec, 'caveat'>): CaveatSpec => ({
  caveat: name,
  ...data,
});

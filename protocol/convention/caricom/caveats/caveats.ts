import type { CaveatSpec } from '../../instrument.ts';
import { ASSISTANCE_CAVEATS } from './assistance.ts';
import { COOPERATION_CAVEATS } from './cooperation.ts';
import { DATA_CAVEATS } from './data.ts';
import { PERSON_CAVEATS } from './persons.ts';

/** Restrictions that outlive the message that imposed them (register, section 5). */
const ALL: readonly CaveatSpec[] = [
  ...ASSISTANCE_CAVEATS,
  ...DATA_CAVEATS,
  ...PERSON_CAVEATS,
  ...COOPERATION_CAVEATS,
];

export const CAVEATS: Readonly<Record<string, CaveatSpec>> = Object.fromEntries(
  ALL.map((spec) => [spec.caveat, spec]),
);

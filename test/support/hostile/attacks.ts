import type { Attack } from './attack.ts';
import { MUXER_ATTACKS } from './muxer-attacks.ts';
import { SESSION_ATTACKS } from './session-attacks.ts';
import { STRANGER_ATTACKS } from './stranger-attacks.ts';

/** Everything that a node is to bear while its partners notice nothing, by name. */
export const ATTACKS: Readonly<Record<string, Attack>> = {
  ...STRANGER_ATTACKS,
  ...MUXER_ATTACKS,
  ...SESSION_ATTACKS,
};

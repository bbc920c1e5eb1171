import { caseTargets } from './case-targets.ts';
import { channelTargets } from './channel-targets.ts';
import { openingTargets } from './opening-targets.ts';
import { storedTargets } from './stored-targets.ts';
import type { Target } from './target.ts';
import { textTargets } from './text-targets.ts';
import { wireTargets } from './wire-targets.ts';

/** Everything that takes bytes or text from outside the process. */
export const TARGETS: readonly Target[] = [
  ...wireTargets,
  ...openingTargets,
  ...caseTargets,
  ...channelTargets,
  ...storedTargets,
  ...textTargets,
];

import { caseTargets } from './case-targets.ts';
import { openingTargets } from './opening-targets.ts';
import type { Target } from './target.ts';
import { textTargets } from './text-targets.ts';
import { wireTargets } from './wire-targets.ts';

/** Everything that takes bytes or text from somebody else. */
export const TARGETS: readonly Target[] = [...wireTargets, ...openingTargets, ...caseTargets, ...textTargets];

import type { WarningView } from '../../protocol/control/warnings.ts';
import { type Block, line, toned } from './block.ts';

/** Each warning with what to do about it. */
export function warningBlocks(warnings: readonly WarningView[]): readonly Block[] {
  return warnings.flatMap(({ level, message, remedy }) => [
    line(toned(level === 'alarm' ? 'bad' : 'warn', `! ${message}`)),
    line(toned('dim', `  ${remedy}`)),
  ]);
}

import { type Finding, judge } from '../../protocol/case/judge.ts';
import type { Level, Side } from '../../protocol/convention/instrument.ts';
import type { Act } from '../../protocol/item/act.ts';
import type { Fields, Time } from '../../protocol/value.ts';
import { type CaseWriters, pinnedBy, T0 } from './case-writer.ts';

interface SaidAct {
  readonly verb: string;
  readonly content: Fields;
  readonly quotes?: Act['quotes'];
}

/** What a side's node says to its officer about an act in the case as that side has it, at a time. */
export function judgedAt(writers: CaseWriters, side: Side, act: SaidAct, at: Time): readonly Finding[] {
  const current = writers.of(side);
  return judge(current.history.rules.instrument, current, side, {
    act,
    at,
    pinned: { ...pinnedBy(side), urgency: current.urgency },
  });
}

export function judged(
  writers: CaseWriters,
  side: Side,
  verb: string,
  content: Fields = {},
): readonly Finding[] {
  return judgedAt(writers, side, { verb, content }, T0);
}

/** The paragraphs with their codes at one level, as `MLA-28 reasons-missing`. */
export function at(level: Level, findings: readonly Finding[]): readonly string[] {
  return findings
    .filter((finding) => finding.level === level)
    .map(({ paragraph, code }) => `${paragraph} ${code}`);
}

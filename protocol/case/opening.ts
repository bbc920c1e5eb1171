import type { Instrument, Side, VerbSpec } from '../convention/instrument.ts';
import { kindOf, opensCase, verbIn } from '../convention/verb-in.ts';
import type { Act } from '../item/act.ts';
import { holds } from '../convention/content/value-at.ts';
import { plainRow, type Row } from './rulebook.ts';
import { otherSide } from './state.ts';

/**
 * The side that the author of an opening act is on: the requesting one, in unsolicited kinds the requested
 * one; the other way round for who notes what the other side said.
 */
export function openingSide(
  instrument: Instrument,
  { kind, verb, content }: Pick<Act, 'kind' | 'verb' | 'content'>,
): Side {
  const usual: Side = kindOf(instrument, kind)?.unsolicited === true ? 'requested' : 'requesting';
  const theirs = verbIn(instrument, kind, verb)?.opensAs?.theirsWhen;
  return theirs !== undefined && holds(content, theirs) ? otherSide(usual) : usual;
}

/** The row of the act that opens a case; undefined if none begins with it. */
export function openingRowOf(instrument: Instrument, act: Pick<Act, 'kind' | 'verb'>): Row | undefined {
  const row = opensCase(instrument, act.kind, act.verb)
    ? plainRow(instrument, act.kind, act.verb)
    : undefined;
  const { opensAs } = row?.verb ?? {};
  if (row === undefined || opensAs === undefined) return row;
  const opened = plainRow(instrument, act.kind, opensAs.verb);
  return opened === undefined ? row : { kind: row.kind, verb: joined(row, opensAs, opened.verb) };
}

/** What is noted by one side binds that side alone (D-12). */
function joined({ kind, verb }: Row, opensAs: NonNullable<VerbSpec['opensAs']>, opened: VerbSpec): VerbSpec {
  const { to, effects = [], caveats } = opened;
  const own = opened.duties.map((duty) =>
    duty.debtor === 'requesting' || duty.debtor === 'requested' ? { ...duty, onlyBy: duty.debtor } : duty,
  );
  const added = opensAs.duties.filter(({ timer }) => kind.timers.includes(timer));
  return {
    ...verb,
    ...(to === undefined ? {} : { to }),
    effects,
    caveats,
    opens: opensAs.opens,
    duties: [...added, ...own],
  };
}

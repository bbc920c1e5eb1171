import type { Instrument, VerbSpec } from '../convention/instrument.ts';
import { opensCase } from '../convention/verb-in.ts';
import type { Act } from '../item/act.ts';
import { plainRow, type Row } from './rulebook.ts';

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

import type { PartnerView } from '../../protocol/control/types.ts';
import { connect } from '../client/connect.ts';
import type { Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { gap, type Line, next, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { warningBlocks } from '../view/warnings.ts';
import { when } from '../view/when.ts';

/** The directory: partners and candidates, with who introduced them. */
export async function partners(context: Context): Promise<Outcome> {
  const { client } = connect(context);
  const reply = await client.call('partners.list', {}, { signal: context.signal });
  const candidate = reply.rows.find((row) => row.status === 'candidate');
  const warnings = reply.rows.flatMap((row) => row.warnings);
  return {
    document: reply,
    view: [
      {
        is: 'table',
        head: ['partner', 'status', 'link', 'profile until', 'introduced by'],
        rows: reply.rows.map((row) => rowOf(row, context.now())),
        empty: 'No partners and no candidates yet.',
      },
      ...(warnings.length > 0 ? [gap, ...warningBlocks(warnings)] : []),
      ...(candidate === undefined
        ? []
        : [next(`comity partner show ${candidate.state} shows the fingerprint to compare by telephone`)]),
    ],
  };
}

function rowOf(row: PartnerView, now: number): readonly Line[] {
  const tone = { approved: 'good', candidate: 'warn', suspended: 'bad' } as const;
  return [
    stateName(row.state),
    toned(tone[row.status], row.status),
    row.connected ? toned('good', 'on line') : toned('dim', 'off line'),
    when(row.validUntil, now),
    row.introducedBy.length === 0 ? 'operator' : row.introducedBy.join(', '),
  ];
}

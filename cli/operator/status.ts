import type { StatusReply } from '../../protocol/control/types.ts';
import { connect } from '../client/connect.ts';
import type { Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { type Block, gap, type Line, next, pairs, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { warningBlocks } from '../view/warnings.ts';
import { counted, duration, when } from '../view/when.ts';

/** The node at a glance: who it is, who is on line, what waits, what is overdue. */
export async function status(context: Context): Promise<Outcome> {
  const { client } = connect(context);
  const reply = await client.call('status', {}, { signal: context.signal });
  return { document: reply, view: viewOf(reply, context.now()) };
}

function viewOf(reply: StatusReply, now: number): readonly Block[] {
  return [
    pairs([
      ['State', toned('strong', stateName(reply.state))],
      ['node', reply.peerId],
      ['listens at', reply.listen.join(', ') || 'nowhere: it only dials'],
      ['running for', duration(reply.uptimeS * 1000)],
      ['version', reply.version],
      ['overdue', reply.overdue === 0 ? 'nothing' : toned('bad', counted(reply.overdue, 'duty'))],
      ['free space', `${(reply.freeBytes / 2 ** 30).toFixed(1)} GiB`],
    ]),
    gap,
    {
      is: 'table',
      head: ['partner', 'link', 'last contact', 'emergency', 'urgent', 'routine'],
      rows: reply.partners.map((partner) => partnerRow(partner, now)),
      empty: 'No partners yet.',
    },
    ...(reply.warnings.length > 0 ? [gap, ...warningBlocks(reply.warnings)] : []),
    ...(reply.partners.length === 0
      ? [next('comity partner add FILE takes up the profile of a partner')]
      : []),
  ];
}

function partnerRow(partner: StatusReply['partners'][number], now: number): readonly Line[] {
  const { emergency, urgent, routine } = partner.queued;
  return [
    stateName(partner.state),
    linkOf(partner),
    partner.lastContactAt === undefined ? 'never' : when(partner.lastContactAt, now),
    waiting(emergency, 'bad'),
    waiting(urgent, 'warn'),
    waiting(routine, 'plain'),
  ];
}

function linkOf({ suspended, connected }: StatusReply['partners'][number]): Line {
  if (suspended) return toned('warn', 'suspended');
  return connected ? toned('good', 'on line') : toned('warn', 'off line');
}

function waiting(count: number, tone: 'bad' | 'warn' | 'plain'): Line {
  return count === 0 ? toned('dim', '–') : toned(tone, `${count} waiting`);
}

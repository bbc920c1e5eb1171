import type { Timeline } from '../../protocol/control/types.ts';
import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { noteLooks } from '../folder/looks.ts';
import { type Block, heading, type Line, line, next, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { absolute } from '../view/when.ts';
import { exerciseMark } from '../view/words.ts';
import { verbWord } from '../../protocol/convention/verb-word.ts';

/** The items of a case in their canonical order, each with its evidence. */
export async function caseTimeline(context: Context, input: Input): Promise<Outcome> {
  const { client } = connect(context);
  const at = context.now();
  const reply = await client.call('cases.timeline', { params: { reference: input.argument('REF') } });
  noteLooks(context.places.officer, [reply.reference], { at });
  return { document: reply, view: timelineBlocks(reply) };
}

export function timelineBlocks({ reference, exercise, entries }: Timeline): readonly Block[] {
  const unread = entries.find((entry) => entry.unread);
  return [
    heading(exerciseMark({ exercise }), reference),
    ...entries.flatMap((entry): Block[] => [
      line(
        toned('dim', `${absolute(Date.parse(entry.createdAt))}  `),
        toned('strong', stateName(entry.from)),
        ` says ${verbWord(entry.verb)}`,
        ORDINARY.has(entry.verdict) ? '' : toned('warn', ` (${entry.verdict})`),
        entry.unread ? toned('warn', '  unread') : '',
        toned('dim', `  item ${entry.itemId.slice(0, 12)}`),
      ),
      ...evidence(entry.evidence),
    ]),
    next(
      unread && `comity case read ${reference} shows what was written, and tells the sender that it was read`,
    ),
  ];
}

function evidence(list: Timeline['entries'][number]['evidence']): readonly Block[] {
  if (list.length === 0) return [];
  const items = list.map(({ level, at, by }): Line => [
    toned('good', level),
    `: ${MEANING[level] ?? 'signed evidence'}, ${by}, ${absolute(Date.parse(at))}`,
  ]);
  return [{ is: 'list', items }];
}

/** Verdicts of the fold that need no remark. */
const ORDINARY = new Set(['', 'effective', 'conforms']);

/** What each level of evidence proves. */
const MEANING: Readonly<Record<string, string>> = {
  submission: 'signed and stored by the own node',
  relay: "stored by the partner's node, with its signed receipt",
  delivery: 'it is with the authority',
  alarm: 'somebody on duty was rung',
  retrieval: 'an officer there has opened it',
  delay: 'not delivered yet',
  'non-delivery': 'no receipt by the time it expired; delivery goes on',
};

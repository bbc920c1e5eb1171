import type { ReplyOptions } from '../../protocol/control/types.ts';
import type { Outcome } from '../command.ts';
import { heading, type Line, next, toned } from '../view/block.ts';
import { when } from '../view/when.ts';
import { verbWord } from '../../protocol/convention/verb-word.ts';

/** What may be said now, by this side, under which paragraph, and what is owed by when. */
export function replyOptionsOutcome(options: ReplyOptions, now: number): Outcome {
  const say = `comity reply ${options.reference} VERB`;
  return {
    document: options,
    view: [
      heading(`${options.reference}: what you may say now`),
      {
        is: 'table',
        head: [{ whole: 'verb' }, 'what it is', { whole: 'paragraph' }, 'owed', 'needs'],
        rows: options.verbs.map((verb) => rowOf(verb, now)),
        empty: options.why ?? 'Nothing: it is not your turn, or the case is closed.',
      },
      next(
        options.verbs.length === 0 ? undefined : `${say} says it, if it needs nothing`,
        options.verbs.length === 0
          ? undefined
          : `${say} --template > FILE.yaml makes a form to fill in, then: ${say} --file FILE.yaml`,
      ),
    ],
  };
}

function rowOf(verb: ReplyOptions['verbs'][number], now: number): readonly Line[] {
  const needed = verb.fields.filter((field) => field.required).map((field) => field.name);
  const overdue = verb.owedBy !== undefined && Date.parse(verb.owedBy) < now;
  return [
    toned('strong', verbWord(verb.verb)),
    verb.title,
    verb.paragraph,
    verb.owedBy === undefined ? '' : toned(overdue ? 'bad' : 'warn', `by ${when(verb.owedBy, now)}`),
    needed.join(', ') || toned('dim', 'nothing'),
  ];
}

import type { WatchEvent } from '../../protocol/control/types.ts';
import { connect } from '../client/connect.ts';
import type { Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { type Block, line, type Piece, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { exerciseMark } from '../view/words.ts';
import { verbWord } from '../../protocol/convention/verb-word.ts';

/** What happens at the node, as it happens, until Ctrl-C. In `--json` one event a line. */
export async function* watch(context: Context): AsyncGenerator<Outcome> {
  const { client } = connect(context);
  await context.say(line(toned('dim', 'Watching. Ctrl-C ends it.')));
  for await (const event of client.watch({ query: {} }, context.signal)) {
    yield { document: event, view: [viewOf(event)] };
  }
}

function viewOf(event: WatchEvent): Block {
  const at = new Date(event.at).toTimeString().slice(0, 8);
  return line(toned('dim', `${at} `), exerciseMark(event), ...sentence(event));
}

type Sentence = (event: WatchEvent, partner: string) => readonly Piece[];

const SENTENCES: Readonly<Record<WatchEvent['type'], Sentence>> = {
  item: (event, partner) => {
    const direction = event.from === event.partner ? 'from' : 'to';
    return [urgent(event), named(event), `: ${verbOf(event)} ${direction} ${partner}`];
  },
  delivery: (event, partner) => [
    named(event),
    `: ${verbOf(event)} to ${partner} is ${event.delivery ?? 'sent'}`,
  ],
  evidence: (event, partner) => [named(event), `: evidence of ${event.level ?? 'progress'} from ${partner}`],
  partner: ({ connected }, partner) => [
    connected === true ? toned('good', `${partner} is on line`) : toned('warn', `${partner} is off line`),
  ],
  warning: ({ level, message }) => [toned(level === 'alarm' ? 'bad' : 'warn', `! ${message ?? 'warning'}`)],
  dropped: () => [toned('bad', 'The daemon has stopped telling: this reader was too slow. Start it again.')],
};

function sentence(event: WatchEvent): readonly Piece[] {
  return SENTENCES[event.type](event, event.partner === undefined ? 'a partner' : stateName(event.partner));
}

function named({ reference }: WatchEvent): Piece {
  return toned('strong', reference ?? 'a case');
}

function verbOf({ verb }: WatchEvent): string {
  return verb === undefined ? 'an item' : verbWord(verb);
}

function urgent({ urgency }: WatchEvent): Piece {
  if (urgency === 'emergency') return toned('bad', 'EMERGENCY ');
  return urgency === 'urgent' ? toned('warn', 'urgent ') : '';
}

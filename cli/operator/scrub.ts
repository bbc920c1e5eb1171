import { connect } from '../client/connect.ts';
import type { Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { line, pairs, toned } from '../view/block.ts';
import { size } from '../view/size.ts';

/** Reads every file and every row of the store, and names what is damaged. */
export async function scrub(context: Context): Promise<Outcome> {
  const { client } = connect(context);
  await context.say(line('Reading all of the store …'));
  const reply = await client.call('storage.scrub', { body: {} }, { signal: context.signal, silenceMs: 0 });
  const sound = reply.damage.length === 0;
  return {
    document: reply,
    exitCode: sound ? EXIT.done : EXIT.failed,
    view: [
      line(
        sound
          ? toned('good', 'All of the store is as it was written.')
          : toned('bad', 'The store is damaged.'),
      ),
      pairs([
        ['rows', String(reply.rows)],
        ['read', size(reply.bytes)],
      ]),
      ...reply.damage.map(({ file, keyspace, key }) =>
        line(toned('bad', `! ${file ?? `${keyspace} ${key}`}`)),
      ),
    ],
  };
}

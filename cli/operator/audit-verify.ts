import { connect } from '../client/connect.ts';
import type { Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { line, pairs, toned } from '../view/block.ts';

/** Reads the whole record and compares it with its signed checkpoints. */
export async function auditVerify(context: Context): Promise<Outcome> {
  const { client } = connect(context);
  await context.say(line('Reading the whole record …'));
  const reply = await client.call('audit.verify', { body: {} }, { signal: context.signal, silenceMs: 0 });
  return {
    document: reply,
    exitCode: reply.intact ? EXIT.done : EXIT.failed,
    view: [
      line(
        reply.intact
          ? toned('good', 'The record is whole and unchanged.')
          : toned('bad', 'The record is damaged or was changed.'),
      ),
      pairs([
        ['entries', String(reply.size)],
        ['erased', String(reply.withheld)],
        ['root', reply.root],
      ]),
      ...reply.problems.map((problem) => line(toned('bad', `! ${problem}`))),
    ],
  };
}

import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { writeOutputFile } from '../output-file.ts';
import { line, next, toned } from '../view/block.ts';

/** Writes two profiles of one version that a partner has signed: a proof that anybody can verify. */
export async function partnerProof(context: Context, input: Input): Promise<Outcome> {
  const { client } = connect(context);
  const file = input.argument('FILE');
  const reply = await client.call('partners.proof', {
    params: { state: input.argument('STATE').toUpperCase() },
  });
  const bytes = Buffer.from(reply.proof, 'base64url');
  writeOutputFile(file, bytes);
  const { state, version } = reply;
  return {
    document: { state, version, file, bytes: bytes.length },
    view: [
      line(`The two versions ${version} of ${state} are in `, toned('strong', file)),
      next({ elsewhere: `whoever gets it checks it without a node: comity profile verify ${file}` }),
    ],
  };
}

import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { writeOutputFile } from '../output-file.ts';
import { line, next, pairs, toned } from '../view/block.ts';

/** Writes the signed profile to a file that a partner's operator adds. It holds nothing secret. */
export async function profileExport(context: Context, input: Input): Promise<Outcome> {
  const { client } = connect(context);
  const file = input.argument('FILE');
  const reply = await client.call('profile.export', {});
  const bytes = Buffer.from(reply.profile, 'base64url');
  writeOutputFile(file, bytes);
  const { state, version, digest, fingerprint } = reply;
  return {
    document: { state, version, digest, fingerprint, file, bytes: bytes.length },
    view: [
      line(`The profile of ${state}, version ${version}, is in `, toned('strong', file)),
      pairs([['fingerprint', toned('strong', fingerprint)]]),
      next('send the file to the partner, and read the fingerprint out by telephone'),
    ],
  };
}

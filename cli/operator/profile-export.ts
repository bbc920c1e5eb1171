import { writeFileSync } from 'node:fs';
import { ComityError } from '../../protocol/errors.ts';
import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { line, next, pairs, toned } from '../view/block.ts';

/** Writes the signed profile to a file that a partner's operator adds. It holds nothing secret. */
export async function profileExport(context: Context, input: Input): Promise<Outcome> {
  const { client } = connect(context);
  const file = input.argument('FILE');
  const reply = await client.call('profile.export', {});
  const bytes = Buffer.from(reply.profile, 'base64url');
  try {
    writeFileSync(file, bytes);
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw new ComityError('usage', `${file} can't be written (${code}) — name another file`, { cause });
  }
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

import type { Reply } from '../../protocol/control/types.ts';
import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { writeOutputFile } from '../output-file.ts';
import { line, next, pairs, toned } from '../view/block.ts';

/** Writes the signed profile to a file that a partner's operator adds. It holds nothing secret. */
export async function profileExport(context: Context, input: Input): Promise<Outcome> {
  const reply = await connect(context).client.call('profile.export', {});
  return exported(reply, {
    file: input.argument('FILE'),
    then: 'send the file to the partner, and read the fingerprint out by telephone',
  });
}

/** Writes the profile that a partner has signed to a file, for a partner who has lost it. */
export async function partnerExport(context: Context, input: Input): Promise<Outcome> {
  const state = input.argument('STATE').toUpperCase();
  const reply = await connect(context).client.call('partners.export', { params: { state } });
  return exported(reply, {
    file: input.argument('FILE'),
    then: `send the file to the operator of ${state}, for: comity key rotate node --complete --force --after FILE`,
  });
}

function exported(
  { state, version, digest, fingerprint, profile }: Reply<'profile.export'>,
  { file, then }: { readonly file: string; readonly then: string },
): Outcome {
  const bytes = Buffer.from(profile, 'base64url');
  writeOutputFile(file, bytes);
  return {
    document: { state, version, digest, fingerprint, file, bytes: bytes.length },
    view: [
      line(`The profile of ${state}, version ${version}, is in `, toned('strong', file)),
      pairs([['fingerprint', toned('strong', fingerprint)]]),
      next(then),
    ],
  };
}

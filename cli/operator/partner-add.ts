import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { readInputFile } from '../input-file.ts';
import { partnerBlocks } from './partner-view.ts';

/** Takes up a profile from a file. The partner stays an inert candidate until its fingerprint was compared. */
export async function partnerAdd(context: Context, input: Input): Promise<Outcome> {
  const { client } = connect(context);
  const bytes = readInputFile(input.argument('FILE'), PROFILE_BYTES_MAX);
  const reply = await client.call('partners.add', {
    body: { profile: Buffer.from(bytes).toString('base64url') },
  });
  return { document: reply, view: partnerBlocks(reply, context.now()) };
}

/** What the daemon takes, so that a wrong file is named here. */
const PROFILE_BYTES_MAX = 256 * 1024;

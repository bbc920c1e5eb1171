import type { PartnerDetails } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import { SIZES } from '../../protocol/limits.ts';
import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { readInputFile } from '../input-file.ts';
import { partnerBlocks } from './partner-view.ts';

/**
 * Takes up a profile from a file. The partner stays an inert candidate until its fingerprint was compared.
 */
export async function partnerAdd(context: Context, input: Input): Promise<Outcome> {
  const file = input.argument('FILE');
  const profile = Buffer.from(readInputFile(file, SIZES.signedProfileBytesMax)).toString('base64url');
  const reply = await added(context, profile).catch((cause: unknown) => {
    if (!isMalformed(cause)) throw cause;
    const wanted = 'a partner makes one with comity profile export';
    throw new ComityError('usage', `${file} holds no profile of a State — ${wanted}`, { cause });
  });
  return { document: reply, view: partnerBlocks(reply, context.now()) };
}

function added(context: Context, profile: string): Promise<PartnerDetails> {
  return connect(context).client.call('partners.add', { body: { profile } });
}

function isMalformed(error: unknown): boolean {
  return error instanceof ComityError && error.code === 'malformed';
}

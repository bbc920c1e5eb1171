import { SIZES } from '../../protocol/limits.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { readInputFile } from '../input-file.ts';
import { publishedOutcome, publishProfile } from './change-profile.ts';

/** Makes a profile that was signed elsewhere the one of this node. */
export async function profilePublish(context: Context, input: Input): Promise<Outcome> {
  const signed = readInputFile(input.argument('FILE'), SIZES.signedProfileBytesMax);
  const publishing = { force: input.given('force'), stateKeyLost: input.given('lost') };
  return publishedOutcome(await publishProfile(context, signed, publishing));
}

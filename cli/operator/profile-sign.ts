import { SIZES } from '../../protocol/limits.ts';
import { profileDraftCodec } from '../../protocol/identity/draft.ts';
import { type OpenedProfile, openProfile, signProfile } from '../../protocol/identity/profile.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { readInputFile } from '../input-file.ts';
import { writeOutputFile } from '../output-file.ts';
import { type Block, line, next, toned } from '../view/block.ts';
import { draftBlocks } from './change-profile.ts';
import { openNamedStateKey } from './state-key-file.ts';

/** Signs a draft where the State key is. It asks no node, and shows what changes before it asks for the key. */
export async function profileSign(context: Context, input: Input): Promise<Outcome> {
  const draft = readDraft(input.argument('DRAFT'));
  for (const block of draftBlocks(draft)) await context.say(block);
  const signer = await openNamedStateKey(context, input);
  return signedOutcome(input, openProfile(signProfile(draft.profile, signer)), input.argument('DRAFT'));
}

export function readDraft(file: string) {
  return profileDraftCodec.decode(readInputFile(file, 2 * SIZES.signedProfileBytesMax + 16));
}

/** Writes a signed profile that is to be published where the node is. */
export function signedOutcome(
  input: Input,
  { profile, bytes, digest }: OpenedProfile,
  draft: string,
  more: readonly Block[] = [],
): Outcome {
  const file = input.option('output') ?? `${draft}.signed`;
  writeOutputFile(file, bytes);
  const { party, version } = profile;
  return {
    document: { state: party, version, digest, file },
    view: [
      line(`Version ${version} of the profile of ${party} is signed, in `, toned('strong', file), '.'),
      ...more,
      next({ elsewhere: `where the node is: comity profile publish ${file}` }),
    ],
  };
}

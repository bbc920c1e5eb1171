import type { ProfileView, Request } from '../../protocol/control/types.ts';
import { SIZES } from '../../protocol/limits.ts';
import { type ProfileDraft, profileDraftCodec } from '../../protocol/identity/draft.ts';
import { profileCodec } from '../../protocol/identity/profile-codec.ts';
import { signedProfileCodec, signProfile } from '../../protocol/identity/profile.ts';
import { connect } from '../client/connect.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { readInputFile } from '../input-file.ts';
import { writeOutputFile } from '../output-file.ts';
import { type Block, heading, line, next, toned } from '../view/block.ts';
import { changesBetween } from './profile-changes.ts';
import { openNamedStateKey } from './state-key-file.ts';

export type WantedChange = Request<'profile.draft'>['body'];

/** How the new version is told apart once it is published. */
export interface Publishing {
  readonly force?: boolean;
  readonly stateKeyLost?: boolean;
}

/**
 * Has the daemon draft the next version of the profile, shows what changes, signs it with the State key and
 * has it published; or writes the draft to a file, for where the State key is.
 */
export async function changeProfile(
  context: Context,
  input: Input,
  change: WantedChange,
  publishing: Publishing = {},
): Promise<Outcome> {
  const bytes = await draftOf(context, { ...change, ...latestIn(input) });
  const draft = profileDraftCodec.decode(bytes);
  const file = input.option('draft');
  if (file !== undefined) return writtenDraft(file, bytes, draft);
  for (const block of draftBlocks(draft)) await context.say(block);
  const signed = signProfile(draft.profile, await openNamedStateKey(context, input));
  const published = await publishProfile(context, signedProfileCodec.encode(signed), publishing);
  return publishedOutcome(published);
}

/** The version that partners have, where that of this node is older. */
function latestIn(input: Input): Pick<WantedChange, 'after'> {
  const file = input.option('after');
  if (file === undefined) return {};
  const bytes = readInputFile(file, SIZES.signedProfileBytesMax);
  return { after: Buffer.from(bytes).toString('base64url') };
}

/** What the daemon wants to be signed. */
export async function draftOf(context: Context, change: WantedChange): Promise<Uint8Array> {
  const { draft } = await connect(context).client.call('profile.draft', { body: change });
  return new Uint8Array(Buffer.from(draft, 'base64url'));
}

export function publishProfile(
  context: Context,
  signed: Uint8Array,
  publishing: Publishing,
): Promise<ProfileView> {
  const profile = Buffer.from(signed).toString('base64url');
  return connect(context).client.call('profile.publish', { body: { profile, ...publishing } });
}

export function publishedOutcome(profile: ProfileView): Outcome {
  return {
    document: profile,
    view: [line(toned('good', `Version ${profile.version} of the profile is published; partners are told.`))],
  };
}

/** What a draft changes, for whoever signs. All text in it is made safe where it is printed. */
export function draftBlocks({ profile, before }: ProfileDraft): readonly Block[] {
  const present = profileCodec.decode(before.profile);
  const title = `Version ${profile.version} of the profile of ${profile.party} (${profile.network})`;
  return [heading(title), { is: 'list', items: changesBetween(present, profile) }];
}

function writtenDraft(file: string, bytes: Uint8Array, draft: ProfileDraft): Outcome {
  writeOutputFile(file, bytes);
  const { party, version } = draft.profile;
  return {
    document: { state: party, version, draft: file },
    view: [
      ...draftBlocks(draft),
      line('It is not signed yet; the draft is in ', toned('strong', file), '.'),
      next(
        {
          elsewhere: `where the State key is: comity profile sign ${file} --state-key KEYFILE --output SIGNED`,
        },
        'then here, within seven days: comity profile publish SIGNED',
      ),
    ],
  };
}

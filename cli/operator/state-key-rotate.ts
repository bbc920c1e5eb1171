import { randomBytes } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import type { ProfileDraft } from '../../protocol/identity/draft.ts';
import { profileDraftCodec } from '../../protocol/identity/draft.ts';
import { fingerprintOf } from '../../protocol/identity/fingerprint.ts';
import { underNewStateKey } from '../../protocol/identity/next-profile.ts';
import { type OpenedProfile, openProfile, signProfile } from '../../protocol/identity/profile.ts';
import { createKeyText } from '../../protocol/key-text.ts';
import type { Input, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { writePrivateFile } from '../folder/private-file.ts';
import { readPassphrase } from '../passphrase.ts';
import { type Block, line, next, pairs, toned } from '../view/block.ts';
import { draftOf, publishProfile } from './change-profile.ts';
import { readDraft, signedOutcome } from './profile-sign.ts';
import { openNamedStateKey, STATE_KEY_CREDENTIAL } from './state-key-file.ts';

/**
 * Makes a new State key, has the old one hand over to it, and signs the next version of the profile with it:
 * of a draft in a file, without a node; or of the node that is at hand, which publishes it.
 */
export async function stateKeyRotate(context: Context, input: Input): Promise<Outcome> {
  const file = resolve(input.argument('FILE'));
  const draftFile = input.option('draft');
  const draft =
    draftFile === undefined ? profileDraftCodec.decode(await draftOf(context, {})) : readDraft(draftFile);
  const signed = await signUnderNewKey(context, input, { draft, file });
  const fingerprint = fingerprintOf(signed.profile.stateKey.publicKey);
  const blocks = told(file, fingerprint, input.given('lost'));
  if (draftFile !== undefined) return signedOutcome(input, signed, draftFile, blocks);
  const published = await publishProfile(context, signed.bytes, { stateKeyLost: input.given('lost') });
  return { document: { file, fingerprint, profile: published }, view: blocks };
}

async function signUnderNewKey(
  context: Context,
  input: Input,
  { draft, file }: { readonly draft: ProfileDraft; readonly file: string },
): Promise<OpenedProfile> {
  const former = input.given('lost') ? 'lost' : await openNamedStateKey(context, input);
  const passphrase = await readPassphrase(context, {
    question: 'Passphrase for the new State key',
    folder: dirname(file),
    credential: STATE_KEY_CREDENTIAL,
    isNew: true,
    file: input.option('new-passphrase-file'),
  });
  const { signer, text } = await createKeyText('state', passphrase, randomBytes);
  const profile = underNewStateKey(draft.profile, signer, former, context.now());
  const signed = openProfile(signProfile(profile, signer));
  // The key is on file before anything is signed by it that somebody else may see.
  writePrivateFile(file, text, { exclusive: true });
  return signed;
}

function told(file: string, fingerprint: string, lost: boolean): readonly Block[] {
  return [
    line('The new State key is in ', toned('strong', file), '; keep the old one until all partners follow.'),
    pairs([['fingerprint', toned('strong', fingerprint)]]),
    ...(lost
      ? [
          next('comity profile export FILE writes the profile that every partner needs', {
            elsewhere: 'read the fingerprint out to the operator of each, who runs: comity partner repin',
          }),
        ]
      : []),
  ];
}

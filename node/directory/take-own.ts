import type { OpenedProfile } from '../../protocol/identity/profile.ts';
import { successorsOf } from '../../protocol/identity/state-key.ts';
import type { SharedBook } from './dependencies.ts';
import type { TakenUp } from './intake.ts';

/**
 * Only this node's operator publishes its profile. What comes round by others is an echo; or this node was
 * set back to an older state; or the State key has signed something elsewhere. Then the newest such profile
 * is kept, so that the next version can follow it, or name it.
 */
export async function takeOwn(
  { book, clock, log, own }: SharedBook,
  { profile, digest, bytes }: OpenedProfile,
): Promise<TakenUp> {
  const here = own();
  const { version } = profile;
  const related =
    successorsOf(here.profile.stateKey.publicKey, profile) ??
    successorsOf(profile.stateKey.publicKey, here.profile);
  const rivals = version >= here.version && version >= (book.rival?.version ?? 0);
  if (book.profile(digest) !== undefined || related === undefined || !rivals) return 'own';
  log.error({ version, here: here.version }, 'others have a profile of this party that is not of this node');
  const type = version === here.version ? 'profile.contradicted' : 'profile.ahead';
  const event = { type, at: clock.now(), subject: digest, actor: 'node', detail: { version } };
  await book.enter({ profiles: [{ digest, bytes }], rival: { digest } }, event);
  return 'own';
}

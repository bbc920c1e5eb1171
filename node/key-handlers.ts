import type { Handlers } from '../protocol/control/handlers.ts';
import { toInstant } from '../protocol/control/instant.ts';
import { ComityError } from '../protocol/errors.ts';
import { openProfile } from '../protocol/identity/profile.ts';
import type { KeyView } from '../protocol/control/types.ts';
import { activeKey, type Key } from '../protocol/identity/key.ts';
import { keyIdOf } from '../protocol/identity/keys.ts';
import type { Time } from '../protocol/value.ts';
import type { Clock } from './clock.ts';
import { peerIdText } from './contacts.ts';
import type { Directory } from './directory/directory.ts';
import { profileView } from './directory/profile-view.ts';
import type { OwnKeys } from './own-keys.ts';
import { draftProfile } from './profile-drafts.ts';

export interface KeyHandlerDependencies {
  readonly directory: Directory;
  readonly keys: OwnKeys;
  readonly clock: Clock;
}

/** The routes by which the own profile and the keys in it are changed. */
export function keyHandlers(
  dependencies: KeyHandlerDependencies,
): Handlers<'keys.list' | 'profile.draft' | 'profile.publish'> {
  const { directory, keys, clock } = dependencies;
  return {
    'keys.list': () => {
      const { profile, version } = directory.own();
      const { peerId, nextPeerId, receiptKeys, recordKeys } = profile.node;
      const views = (use: KeyView['use'], list: readonly Key[], desk?: string): KeyView[] =>
        list.map((key) => ({
          use,
          ...(desk !== undefined && { desk }),
          ...keyView(key, list, clock.now()),
          held: keys.holds(key.publicKey),
        }));
      return {
        version,
        rows: [
          ...profile.desks.flatMap((desk) => views('authority', desk.keys, desk.id)),
          ...views('receipt', receiptKeys),
          ...views('record', recordKeys),
        ],
        peerId: peerIdText(peerId),
        ...(nextPeerId !== undefined && { nextPeerId: peerIdText(nextPeerId) }),
        awaited: directory.awaited(),
      };
    },
    'profile.draft': async ({ body }, caller) => {
      const { rotate = [], after, ...rest } = body;
      if (after !== undefined) await takeLatest(directory, bytesOf(after), caller.officerId);
      const names = rotate.map(({ use, desk }) =>
        use === 'authority' ? (`authority ${desk ?? ''}` as const) : use,
      );
      const draft = await draftProfile(dependencies, { ...rest, rotate: names });
      return { draft: Buffer.from(draft).toString('base64url') };
    },
    'profile.publish': async ({ body }, caller) => {
      const { profile, force = false, stateKeyLost = false } = body;
      const bytes = bytesOf(profile);
      const publication = { bytes, force, stateKeyLost, holds: keys.holds };
      const published = await directory.publish(publication, caller.officerId);
      await keys.settle();
      return profileView(published, peerIdText);
    },
  };
}

/** A later version of the own profile, that a partner has and this node does not. */
async function takeLatest(directory: Directory, bytes: Uint8Array, operator: string): Promise<void> {
  const { party, version } = openProfile(bytes).profile;
  const own = directory.own();
  if (party !== own.party) {
    throw new ComityError('usage', `The file holds the profile of ${party}, not of this node.`);
  }
  if (version > own.version) await directory.takeUp(bytes, { operator });
  if (version <= directory.nextFollows().latest.version) return;
  throw new ComityError('refused', 'No State key that this node knows has signed the profile in the file.');
}

function bytesOf(base64url: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64url, 'base64url'));
}

function keyView(key: Key, list: readonly Key[], now: Time): Omit<KeyView, 'use' | 'desk' | 'held'> {
  return {
    keyId: keyIdOf(key.publicKey),
    state: stateOfKey(key, list, now),
    from: toInstant(key.from),
    ...(key.until !== undefined && { until: toInstant(key.until) }),
    ...(key.revokedAt !== undefined && { revokedAt: toInstant(key.revokedAt) }),
  };
}

/** A retired key goes on counting for what was made in its time; a revoked one for nothing new. */
function stateOfKey(key: Key, list: readonly Key[], now: Time): KeyView['state'] {
  if (key.revokedAt !== undefined) return 'revoked';
  return activeKey(list, now) === key ? 'active' : 'retired';
}

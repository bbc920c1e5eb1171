import type { Handlers } from '../protocol/control/handlers.ts';
import { toInstant } from '../protocol/control/instant.ts';
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
    'profile.draft': async ({ body }) => {
      const { rotate = [], ...rest } = body;
      const names = rotate.map(({ use, desk }) =>
        use === 'authority' ? (`authority ${desk ?? ''}` as const) : use,
      );
      const draft = await draftProfile(dependencies, { ...rest, rotate: names });
      return { draft: Buffer.from(draft).toString('base64url') };
    },
    'profile.publish': async ({ body }, caller) => {
      const { profile, force = false, stateKeyLost = false } = body;
      const bytes = new Uint8Array(Buffer.from(profile, 'base64url'));
      const publication = { bytes, force, stateKeyLost, holds: keys.holds };
      const published = await directory.publish(publication, caller.officerId);
      await keys.settle();
      return profileView(published, peerIdText);
    },
  };
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

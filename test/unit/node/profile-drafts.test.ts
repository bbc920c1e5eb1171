import { expect } from 'chai';
import { draftProfile } from '../../../node/profile-drafts.ts';
import { knownProfile } from '../../../node/directory/known-profile.ts';
import { profileDraftCodec } from '../../../protocol/identity/draft.ts';
import { activeKey } from '../../../protocol/identity/key.ts';
import { peerIdOfKey } from '../../../protocol/identity/node-entry.ts';
import type { Profile } from '../../../protocol/identity/profile.ts';
import { aProfile, keyOf, peerIdFrom, proven, signed, signerFrom } from '../../support/profiles.ts';

const NOW = Date.UTC(2026, 5, 1);

/** The own profile of a restored node, and the next version, of whose keys it has none but the desk's. */
const own = aProfile('GD');
const latest = proven({
  ...own,
  version: 2,
  previous: signed(own).digest,
  node: {
    ...own.node,
    peerId: peerIdFrom('lost'),
    receiptKeys: [
      ...own.node.receiptKeys.map((key) => ({ ...key, until: 2, revokedAt: 2 })),
      keyOf(signerFrom('lost receipt'), 2),
    ],
  },
});
const drawn = signerFrom('drawn');
const held = new Set([
  own.node.peerId.slice(-64),
  ...own.desks.flatMap(({ keys }) => keys).map(({ publicKey }) => publicKey),
  ...own.node.recordKeys.map(({ publicKey }) => publicKey),
]);

async function drafted(wanted: Parameters<typeof draftProfile>[1]): Promise<Profile> {
  const known = (profile: Profile) => knownProfile(signed(profile).bytes, {});
  const bytes = await draftProfile(
    {
      directory: { own: () => known(own), nextFollows: () => ({ latest: known(latest), supersedes: [] }) },
      keys: { draw: () => Promise.resolve(drawn), holds: (key) => held.has(key) },
      clock: { now: () => NOW },
    },
    wanted,
  );
  return profileDraftCodec.decode(bytes).profile;
}

describe('the next profile of a restored node that knows the version of its partners', () => {
  it('follows that, keeps what it revokes, and has a new key in the place of each that is lost', async () => {
    const { version, node, desks } = await drafted({ rotate: ['node'], completeNodeKey: true });
    expect(version).to.equal(3);
    expect(node.peerId).to.equal(peerIdOfKey(drawn.publicKey));
    expect(activeKey(node.receiptKeys, NOW)?.publicKey).to.equal(keyOf(drawn).publicKey);
    expect(node.receiptKeys[0]?.revokedAt).to.equal(2);
    expect(desks).to.deep.equal(own.desks);
  });

  it('goes on with the node key that the node has, unless a new one is asked for', async () => {
    expect((await drafted({})).node.peerId).to.equal(own.node.peerId);
  });
});

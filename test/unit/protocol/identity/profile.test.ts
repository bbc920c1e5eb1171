import { expect } from 'chai';
import { toHex } from '../../../../protocol/hash.ts';
import { activeKey, coversTime, type Key, keyById } from '../../../../protocol/identity/key.ts';
import { deskKey } from '../../../../protocol/identity/desk.ts';
import { profileCodec } from '../../../../protocol/identity/profile-codec.ts';
import { type NodeEntry, peerIdOfKey, provePossession } from '../../../../protocol/identity/node-entry.ts';
import {
  keysOf,
  openProfile,
  type Profile,
  profileDigest,
  signedProfileCodec,
  signProfile,
} from '../../../../protocol/identity/profile.ts';
import { keyIdOf } from '../../../../protocol/identity/keys.ts';
import { COUNTS } from '../../../../protocol/limits.ts';
import {
  aFullProfile,
  aSignedProfile,
  formerStateSigner,
  stateSigner,
} from '../../../support/full-profile.ts';
import { digestOf, signerOf } from '../../../support/items.ts';
import { refuses } from '../../../support/refuses.ts';
import { edited } from '../../../support/wire-surgery.ts';

const [firstDesk] = aFullProfile.desks;
if (firstDesk === undefined) throw new Error('the sample has desks');
const desk = firstDesk;
const bytes = profileCodec.encode(aFullProfile);

function refusesProfile(change: Partial<Profile>): void {
  refuses('malformed', () => profileCodec.encode({ ...aFullProfile, ...change }));
}

function manyKeys(count: number): Key[] {
  return Array.from({ length: count }, (_, index) => ({ suite: 1, publicKey: digestOf(index), from: 1 }));
}

describe('profiles', () => {
  it('open with their digest', () => {
    const encoded = signedProfileCodec.encode(aSignedProfile);
    const opened = openProfile(encoded);
    expect(opened.profile).to.deep.equal(aFullProfile);
    expect(opened.digest).to.equal(profileDigest(bytes));
    expect(opened.bytes).to.equal(encoded);
    expect(openProfile(aSignedProfile)).to.deep.equal(opened);
  });

  it('must be signed by the State key that they name', () => {
    refuses('unauthentic', () => openProfile(signProfile(aFullProfile, formerStateSigner)));
    refuses('unauthentic', () => openProfile(signProfile(aFullProfile, signerOf(99))));
    const forged = { ...aSignedProfile.signature, keyId: formerStateSigner.keyId };
    refuses('unauthentic', () => openProfile({ profile: bytes, signature: forged }));
  });

  it('name no PeerId, present or next, whose key has not said that it is this party’s in this network', () => {
    const { node } = aFullProfile;
    const refusesNode = (change: Partial<NodeEntry>): void => {
      const profile = { ...aFullProfile, node: { ...node, ...change } };
      refuses('unauthentic', () => openProfile(signProfile(profile, stateSigner)));
    };
    const foreign = signerOf(86);
    refusesNode({ peerId: peerIdOfKey(signerOf(95).publicKey) });
    refusesNode({ nextPeerId: peerIdOfKey(signerOf(95).publicKey) });
    refusesNode({ possession: provePossession(foreign, { network: 'caricom', party: 'JM' }) });
    refusesNode({ possession: provePossession(foreign, { network: 'other', party: 'GD' }) });
    refusesNode({ possession: provePossession(signerOf(95), aFullProfile) });
    refusesNode({ nextPossession: node.possession });
  });

  it('say of a next PeerId whose it is, and of none nothing', () => {
    const { nextPeerId: _id, nextPossession: _proof, ...node } = aFullProfile.node;
    openProfile(signProfile({ ...aFullProfile, node }, stateSigner));
    const { nextPeerId = '', nextPossession = node.possession } = aFullProfile.node;
    refusesProfile({ node: { ...node, nextPeerId } });
    refusesProfile({ node: { ...node, nextPossession } });
    refusesProfile({ node: { ...node, nextPeerId: node.peerId, nextPossession } });
  });

  it('are refused when any key in them is weak', () => {
    const weak: Key = { suite: 1, publicKey: `01${'00'.repeat(31)}`, from: 1 };
    const { node } = aFullProfile;
    for (const change of [
      { stateKeyHistory: [{ key: weak }] },
      { desks: [{ ...desk, keys: [weak] }] },
      { node: { ...node, receiptKeys: [weak] } },
      { node: { ...node, recordKeys: [weak] } },
    ] satisfies Partial<Profile>[]) {
      refuses('unauthentic', () => openProfile(signProfile({ ...aFullProfile, ...change }, stateSigner)));
    }
  });

  it('of another format, or with a critical extension that is not known, say so', () => {
    const format = edited('Profile', bytes, (message) => (message['format'] = 2));
    refuses('unknown-version', () => profileCodec.decode(format));
    const extensions = [{ id: 3, critical: true, bytes: new Uint8Array([1]) }];
    const critical = edited('Profile', bytes, (message) => (message['extensions'] = extensions));
    refuses('critical-extension', () => profileCodec.decode(critical));
  });

  it('are whole: what contradicts itself is refused', () => {
    const { previous: _previous, ...first } = aFullProfile;
    profileCodec.encode({ ...first, version: 1 });
    refuses('malformed', () => profileCodec.encode(first));
    refusesProfile({ version: 1 });
    refusesProfile({ version: 0 });
    refusesProfile({ version: 2 ** 32 });
    refusesProfile({ supersedes: [digestOf(1)] });
    refusesProfile({ supersedes: [digestOf(1), digestOf(2), digestOf(3)].sort() });
    refusesProfile({ validUntil: aFullProfile.validFrom });
    refusesProfile({ names: [] });
    refusesProfile({ desks: [desk, desk] });
    refusesProfile({ party: 'gd' });
    refusesProfile({ party: 'GD-' });
    refusesProfile({ kind: 'city' as 'state' });
  });

  it('hold desks, keys, nodes and periods that can be what they say', () => {
    const [key] = desk.keys;
    if (key === undefined) throw new Error('the sample has keys');
    const { node } = aFullProfile;
    for (const change of [
      { role: 'BOSS' as 'CA' },
      { id: 'no spaces' },
      { name: '' },
      { competence: ['mla.*.x'] },
      { utcOffsetMinutes: 841 },
      { keys: [key, key] },
      { keys: [{ ...key, until: key.from }] },
    ]) {
      refusesProfile({ desks: [{ ...desk, ...change }] });
    }
    refuses('unknown-suite', () =>
      profileCodec.encode({ ...aFullProfile, desks: [{ ...desk, keys: [{ ...key, suite: 2 }] }] }),
    );
    refusesProfile({ node: { ...node, peerId: node.peerId.slice(2) } });
    refusesProfile({ node: { ...node, peerId: `12200801${node.peerId.slice(8)}` } });
    refusesProfile({ periods: [{ timer: 't', amount: 0, unit: 'days' }] });
    refusesProfile({ periods: [{ timer: 't', amount: 1, unit: 'weeks' as 'days' }] });
    refusesProfile({ periods: [{ timer: 't', amount: 1, unit: 'days', urgency: 'soon' as 'urgent' }] });
    refusesProfile({ acceptance: { ...aFullProfile.acceptance, itemBytesMax: 0 } });
  });

  it('bound desks and keys at n and n + 1', () => {
    const desks = (count: number): Partial<Profile> => ({
      desks: Array.from({ length: count }, (_, index) => ({ ...desk, id: `desk-${index}` })),
    });
    profileCodec.encode({ ...aFullProfile, ...desks(COUNTS.desks) });
    refusesProfile(desks(COUNTS.desks + 1));
    const keys = (count: number): Partial<Profile> => ({
      stateKeyHistory: manyKeys(count).map((key) => ({ key })),
    });
    profileCodec.encode({ ...aFullProfile, ...keys(COUNTS.keys) });
    refusesProfile(keys(COUNTS.keys + 1));
    const held = keysOf(aFullProfile).length - desk.keys.length;
    const all = (count: number): Partial<Profile> => ({
      desks: Array.from({ length: Math.ceil(count / COUNTS.keys) }, (_, index) => ({
        ...desk,
        id: `desk-${index}`,
        keys: manyKeys(Math.min(COUNTS.keys, count - index * COUNTS.keys)),
      })),
    });
    profileCodec.encode({ ...aFullProfile, ...all(COUNTS.profileKeys - held) });
    refusesProfile(all(COUNTS.profileKeys - held + 1));
  });
});

describe('keys with their time', () => {
  const key = (value: number, parts: Partial<Key>): Key => ({
    suite: 1,
    publicKey: toHex(signerOf(value).publicKey),
    from: 100,
    ...parts,
  });

  it('cover the time from their first moment up to the one at which they are retired', () => {
    const retired = key(1, { until: 200 });
    expect([99, 100, 199, 200].map((at) => coversTime(retired, at))).to.deep.equal([
      false,
      true,
      true,
      false,
    ]);
    expect(coversTime(key(1, {}), 10 ** 12)).to.equal(true);
  });

  it('are found by their id, whatever their time', () => {
    const keys = [key(1, { until: 101 }), key(2, {})];
    expect(keyById(keys, keyIdOf(signerOf(1).publicKey))).to.equal(keys[0]);
    expect(keyById(keys, signerOf(3).keyId)).to.equal(undefined);
  });

  it('sign by the newest that is in its time and not revoked', () => {
    const [old, next, revoked] = [key(1, {}), key(2, { from: 150 }), key(3, { from: 160, revokedAt: 170 })];
    expect(activeKey([old, next, revoked], 120)).to.equal(old);
    expect(activeKey([old, next, revoked], 165)).to.equal(next);
    expect(activeKey([next], 149)).to.equal(undefined);
  });

  it('of a desk stand in for one that was in use before them and is revoked', () => {
    const [held, former] = desk.keys;
    if (held === undefined || former === undefined) throw new Error('the sample has keys');
    const id = keyIdOf(held.publicKey);
    expect(deskKey(aFullProfile.desks, desk.id, id, held.from - 1)).to.equal(held);
    const { revokedAt: _at, ...retired } = former;
    const unrevoked = [{ ...desk, keys: [held, retired] }];
    expect(deskKey(unrevoked, desk.id, id, held.from - 1)).to.equal(undefined);
  });

  it('of a desk are found by desk, id and time', () => {
    const [held] = desk.keys;
    if (held === undefined) throw new Error('the sample has keys');
    const id = keyIdOf(held.publicKey);
    expect(deskKey(aFullProfile.desks, desk.id, id, held.from)).to.equal(held);
    const alone = [{ ...desk, keys: [held] }];
    expect(deskKey(alone, desk.id, id, held.from - 1)).to.equal(undefined);
    expect(deskKey(aFullProfile.desks, 'contact-point', id, held.from)).to.equal(undefined);
    expect(deskKey(aFullProfile.desks, desk.id, digestOf(1), held.from)).to.equal(undefined);
  });
});

import assert from 'node:assert/strict';
import { fingerprintOf } from '../../../protocol/identity/fingerprint.ts';
import { aDirectoryWithPartner, anEmptyDirectory, operator } from '../../support/directory.ts';
import { aProfile, keyOf, peerIdFrom, signed, signerFrom } from '../../support/profiles.ts';
import { rejectsWith } from '../../support/rejects-with.ts';

describe('the directory', () => {
  it('lists a stranger as a candidate, with who introduced it, and admits it nowhere', async () => {
    const { directory } = await anEmptyDirectory();
    const { bytes } = signed(aProfile('JM'));
    assert.equal((await directory.takeUp(bytes, { partner: 'TT' })).outcome, 'candidate');
    await directory.takeUp(bytes, { partner: 'BB' });
    assert.deepEqual(directory.candidates()[0]?.introducedBy, ['TT', 'BB']);
    assert.equal(directory.admitted(peerIdFrom('JM node')), undefined);
    assert.throws(() => directory.partner('JM'), { code: 'unknown-state' });
  });

  it('verifies what many pass on at once no second time, and notes who brings it', async () => {
    const { directory } = await anEmptyDirectory();
    const { bytes } = signed(aProfile('JM'));
    // Of the same content, under a signature that would not hold.
    const again = Uint8Array.from(bytes);
    again[again.length - 1] = (again.at(-1) ?? 0) ^ 1;
    await assert.rejects(directory.takeUp(again, { partner: 'BB' }), { code: 'unauthentic' });
    await directory.takeUp(bytes, { partner: 'TT' });
    const { outcome } = await directory.takeUp(again, { partner: 'BB' });
    assert.equal(outcome, 'candidate');
    assert.deepEqual(directory.candidates()[0]?.introducedBy, ['TT', 'BB']);
    assert.deepEqual(directory.candidates()[0]?.bytes, bytes);
  });

  it('pins a State key only against the fingerprint that was compared', async () => {
    const { directory } = await anEmptyDirectory();
    const { bytes, profile } = signed(aProfile('JM'));
    await directory.takeUp(bytes, operator);
    await rejectsWith(directory.approve('JM', undefined, 'op'), 'usage');
    await rejectsWith(directory.approve('JM', 'ABCD', 'op'), 'usage');
    const other = fingerprintOf(signerFrom('other').publicKey);
    await rejectsWith(directory.approve('JM', other, 'op'), 'fingerprint-differs');
    assert.equal(directory.admitted(peerIdFrom('JM node')), undefined);
    await directory.approve('JM', fingerprintOf(profile.stateKey.publicKey).toLowerCase(), 'op');
    assert.equal(directory.admitted(peerIdFrom('JM node')), 'JM');
    assert.deepEqual(directory.candidates(), []);
  });

  it('chooses among candidates of one code by the fingerprint', async () => {
    const { directory } = await anEmptyDirectory();
    const impostor = signerFrom('impostor');
    await directory.takeUp(signed(aProfile('JM', { stateKey: keyOf(impostor) }), impostor).bytes, {
      partner: 'TT',
    });
    const real = signed(aProfile('JM'));
    await directory.takeUp(real.bytes, operator);
    assert.equal(directory.candidates().length, 2);
    const pin = await directory.approve('JM', fingerprintOf(real.profile.stateKey.publicKey), 'op');
    assert.equal(pin.current, real.digest);
  });

  it('approves a party of a State that it knows without a fingerprint, if the State key is the same', async () => {
    const { directory } = await aDirectoryWithPartner();
    const police = { node: { ...aProfile('JM').node, peerId: peerIdFrom('police') } };
    const kin = signed(
      aProfile('JM-JCF', { ...police, stateKey: keyOf(signerFrom('JM state')) }),
      signerFrom('JM state'),
    );
    await directory.takeUp(kin.bytes, { partner: 'JM' });
    await directory.approve('JM-JCF', undefined, 'op');
    assert.equal(directory.admitted(peerIdFrom('police')), 'JM-JCF');
    const stranger = signed(aProfile('JM-XX'));
    await directory.takeUp(stranger.bytes, { partner: 'JM' });
    await rejectsWith(directory.approve('JM-XX', undefined, 'op'), 'usage');
  });

  it('admits no suspended partner, and admits it again when it is resumed', async () => {
    const { directory, reopen } = await aDirectoryWithPartner();
    await directory.setSuspended('JM', true, 'op');
    assert.equal(directory.admitted(peerIdFrom('JM node')), undefined);
    assert.throws(() => directory.partner('JM'), { code: 'unavailable' });
    assert.equal((await reopen()).admitted(peerIdFrom('JM node')), undefined);
    await directory.setSuspended('JM', false, 'op');
    assert.equal(directory.admitted(peerIdFrom('JM node')), 'JM');
  });

  it('admits the next PeerId beside the present one', async () => {
    const { directory, first, next, offer } = await aDirectoryWithPartner();
    await offer(next(first, { node: { ...first.profile.node, nextPeerId: peerIdFrom('JM next') } }));
    assert.equal(directory.admitted(peerIdFrom('JM node')), 'JM');
    assert.equal(directory.admitted(peerIdFrom('JM next')), 'JM');
  });

  it('refuses a profile that names the PeerId of another party', async () => {
    const { directory, first } = await aDirectoryWithPartner();
    const thief = signed(aProfile('TT', { node: first.profile.node }));
    await directory.takeUp(thief.bytes, operator);
    await rejectsWith(
      directory.approve('TT', fingerprintOf(thief.profile.stateKey.publicKey), 'op'),
      'refused',
    );
    assert.equal(directory.admitted(peerIdFrom('JM node')), 'JM');
  });

  it('refuses a profile of another network, and one that is signed by nobody', async () => {
    const { directory } = await anEmptyDirectory();
    await rejectsWith(
      directory.takeUp(signed(aProfile('JM', { network: 'other' })).bytes, operator),
      'usage',
    );
    const damaged = signed(aProfile('JM')).bytes.slice();
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    await rejectsWith(directory.takeUp(damaged, operator), 'unauthentic');
  });

  it('is the same after a restart', async () => {
    const { directory, reopen, first, next, offer } = await aDirectoryWithPartner();
    const second = next(first);
    await offer(second);
    await directory.takeUp(signed(aProfile('BB')).bytes, { partner: 'JM' });
    const again = await reopen();
    assert.deepEqual(again.pins(), directory.pins());
    assert.deepEqual(again.inventory(), directory.inventory());
    assert.deepEqual(
      again.candidates().map(({ digest }) => digest),
      directory.candidates().map(({ digest }) => digest),
    );
    assert.deepEqual(again.byDigest(first.digest), first.profile);
  });
});

describe('the exchange of directories', () => {
  it('passes on the own profile and those of partners, never those of candidates', async () => {
    const { directory } = await aDirectoryWithPartner();
    const candidate = signed(aProfile('BB'));
    await directory.takeUp(candidate.bytes, { partner: 'JM' });
    assert.deepEqual(
      directory.inventory().map(({ party }) => party),
      ['GD', 'JM'],
    );
    assert.equal(directory.signedProfile(candidate.digest), undefined);
  });

  it('wants what is newer or unknown, about itself too', async () => {
    const { directory, first } = await aDirectoryWithPartner();
    const entry = (party: string, version: number, digest: string) => ({ party, version, digest });
    const [a, b, c] = ['aa', 'bb', 'cc'].map((byte) => byte.repeat(32)) as [string, string, string];
    const inventory = [entry('GD', 9, a), entry('JM', 1, first.digest), entry('JM', 2, b), entry('BB', 1, c)];
    const { signal } = new AbortController();
    assert.deepEqual(await directory.wanted(inventory, 'JM', signal), [a, b, c]);
  });
});

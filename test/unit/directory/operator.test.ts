import assert from 'node:assert/strict';
import { fingerprintOf } from '../../../protocol/identity/fingerprint.ts';
import { aDirectoryWithPartner, anEmptyDirectory, operator, sentences } from '../../support/directory.ts';
import { keyOf, peerIdFrom, signed, signerFrom } from '../../support/profiles.ts';
import { rejectsWith } from '../../support/rejects-with.ts';

const DAY_MS = 86_400_000;
const holds = (): boolean => true;

describe('an operator', () => {
  it('pins a new State key where the old one was lost, and both stay on file', async () => {
    const { directory, first } = await aDirectoryWithPartner();
    const young = signerFrom('JM new state');
    const renewed = signed({ ...first.profile, version: 1, stateKey: keyOf(young), issuedAt: 9 }, young);
    await directory.takeUp(renewed.bytes, operator);
    assert.equal(directory.partner('JM').digest, first.digest);
    const pin = await directory.repin('JM', fingerprintOf(young.publicKey), 'op');
    assert.deepEqual(pin.formerStateKeys, [first.profile.stateKey.publicKey]);
    assert.equal(directory.partner('JM').digest, renewed.digest);
    assert.ok(directory.byDigest(first.digest));
  });

  it('publishes the next version of the own profile, signed by the State key, and no other', async () => {
    const { directory } = await anEmptyDirectory();
    const { profile, digest } = directory.own();
    const version = { ...profile, version: 2, previous: digest };
    const thief = signerFrom('thief');
    await rejectsWith(
      directory.publish({ bytes: signed({ ...version, stateKey: keyOf(thief) }, thief).bytes, holds }, 'op'),
      'refused',
    );
    await rejectsWith(
      directory.publish({ bytes: signed({ ...version, version: 3 }).bytes, holds }, 'op'),
      'refused',
    );
    const moved = { ...version, node: { ...profile.node, peerId: peerIdFrom('elsewhere') } };
    await rejectsWith(directory.publish({ bytes: signed(moved).bytes, holds }, 'op'), 'refused');
    const changed: string[] = [];
    directory.onChanged((party) => changed.push(party));
    await directory.publish({ bytes: signed(version).bytes, holds }, 'op');
    assert.equal(directory.own().profile.version, 2);
    assert.deepEqual(changed, ['GD']);
  });

  it('publishes no draft that has lain about for more than seven days', async () => {
    const { directory, clock } = await anEmptyDirectory();
    const { profile, digest } = directory.own();
    const next = signed({ ...profile, version: 2, previous: digest, issuedAt: clock.now() });
    clock.setWall(clock.now() + 7 * DAY_MS + 1);
    await rejectsWith(directory.publish({ bytes: next.bytes, holds }, 'op'), 'refused');
    clock.setWall(clock.now() - 1);
    await directory.publish({ bytes: next.bytes, holds }, 'op');
  });

  it('is warned of a profile that ends in less than 60 days, and cut off from nobody by it', async () => {
    const { clock, directory, first } = await aDirectoryWithPartner();
    clock.setWall(first.profile.validUntil - 60 * DAY_MS);
    assert.deepEqual(directory.warnings(), []);
    clock.setWall(first.profile.validUntil - 7 * DAY_MS);
    assert.match(sentences(directory), /^The profile of JM expires in 7 days\.$/m);
    clock.setWall(first.profile.validUntil + DAY_MS);
    assert.match(sentences(directory), /JM has expired/);
    assert.equal(directory.admitted(peerIdFrom('JM node')), 'JM');
  });

  it('finds in the record that a profile ends in 60, 30 and 7 days, and that it has, once each', async () => {
    const { clock, directory, first, store, reopen } = await aDirectoryWithPartner();
    for (const days of [61, 59, 58, 29, 6, 5, -1, -2]) {
      clock.setWall(first.profile.validUntil - days * DAY_MS);
      await directory.noteExpiry();
      await (await reopen()).noteExpiry();
    }
    const noted = store.events.filter(
      ({ type, detail }) => type === 'profile.expires' && detail?.['party'] === 'JM',
    );
    assert.deepEqual(
      noted.map(({ detail }) => detail?.['days']),
      [60, 30, 7, 0],
    );
  });
});

import assert from 'node:assert/strict';
import type { Directory } from '../../../node/directory/directory.ts';
import { fingerprintOf } from '../../../protocol/identity/fingerprint.ts';
import { aDirectoryWithPartner, anEmptyDirectory, operator } from '../../support/directory.ts';
import { aProfile, keyOf, signed, signerFrom } from '../../support/profiles.ts';
import { rejectsWith } from '../../support/rejects-with.ts';

const nothing = { exchanged: () => Promise.resolve(false), actor: 'op' };
const something = { exchanged: () => Promise.resolve(true), actor: 'op' };

function known(directory: Directory): string[] {
  return directory.candidates().map(({ party, stateKey }) => `${party} ${fingerprintOf(stateKey)}`);
}

describe('whoever is removed from the directory', () => {
  it('is forgotten as a candidate, recorded, and may be introduced again', async () => {
    const { directory, store, reopen } = await anEmptyDirectory();
    const candidate = signed(aProfile('XX'));
    await directory.takeUp(candidate.bytes, { partner: 'TT' });
    assert.deepEqual(await directory.remove('XX', nothing), { status: 'candidate', count: 1 });
    assert.deepEqual(known(directory), []);
    assert.deepEqual(known(await reopen()), []);
    assert.equal(store.events.at(-1)?.type, 'candidate.removed');
    assert.equal(store.events.at(-1)?.actor, 'op');
    await rejectsWith(directory.remove('XX', nothing), 'unknown-state');
    const inventory = [{ party: 'XX', version: 1, digest: candidate.digest }];
    assert.deepEqual(await directory.wanted(inventory, 'TT', new AbortController().signal), [
      candidate.digest,
    ]);
    await directory.takeUp(candidate.bytes, { partner: 'TT' });
    assert.equal(directory.candidates().length, 1);
  });

  it('may be one of several who claim a code, by fingerprint, and a partner of that code stays', async () => {
    const { directory } = await aDirectoryWithPartner();
    const [one, other] = ['one', 'other'].map((seed) => {
      const signer = signerFrom(seed);
      return signed(aProfile('JM', { stateKey: keyOf(signer) }), signer);
    });
    for (const claim of [one, other]) await directory.takeUp(claim?.bytes ?? new Uint8Array(), operator);
    const print = fingerprintOf(one?.profile.stateKey.publicKey ?? '');
    await rejectsWith(
      directory.remove('JM', { ...nothing, fingerprint: print.replace(/^./, '#') }),
      'fingerprint-differs',
    );
    assert.equal((await directory.remove('JM', { ...nothing, fingerprint: print })).count, 1);
    assert.deepEqual(known(directory), [`JM ${fingerprintOf(other?.profile.stateKey.publicKey ?? '')}`]);
    assert.equal((await directory.remove('JM', something)).status, 'candidate');
    assert.equal(directory.partner('JM').party, 'JM');
  });

  it('is no partner with whom anything was exchanged: that one can be suspended', async () => {
    const { directory } = await aDirectoryWithPartner();
    await assert.rejects(directory.remove('JM', something), /comity partner suspend JM/);
    assert.equal(directory.partner('JM').party, 'JM');
  });

  it('is no partner whose contradictions are on file', async () => {
    const { directory, next, first, offer } = await aDirectoryWithPartner();
    await offer(next(first));
    await offer(next(first, { validUntil: first.profile.validUntil + 1 }));
    await assert.rejects(directory.remove('JM', nothing), /contradictions are on file/);
  });

  it('may be a partner with whom nothing was exchanged: it is let in no more, and can be approved anew', async () => {
    const { directory, first, reopen } = await aDirectoryWithPartner();
    assert.equal(directory.admitted(first.profile.node.peerId), 'JM');
    assert.deepEqual(await directory.remove('JM', nothing), { status: 'partner', count: 1 });
    for (const one of [directory, await reopen()]) {
      assert.deepEqual(one.pins(), []);
      assert.equal(one.admitted(first.profile.node.peerId), undefined);
      assert.equal(one.byDigest(first.digest), undefined);
    }
    await directory.takeUp(first.bytes, operator);
    await directory.approve('JM', fingerprintOf(first.profile.stateKey.publicKey), 'op');
    assert.equal(directory.partner('JM').digest, first.digest);
  });
});

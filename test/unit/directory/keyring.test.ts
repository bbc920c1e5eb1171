import assert from 'node:assert/strict';
import { aDirectoryWithPartner } from '../../support/directory.ts';
import { keyOf, signerFrom } from '../../support/profiles.ts';

describe('keys of a partner', () => {
  const jm = signerFrom('JM authority');
  const CA = 'central-authority';

  it('are found by profile, desk, key id and time', async () => {
    const { directory, first } = await aDirectoryWithPartner();
    const keyring = directory.keyring('JM');
    assert.ok(keyring.authorityKey(first.digest, CA, jm.keyId, 1));
    assert.equal(keyring.authorityKey(first.digest, 'other-desk', jm.keyId, 1), undefined);
    assert.equal(keyring.authorityKey('00'.repeat(32), CA, jm.keyId, 1), undefined);
    assert.equal(directory.keyring('TT').authorityKey(first.digest, CA, jm.keyId, 1), undefined);
  });

  it('verify what was made in their time when they are retired', async () => {
    const { directory, first, next, offer } = await aDirectoryWithPartner();
    const [desk] = first.profile.desks;
    assert.ok(desk);
    const keys = [{ ...keyOf(jm), until: 100 }, keyOf(signerFrom('JM authority 2'), 100)];
    const second = next(first, { desks: [{ ...desk, keys }] });
    await offer(second);
    const keyring = directory.keyring('JM');
    assert.ok(keyring.authorityKey(second.digest, CA, jm.keyId, 99));
    assert.equal(keyring.authorityKey(second.digest, CA, jm.keyId, 100), undefined);
  });

  it('verify nothing new once they are revoked, whatever time it claims and whatever profile it names', async () => {
    const { directory, first, next, offer } = await aDirectoryWithPartner();
    const [desk] = first.profile.desks;
    assert.ok(desk);
    await offer(next(first, { desks: [{ ...desk, keys: [{ ...keyOf(jm), revokedAt: 100 }] }] }));
    assert.equal(directory.keyring('JM').authorityKey(first.digest, CA, jm.keyId, 1), undefined);
  });
});

describe('keys of a partner’s node', () => {
  const receipt = signerFrom('JM receipt');

  it('verify receipts of their time, under whatever version of the profile, until they are revoked', async () => {
    const { directory, first, next, offer } = await aDirectoryWithPartner();
    const { node } = first.profile;
    const retired = { ...keyOf(receipt), until: 100 };
    const second = next(first, {
      node: { ...node, receiptKeys: [retired, keyOf(signerFrom('JM receipt 2'), 100)] },
    });
    await offer(second);
    assert.equal(directory.statementKey('JM', receipt.keyId, 99), keyOf(receipt).publicKey);
    assert.equal(directory.statementKey('TT', receipt.keyId, 99), undefined);
    await offer(next(second, { node: { ...node, receiptKeys: [{ ...retired, revokedAt: 200 }] } }));
    assert.equal(directory.statementKey('JM', receipt.keyId, 99), undefined);
  });
});

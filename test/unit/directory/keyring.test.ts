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

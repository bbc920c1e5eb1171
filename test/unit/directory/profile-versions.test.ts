import assert from 'node:assert/strict';
import { aDirectoryWithPartner, anEmptyDirectory, sentences } from '../../support/directory.ts';
import type { Signer } from '../../../protocol/identity/keys.ts';
import { handedOver, keyOf, peerIdFrom, signed, signerFrom } from '../../support/profiles.ts';
import { rejectsWith } from '../../support/rejects-with.ts';

describe('newer profiles of a partner', () => {
  it('are taken up by themselves, and the older ones stay on file', async () => {
    const { directory, first, next, offer } = await aDirectoryWithPartner();
    const second = next(first);
    assert.equal(await offer(second), 'adopted');
    assert.equal(await offer(second), 'known');
    assert.equal(directory.partner('JM').digest, second.digest);
    assert.deepEqual(directory.byDigest(first.digest), first.profile);
  });

  it('are not rolled back: an older one is kept for what was signed under it, and never gone by', async () => {
    const { directory, first, next, offer } = await aDirectoryWithPartner();
    const second = next(first);
    const third = next(second);
    assert.equal(await offer(third), 'adopted');
    assert.equal(await offer(second), 'older');
    assert.equal(directory.partner('JM').digest, third.digest);
    assert.deepEqual(directory.byDigest(second.digest), second.profile);
  });

  it('are refused under a State key that is not the pinned one', async () => {
    const { directory, first, offer } = await aDirectoryWithPartner();
    const thief = signerFrom('thief');
    const forged = { ...first.profile, version: 2, previous: first.digest, stateKey: keyOf(thief) };
    assert.equal(await offer(signed(forged, thief)), 'refused');
    assert.equal(directory.partner('JM').digest, first.digest);
  });

  it('change the State key if the old one hands over, and items under the old profile still verify', async () => {
    const { directory, first, next, offer } = await aDirectoryWithPartner();
    const [old, young] = [signerFrom('JM state'), signerFrom('JM new state')];
    const base = { ...first.profile, version: 2, previous: first.digest };
    const second = signed({ ...base, ...handedOver(old, young) }, young);
    assert.equal(await offer(second), 'adopted');
    assert.equal(directory.pin('JM')?.stateKey, keyOf(young).publicKey);
    const third = signed({ ...second.profile, version: 3, previous: second.digest }, young);
    assert.equal(await offer(third), 'adopted');
    assert.equal(await offer(next(third, { stateKey: keyOf(old), stateKeyHistory: [] })), 'refused');
    const key = directory
      .keyring('JM')
      .authorityKey(first.digest, 'central-authority', signerFrom('JM authority').keyId, 1);
    assert.ok(key);
  });

  it('change the State key for who missed the version that did so, and more than once', async () => {
    const { directory, first, offer } = await aDirectoryWithPartner();
    const [old, young, youngest] = ['JM state', 'JM new state', 'JM newest state'].map(signerFrom) as [
      Signer,
      Signer,
      Signer,
    ];
    const base = { ...first.profile, version: 2, previous: first.digest };
    const second = signed({ ...base, ...handedOver(old, young) }, young);
    const stateKeyHistory = [
      ...second.profile.stateKeyHistory,
      ...handedOver(young, youngest).stateKeyHistory,
    ];
    const changed = { version: 5, previous: 'ab'.repeat(32), stateKey: keyOf(youngest), stateKeyHistory };
    assert.equal(await offer(signed({ ...base, ...changed }, youngest)), 'adopted');
    assert.equal(directory.pin('JM')?.stateKey, keyOf(youngest).publicKey);
    assert.equal(await offer(second), 'older');
  });

  it('are refused where the former State key has not handed over', async () => {
    const { directory, first, offer } = await aDirectoryWithPartner();
    const [old, young] = [signerFrom('JM state'), signerFrom('JM new state')];
    const base = { ...first.profile, version: 2, previous: first.digest };
    const lost = { stateKey: keyOf(young), stateKeyHistory: [{ key: keyOf(old) }] };
    assert.equal(await offer(signed({ ...base, ...lost }, young)), 'refused');
    assert.equal(directory.partner('JM').digest, first.digest);
  });

  it('are refused when they do not follow the version on file', async () => {
    const { directory, first, next, offer } = await aDirectoryWithPartner();
    assert.equal(await offer(next(first, { previous: 'ab'.repeat(32) })), 'refused');
    assert.equal(directory.partner('JM').digest, first.digest);
  });
});

describe('two different profiles of one version', () => {
  async function forked() {
    const node = await aDirectoryWithPartner();
    const left = node.next(node.first, { issuedAt: 1 });
    const right = node.next(node.first, { issuedAt: 2 });
    await node.offer(left);
    assert.equal(await node.offer(right), 'forked');
    return { ...node, left, right };
  }

  it('are both kept, alarmed, and neither is gone by', async () => {
    const { directory, first, left, right } = await forked();
    assert.equal(directory.partner('JM').digest, first.digest);
    assert.ok(directory.byDigest(left.digest) && directory.byDigest(right.digest));
    assert.match(sentences(directory), /JM has signed two different profiles/);
  });

  it('cut the partner off if there is none before them', async () => {
    const { directory, first, offer } = await aDirectoryWithPartner();
    assert.equal(await offer(signed({ ...first.profile, issuedAt: 7 })), 'forked');
    assert.equal(directory.admitted(peerIdFrom('JM node')), undefined);
    assert.throws(() => directory.partner('JM'), { code: 'unavailable' });
  });

  it('are settled by a newer one that names both, and by nothing less, once an operator says yes', async () => {
    const { directory, left, right, next, offer, reopen } = await forked();
    assert.equal(await offer(next(left)), 'refused');
    const supersedes = [left.digest, right.digest].sort();
    const settling = next(left, { supersedes });
    assert.equal(await offer(settling), 'settling');
    assert.notEqual(directory.partner('JM').digest, settling.digest);
    assert.match(sentences(await reopen()), /comity partner approve JM/);
    await directory.approve('JM', undefined, 'op');
    assert.equal(directory.partner('JM').digest, settling.digest);
    assert.deepEqual(directory.warnings(), []);
  });

  it('are noticed for an old version too: both are kept, alarmed, and the newer one goes on', async () => {
    const { directory, first, next, offer, reopen } = await aDirectoryWithPartner();
    const second = next(first);
    await offer(second);
    const third = next(second);
    await offer(third);
    const other = next(first, { issuedAt: 3 });
    assert.equal(await offer(other), 'forked');
    assert.equal(await offer(other), 'known');
    assert.equal(directory.partner('JM').digest, third.digest);
    assert.ok(directory.byDigest(other.digest) && directory.byDigest(second.digest));
    assert.match(sentences(await reopen()), /JM has signed two different profiles/);
    const supersedes = [second.digest, other.digest].sort();
    const fourth = next(third, { supersedes });
    assert.equal(await offer(fourth), 'adopted');
    assert.match(sentences(directory), /comity partner approve JM/);
    await directory.approve('JM', undefined, 'op');
    assert.equal(sentences(directory), '');
    assert.equal(directory.partner('JM').digest, fourth.digest);
  });

  it('are learnt of from the version that names both, by who has seen one of them', async () => {
    const { directory, first, next, offer } = await aDirectoryWithPartner();
    const [left, right] = [next(first, { issuedAt: 1 }), next(first, { issuedAt: 2 })];
    await offer(right);
    const settling = next(left, { supersedes: [left.digest, right.digest].sort() });
    assert.equal(await offer(settling), 'settling');
    assert.equal(directory.partner('JM').digest, right.digest);
    await directory.approve('JM', undefined, 'op');
    assert.equal(directory.partner('JM').digest, settling.digest);
  });

  it('are looked for where a version follows one that is not on file', async () => {
    const { directory, first, next, offer } = await aDirectoryWithPartner();
    const [left, right] = [next(first, { issuedAt: 1 }), next(first, { issuedAt: 2 })];
    await offer(left);
    assert.equal(await offer(next(right)), 'refused');
    const { signal } = new AbortController();
    assert.deepEqual(await directory.wanted([], 'TT', signal), [right.digest]);
    assert.equal(await offer(right), 'forked');
    assert.deepEqual(await directory.wanted([], 'TT', signal), []);
  });
});

describe('a profile of this node that it has not published', () => {
  it('of a later version is told, and the next version follows it', async () => {
    const { directory, reopen } = await anEmptyDirectory();
    const { profile, digest } = directory.own();
    const later = signed({ ...profile, version: 5, previous: 'ab'.repeat(32) });
    await directory.takeUp(later.bytes, { partner: 'JM' });
    assert.equal(directory.own().digest, digest);
    assert.match(sentences(await reopen()), /Partners have version 5/);
    const holds = (): boolean => true;
    const second = signed({ ...profile, version: 2, previous: digest });
    await rejectsWith(directory.publish({ bytes: second.bytes, holds }, 'op'), 'refused');
    const sixth = signed({ ...profile, version: 6, previous: later.digest });
    await directory.publish({ bytes: sixth.bytes, holds }, 'op');
    assert.equal(sentences(directory), '');
  });

  it('of the same version is alarmed, and the next version has to name both', async () => {
    const { directory } = await anEmptyDirectory();
    const { profile, digest } = directory.own();
    const other = signed({ ...profile, issuedAt: 7 });
    await directory.takeUp(other.bytes, { partner: 'JM' });
    assert.match(sentences(directory), /another version 1/);
    const holds = (): boolean => true;
    const second = { ...profile, version: 2, previous: digest };
    await rejectsWith(directory.publish({ bytes: signed(second).bytes, holds }, 'op'), 'refused');
    const supersedes = [digest, other.digest].sort();
    await directory.publish({ bytes: signed({ ...second, supersedes }).bytes, holds }, 'op');
    assert.equal(sentences(directory), '');
  });

  it('under a State key that has nothing to do with its own is nothing', async () => {
    const { directory } = await anEmptyDirectory();
    const thief = signerFrom('thief');
    const forged = signed(
      { ...directory.own().profile, version: 9, previous: 'ab'.repeat(32), stateKey: keyOf(thief) },
      thief,
    );
    await directory.takeUp(forged.bytes, { partner: 'JM' });
    assert.equal(sentences(directory), '');
  });
});

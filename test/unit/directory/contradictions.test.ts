import assert from 'node:assert/strict';
import type { Directory } from '../../../node/directory/directory.ts';
import type { Warning } from '../../../protocol/control/warnings.ts';
import { aDirectoryWithPartner } from '../../support/directory.ts';
import { rejectsWith } from '../../support/rejects-with.ts';

function alarmsOf(directory: Directory): Warning[] {
  const rung: Warning[] = [];
  directory.onAlarm((warning) => rung.push(warning));
  return rung;
}

const codes = (directory: Directory): string[] => directory.warnings().map(({ code }) => code);

describe('a partner who contradicts itself', () => {
  it('rings once, with the command that proves it, until an operator says to know of it', async () => {
    const { directory, store, first, next, offer, reopen } = await aDirectoryWithPartner();
    const rung = alarmsOf(directory);
    const second = next(first);
    await offer(second);
    const rival = next(first, { validUntil: first.profile.validUntil + 1 });
    assert.equal(await offer(rival), 'forked');
    await offer(rival);
    await offer(second);
    assert.deepEqual(
      rung.map(({ code, subject }) => [code, subject]),
      [['profile-contradicts', 'JM']],
    );
    assert.match(rung[0]?.message ?? '', /comity partner proof JM FILE/);
    assert.deepEqual(codes(directory), ['profile-contradicts']);
    await directory.acknowledge('JM', 'op');
    assert.equal(store.events.at(-1)?.type, 'partner.acknowledged');
    assert.equal(store.events.at(-1)?.actor, 'op');
    for (const one of [directory, await reopen()]) assert.deepEqual(codes(one), ['contradiction-known']);
    await rejectsWith(directory.acknowledge('JM', 'op'), 'conflict');
    await rejectsWith(directory.acknowledge('XX', 'op'), 'unknown-state');
    const sides = [second.digest, rival.digest].sort();
    await offer(next(second, { supersedes: sides }));
    await directory.approve('JM', undefined, 'op');
    assert.deepEqual(codes(directory), []);
  });

  it('rings for each contradiction, whatever was acknowledged before', async () => {
    const { directory, first, next, offer } = await aDirectoryWithPartner();
    const rung = alarmsOf(directory);
    const second = next(first);
    await offer(second);
    await offer(next(second));
    await offer(next(first, { validUntil: first.profile.validUntil + 1 }));
    await directory.acknowledge('JM', 'op');
    await offer(next(second, { validUntil: first.profile.validUntil + 2 }));
    assert.deepEqual(codes(directory).sort(), ['contradiction-known', 'profile-contradicts']);
    assert.equal(rung.filter(({ code }) => code === 'profile-contradicts').length, 2);
  });

  it('rings once where a partner begins a session with an older version than it has signed', async () => {
    const { directory, store, first, next, offer } = await aDirectoryWithPartner();
    const rung = alarmsOf(directory);
    const second = next(first);
    await offer(second);
    const old = [{ party: 'JM', version: 1, digest: first.digest }];
    const present = [{ party: 'JM', version: 2, digest: second.digest }];
    await directory.noteVersions('JM', present);
    assert.deepEqual(rung, []);
    for (const told of [old, present, old]) await directory.noteVersions('JM', told);
    assert.deepEqual(
      rung.map(({ code }) => code),
      ['profile-rolled-back'],
    );
    const message = directory
      .warnings()
      .map((one) => one.message)
      .join();
    assert.match(message, /goes by version 1 of its profile, and has signed version 2/);
    assert.equal(store.events.filter(({ type }) => type === 'profile.rolled-back').length, 1);
    await directory.acknowledge('JM', 'op');
    await directory.noteVersions('JM', old);
    assert.deepEqual(codes(directory), []);
    assert.equal(rung.length, 1);
    await directory.noteVersions('JM', present);
    await directory.noteVersions('JM', old);
    assert.equal(rung.length, 2);
    await offer(next(second));
    assert.deepEqual(codes(directory), []);
  });

  it('is said so by nobody else: what a third party has of it tells nothing', async () => {
    const { directory, first, next, offer } = await aDirectoryWithPartner();
    const rung = alarmsOf(directory);
    await offer(next(first));
    await directory.noteVersions('TT', [{ party: 'JM', version: 1, digest: first.digest }]);
    assert.deepEqual(rung, []);
  });
});

import assert from 'node:assert/strict';
import { createAllowance } from '../../../node/directory/allowance.ts';
import { givingWay } from '../../../node/directory/candidates.ts';
import { knownProfile } from '../../../node/directory/known-profile.ts';
import type { Candidate } from '../../../node/directory/pin.ts';
import { isTooMuch } from '../../../node/directory/retention.ts';
import { fingerprintOf } from '../../../protocol/identity/fingerprint.ts';
import { PROFILES, SIZES } from '../../../protocol/limits.ts';
import type { Profile } from '../../../protocol/identity/profile.ts';
import { aDirectoryWithPartner, anEmptyDirectory, operator } from '../../support/directory.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { aProfile, keyOf, signed, signerFrom } from '../../support/profiles.ts';

const { signal } = new AbortController();
/** Nearly as much as a profile may hold. */
const long = Object.fromEntries(
  Array.from({ length: 100 }, (_, index) => [`field-${index}`, 'x'.repeat(2400)]),
);

function candidate(party: string, introducer: string, parts: Partial<Profile> = {}): Candidate {
  const { bytes, profile } = signed(aProfile(party, parts));
  const facts = { stateKey: profile.stateKey.publicKey, introducedBy: [introducer], seenAt: 1 };
  return knownProfile(bytes, facts);
}

const parties = (list: readonly Candidate[] | undefined) => list?.map(({ party }) => party);

describe('candidates share what room there is', () => {
  const bounds = { countMax: 4, bytesMax: PROFILES.candidateBytesMax };
  const flood = ['AA', 'AB', 'AC'].map((party) => candidate(party, 'JM'));

  it('and all are listed up to the last place', () => {
    assert.deepEqual(givingWay(flood, candidate('BB', 'TT'), bounds), []);
  });

  it('and the newest of whoever has brought the most gives way to another’s', () => {
    const full = [...flood, candidate('AD', 'JM')];
    assert.deepEqual(parties(givingWay(full, candidate('BB', 'TT'), bounds)), ['AD']);
    assert.equal(givingWay(full, candidate('AE', 'JM'), bounds), undefined);
  });

  it('by bytes as well as by number', () => {
    const sizes = [...flood, candidate('BB', 'TT')].reduce((sum, { bytes }) => sum + bytes.length, 0);
    const tight = { countMax: 100, bytesMax: sizes };
    assert.deepEqual(givingWay(flood, candidate('BB', 'TT'), tight), []);
    const tighter = { countMax: 100, bytesMax: sizes - 1 };
    assert.deepEqual(parties(givingWay(flood, candidate('BB', 'TT'), tighter)), ['AC']);
  });

  it('and what an operator has added gives way to nothing', () => {
    const own = ['AA', 'AB', 'AC', 'AD'].map((party) => candidate(party, 'operator'));
    assert.equal(givingWay(own, candidate('BB', 'TT'), bounds), undefined);
  });

  it('and one introducer has one claim to a code, so that nobody hides a State behind false ones', () => {
    const thief = signerFrom('thief');
    const { bytes } = signed(aProfile('BB', { stateKey: keyOf(thief) }), thief);
    const facts = { stateKey: keyOf(thief).publicKey, introducedBy: ['JM'], seenAt: 1 };
    const claim = knownProfile(bytes, facts);
    assert.deepEqual(givingWay([claim], candidate('BB', 'JM'), bounds), [claim]);
    assert.deepEqual(givingWay([claim], candidate('BB', 'TT'), bounds), []);
  });
});

describe('what a partner may bring', () => {
  it('is a burst, and so much a second after it, for each apart', async () => {
    const clock = createFakeClock();
    const allowance = createAllowance(clock);
    allowance.spend('JM', PROFILES.burstBytes - SIZES.signedProfileBytesMax);
    assert.equal(allowance.roomFor('JM'), 1);
    allowance.spend('JM', 1);
    assert.equal(allowance.roomFor('JM'), 0);
    assert.ok(allowance.roomFor('TT') > 1);
    await allowance.room('TT', signal);
    let waited = true;
    const room = allowance.room('JM', signal).then(() => (waited = false));
    await Promise.resolve();
    assert.ok(waited);
    await clock.advance(Math.ceil((1 / PROFILES.bytesPerSecond) * 1000));
    await room;
    assert.equal(allowance.roomFor('JM'), 1);
  });

  it('is told to the operator once when it is more', async () => {
    const { directory, offer, first, next, store } = await aDirectoryWithPartner();
    let version = next(first, { declarations: long });
    let outcome = 'adopted';
    let adopted = 0;
    for (; outcome === 'adopted' && adopted < 5000; adopted++)
      outcome = await offer((version = next(version)));
    assert.equal(outcome, 'ignored');
    assert.ok(adopted * PROFILES.profileCostBytes <= PROFILES.burstBytes);
    assert.equal(await offer(next(version)), 'ignored');
    const told = store.events.filter(({ type }) => type === 'partner.flooding');
    assert.deepEqual(
      told.map(({ detail }) => detail),
      [{ party: 'JM' }],
    );
    assert.match(
      directory
        .warnings()
        .map(({ message }) => message)
        .join(),
      /JM .*more profiles/,
    );
  });
});

describe('versions of a partner’s profile', () => {
  it('are kept if something rests on them, and else only the newest few', async () => {
    const { directory, store, first, next, offer, reopen } = await aDirectoryWithPartner();
    await store.commit({ operations: directory.use(first.digest) });
    const versions = [first];
    for (let count = 0; count < 10; count++) {
      const newest = next(versions.at(-1) ?? first);
      versions.push(newest);
      await offer(newest);
    }
    const kept = (list: typeof directory) =>
      versions
        .filter(({ digest }) => list.byDigest(digest) !== undefined)
        .map(({ profile }) => profile.version);
    // The one in use and the one before it, the newest few of the others, and the one that an item rests on.
    assert.deepEqual(kept(directory), [1, 6, 7, 8, 9, 10, 11]);
    assert.deepEqual(kept(await reopen()), [1, 6, 7, 8, 9, 10, 11]);
  });

  it('that first say that a key is revoked stay, whatever later ones leave out', async () => {
    const { directory, first, next, offer } = await aDirectoryWithPartner();
    const [desk] = first.profile.desks;
    assert.ok(desk);
    const jm = signerFrom('JM authority');
    let version = next(first, { desks: [{ ...desk, keys: [{ ...keyOf(jm), revokedAt: 100 }] }] });
    await offer(version);
    for (let count = 0; count < 10; count++) {
      version = next(version, { desks: first.profile.desks });
      await offer(version);
    }
    const found = directory.keyring('JM').authorityKey(version.digest, 'central-authority', jm.keyId, 1);
    assert.equal(found, undefined);
  });

  it('are refused above a bound, whatever rests on them', () => {
    const known = knownProfile(signed(aProfile('JM')).bytes, {});
    const left = PROFILES.partnerBytesMax - known.bytes.length;
    assert.equal(isTooMuch([known], left), false);
    assert.equal(isTooMuch([known], left + 1), true);
  });
});

describe('a candidate', () => {
  it('has its newest version alone on file, and leaves one entry in the record', async () => {
    const { directory, store } = await anEmptyDirectory();
    const first = signed(aProfile('BB'));
    const second = signed({ ...first.profile, version: 2, previous: first.digest });
    await directory.takeUp(first.bytes, { partner: 'JM' });
    await directory.takeUp(second.bytes, { partner: 'JM' });
    await directory.takeUp(first.bytes, { partner: 'JM' });
    assert.deepEqual(
      directory.candidates().map(({ version }) => version),
      [2],
    );
    assert.equal(store.events.filter(({ type }) => type === 'candidate.listed').length, 1);
  });

  it('is known by everybody who shows it in an inventory', async () => {
    const { directory } = await anEmptyDirectory();
    const { bytes, digest } = signed(aProfile('BB'));
    await directory.takeUp(bytes, { partner: 'JM' });
    assert.deepEqual(await directory.wanted([{ party: 'BB', version: 1, digest }], 'TT', signal), []);
    assert.deepEqual(directory.candidates()[0]?.introducedBy, ['JM', 'TT']);
  });

  it('is asked for though somebody has brought a later version under another State key', async () => {
    const { directory } = await anEmptyDirectory();
    const thief = signerFrom('thief');
    const claim = { stateKey: keyOf(thief), version: 0xffff_ffff, previous: 'ab'.repeat(32) };
    await directory.takeUp(signed(aProfile('BB', claim), thief).bytes, { partner: 'JM' });
    const honest = signed(aProfile('BB'));
    const inventory = [{ party: 'BB', version: 1, digest: honest.digest }];
    assert.deepEqual(await directory.wanted(inventory, 'TT', signal), [honest.digest]);
    await directory.takeUp(honest.bytes, { partner: 'TT' });
    assert.deepEqual(
      directory.candidates().map(({ introducedBy }) => introducedBy),
      [['JM'], ['TT']],
    );
  });

  it('that is approved while somebody shows it is a candidate no more', async () => {
    const { directory } = await anEmptyDirectory();
    const { bytes, digest, profile } = signed(aProfile('BB'));
    await directory.takeUp(bytes, { partner: 'JM' });
    const approved = directory.approve('BB', fingerprintOf(profile.stateKey.publicKey), 'op');
    await directory.wanted([{ party: 'BB', version: 1, digest }], 'TT', signal);
    await approved;
    assert.deepEqual(directory.candidates(), []);
  });

  it('that an operator has added stays, and a partner’s flood does not touch it', async () => {
    const { directory } = await anEmptyDirectory();
    const { bytes } = signed(aProfile('BB'));
    await directory.takeUp(bytes, operator);
    const thief = signerFrom('thief');
    const { bytes: claim } = signed(aProfile('BB', { stateKey: keyOf(thief) }), thief);
    await directory.takeUp(claim, { partner: 'JM' });
    assert.deepEqual(
      directory.candidates().map(({ introducedBy }) => introducedBy),
      [['operator'], ['JM']],
    );
  });
});

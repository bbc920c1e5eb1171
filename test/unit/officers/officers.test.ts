import assert from 'node:assert/strict';
import { openOfficers } from '../../../node/officers/officers.ts';
import { openLogins, type LoginProof } from '../../../node/officers/logins.ts';
import { openCertificate } from '../../../protocol/identity/certificate.ts';
import { fingerprintOf } from '../../../protocol/identity/fingerprint.ts';
import { createSigner, type Signer } from '../../../protocol/identity/keys.ts';
import { TAGS } from '../../../protocol/ids.ts';
import type { Role } from '../../../protocol/control/roles.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore } from '../../support/memory-store.ts';
import { rejectsWith } from '../../support/rejects-with.ts';

const HOUR_MS = 3_600_000;
const signerOf = (byte: number): Signer => createSigner(new Uint8Array(32).fill(byte));
const authority = signerOf(1);
const jane = signerOf(2);
const peerId = '12D3KooWGrenada';

async function open() {
  const clock = createFakeClock();
  const store = createMemoryStore();
  const certifier = {
    network: 'test',
    party: 'GD',
    isRevoked: () => false,
    authorityOf: (desk: string) =>
      desk === 'central-authority' ? { signer: authority, from: 0 } : undefined,
  };
  const officers = await openOfficers({ store, clock, certifier });
  const logins = await openLogins({ store, clock, officers, peerId: () => peerId }, 12 * HOUR_MS);
  const admit = (name: string, roles: readonly Role[], key: Signer) =>
    officers.add(
      { name, roles, desks: ['central-authority'], fingerprint: fingerprintOf(key.publicKey) },
      'operator',
    );
  const prove = (key: Signer, to = peerId): LoginProof => {
    const { challenge } = logins.challenge(key.publicKey);
    return { publicKey: key.publicKey, challenge, signature: key.sign(TAGS.signLogin, to, challenge) };
  };
  return { clock, store, certifier, officers, logins, admit, prove };
}

describe('officers', () => {
  it('are admitted by a fingerprint, and their key is taken from the login that proves it', async () => {
    const { officers, logins, admit, prove } = await open();
    const added = await admit('Jane', ['officer'], jane);
    assert.equal(added.publicKey, undefined);
    await logins.open(prove(jane));
    assert.equal(officers.byId(added.id)?.keyId, jane.keyId);
  });

  it('who act in cases get a certificate of the desk that names function and role, and no person', async () => {
    const { logins, admit, prove } = await open();
    await admit('Jane', ['officer', 'operator'], jane);
    const { caller } = await logins.open(prove(jane));
    const [held] = caller.officer.certificates;
    assert.ok(held);
    const certificate = openCertificate(held.signed, () => authority.publicKey);
    assert.equal(certificate.role, 'officer');
    assert.equal(certificate.desk, 'central-authority');
    assert.ok(!Buffer.from(held.signed.statement).includes('Jane'));
  });

  it('who only operate or audit get no certificate', async () => {
    const { logins, admit, prove } = await open();
    await admit('Jane', ['operator', 'auditor'], jane);
    const { caller } = await logins.open(prove(jane));
    assert.deepEqual(caller.officer.certificates, []);
  });

  it('keep a certificate from login to login, until it is about to end', async () => {
    const { clock, logins, admit, prove } = await open();
    await admit('Jane', ['officer'], jane);
    const first = (await logins.open(prove(jane))).caller.officer.certificates[0]?.certificateId;
    const second = (await logins.open(prove(jane))).caller.officer.certificates[0]?.certificateId;
    assert.equal(second, first);
    await clock.advance(340 * 24 * HOUR_MS);
    const third = (await logins.open(prove(jane))).caller.officer.certificates[0]?.certificateId;
    assert.notEqual(third, first);
  });

  it('are refused with a name or a key that another one has, a desk not served, or half a fingerprint', async () => {
    const { officers, admit } = await open();
    await admit('Jane', ['officer'], jane);
    await rejectsWith(admit('Jane', ['officer'], signerOf(3)), 'conflict');
    await rejectsWith(admit('John', ['officer'], jane), 'conflict');
    const fingerprint = fingerprintOf(signerOf(4).publicKey);
    const base = { name: 'Ann', roles: ['officer'] as const, desks: ['central-authority'], fingerprint };
    await rejectsWith(officers.add({ ...base, desks: ['contact-point'] }, 'x'), 'usage');
    await rejectsWith(officers.add({ ...base, desks: [] }, 'x'), 'usage');
    await rejectsWith(officers.add({ ...base, fingerprint: fingerprint.slice(0, 12) }, 'x'), 'usage');
  });

  it('lose their sessions and their signature when they are removed', async () => {
    const { officers, logins, admit, prove } = await open();
    await admit('Jane', ['officer'], jane);
    const { token, caller } = await logins.open(prove(jane));
    const certificateId = caller.officer.certificates[0]?.certificateId ?? '';
    assert.equal(officers.signingBy(certificateId)?.officer.name, 'Jane');
    await officers.remove('Jane', 'operator');
    assert.equal(logins.authenticate(token), undefined);
    assert.equal(officers.signingBy(certificateId), undefined);
    assert.equal(await logins.closeAll(caller.officer.id), 1);
    await rejectsWith(logins.open(prove(jane)), 'login-refused');
  });

  it('can be removed, but for the last operator', async () => {
    const { officers, admit } = await open();
    await admit('Jane', ['operator'], jane);
    await rejectsWith(officers.remove('Jane', 'operator'), 'conflict');
    await admit('John', ['operator'], signerOf(3));
    await officers.remove('Jane', 'operator');
    await rejectsWith(officers.remove('Jane', 'operator'), 'unknown-officer');
  });

  it('are on file after a restart, and a change that the store refused is not', async () => {
    const { store, clock, certifier, officers, admit } = await open();
    await admit('Jane', ['officer'], jane);
    store.failNext(new Error('disk'));
    await assert.rejects(admit('John', ['officer'], signerOf(3)), /disk/);
    assert.deepEqual(
      officers.list().map(({ name }) => name),
      ['Jane'],
    );
    const again = await openOfficers({ store, clock, certifier });
    assert.deepEqual(again.list(), officers.list());
  });
});

describe('a login', () => {
  it('is refused when its challenge is used twice', async () => {
    const { logins, admit, prove } = await open();
    await admit('Jane', ['officer'], jane);
    const proof = prove(jane);
    await logins.open(proof);
    await rejectsWith(logins.open(proof), 'login-refused');
  });

  it('is refused when it comes after 60 seconds', async () => {
    const { clock, logins, admit, prove } = await open();
    await admit('Jane', ['officer'], jane);
    const inTime = prove(jane);
    const late = prove(jane);
    await clock.advance(59_999);
    await logins.open(inTime);
    await clock.advance(1);
    await rejectsWith(logins.open(late), 'login-refused');
  });

  it('is refused when it was signed for another node, by another key, or for another challenge', async () => {
    const { logins, admit, prove } = await open();
    await admit('Jane', ['officer'], jane);
    await rejectsWith(logins.open(prove(jane, '12D3KooWJamaica')), 'login-refused');
    const { challenge } = logins.challenge(jane.publicKey);
    const forged = signerOf(9).sign(TAGS.signLogin, peerId, challenge);
    await rejectsWith(
      logins.open({ publicKey: jane.publicKey, challenge, signature: forged }),
      'login-refused',
    );
    const mine = prove(signerOf(9));
    await rejectsWith(logins.open({ ...mine, publicKey: jane.publicKey }), 'login-refused');
  });

  it('is refused in the same words to a key that nobody has admitted', async () => {
    const { logins, prove } = await open();
    await rejectsWith(logins.open(prove(jane)), 'login-refused');
  });

  it('is not even begun with a key of small order', async () => {
    const { logins } = await open();
    assert.throws(() => logins.challenge(new Uint8Array(32)), { code: 'weak-key' });
  });

  it('lasts for its hours, over a restart, and not longer', async () => {
    const { store, clock, officers, logins, admit, prove } = await open();
    await admit('Jane', ['officer'], jane);
    const { token } = await logins.open(prove(jane));
    const restarted = await openLogins({ store, clock, officers, peerId: () => peerId }, 12 * HOUR_MS);
    await clock.advance(12 * HOUR_MS - 1);
    assert.equal(restarted.authenticate(token)?.officer.name, 'Jane');
    await clock.advance(1);
    assert.equal(restarted.authenticate(token), undefined);
  });

  it('ends with its logout, and with no other session', async () => {
    const { logins, admit, prove } = await open();
    await admit('Jane', ['officer'], jane);
    const one = await logins.open(prove(jane));
    const two = await logins.open(prove(jane));
    await logins.close(one.caller.sessionId);
    assert.equal(logins.authenticate(one.token), undefined);
    assert.ok(logins.authenticate(two.token));
  });

  it('pushes out the oldest of more than sixteen sessions of one officer', async () => {
    const { clock, logins, admit, prove } = await open();
    await admit('Jane', ['officer'], jane);
    const tokens: string[] = [];
    for (let count = 0; count < 17; count++) {
      tokens.push((await logins.open(prove(jane))).token);
      await clock.advance(1);
    }
    assert.deepEqual(
      tokens.filter((token) => logins.authenticate(token) === undefined),
      [tokens[0]],
    );
  });

  it('leaves nothing in the store that opens a session', async () => {
    const { store, logins, admit, prove } = await open();
    await admit('Jane', ['officer'], jane);
    const { token } = await logins.open(prove(jane));
    for await (const { key, value } of store.keyspace('officerSessions').scan()) {
      assert.ok(!key.includes(token) && !Buffer.from(value).includes(token));
    }
  });
});

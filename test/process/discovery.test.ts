import assert from 'node:assert/strict';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../cli/tester/free-port.ts';
import { profileDraftCodec } from '../../protocol/identity/draft.ts';
import { signedProfileCodec, signProfile } from '../../protocol/identity/profile.ts';
import { type Federation, type Member, startFederation } from '../support/federation.ts';
import { signerFrom } from '../support/profiles.ts';

const STATES = ['GD', 'JM', 'TT', 'BB', 'GD-RGPF'];
const TEST_MS = 180_000;

/** The State key signs what the node has drafted, as an operator has it do. */
async function publish(member: Member, change: Parameters<typeof draft>[1], stateKey: string): Promise<void> {
  const { profile } = profileDraftCodec.decode(await draft(member, change));
  const signed = signedProfileCodec.encode(signProfile(profile, signerFrom(stateKey)));
  await member.ask('profile.publish', { body: { profile: Buffer.from(signed).toString('base64url') } });
}

async function draft(member: Member, body: { readonly addresses?: string[] }): Promise<Uint8Array> {
  const reply = await member.ask('profile.draft', { body });
  return new Uint8Array(Buffer.from(reply.draft, 'base64url'));
}

/** It listens elsewhere from its next start on. */
async function moveTo({ home }: Member, address: string): Promise<void> {
  const file = join(home.home, 'config.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(home.listen, address));
}

describe('States of which each knows one other', () => {
  let federation: Federation | undefined;
  const all = (): Federation => {
    if (federation === undefined) throw new Error('the federation is not there');
    return federation;
  };

  before(async function () {
    this.timeout(TEST_MS);
    const folder = await mkdtemp(join(tmpdir(), 'comity-discovery-'));
    federation = await startFederation(folder, STATES, { 'GD-RGPF': 'GD state' });
    for (const [index, state] of STATES.slice(1, 4).entries())
      await federation.introduce(STATES[index] ?? '', state);
  });

  after(async function () {
    this.timeout(TEST_MS);
    await federation?.down();
  });

  it('know a party of a State without its fingerprint, and it knows them so too', async function () {
    this.timeout(TEST_MS);
    const [gd, police] = [all().member('GD'), all().member('GD-RGPF')];
    for (const [here, there] of [
      [gd, police],
      [police, gd],
    ] as const) {
      const { profile } = await there.ask('profile.export', {});
      const added = await here.ask('partners.add', { body: { profile } });
      assert.equal(added.kin, true);
      const approved = await here.ask('partners.approve', { params: { state: there.state }, body: {} });
      assert.equal(approved.status, 'approved');
    }
  });

  it('find all others by what their partners pass on, approve them, and everybody writes to everybody', async function () {
    this.timeout(TEST_MS);
    await all().discover();
    await all().met();
    for (const from of STATES) {
      for (const to of STATES) if (from !== to) await all().exchange(from, to);
    }
  });

  it('learn where two have gone from a third, when these two can not reach each other', async function () {
    this.timeout(TEST_MS);
    const [gd, jm] = [all().member('GD'), all().member('JM')];
    for (const [moving, other] of [
      [gd, jm],
      [jm, gd],
    ] as const) {
      const address = `/ip4/127.0.0.1/tcp/${await freePort()}`;
      await other.stop();
      await publish(moving, { addresses: [address] }, `${moving.state} state`);
      await moveTo(moving, address);
      // The others have heard of it, and the one that is away has not.
      for (const state of ['TT', 'BB']) await heard(all().member(state), moving);
      await moving.stop();
      await other.start();
    }
    for (const member of [gd, jm]) await member.start();
    await all().met();
    await all().exchange('GD', 'JM');
  });
});

/** Asks until it has the present profile of the other; a test that waits in vain ends by its time. */
async function heard(member: Member, of: Member): Promise<void> {
  const { version } = await of.ask('profile.export', {});
  for (;;) {
    const shown = await member.ask('partners.show', { params: { state: of.state } });
    if (shown.version === version) return;
  }
}

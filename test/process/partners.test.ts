import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Reply, StatusReply, Submitted, Timeline } from '../../protocol/control/types.ts';
import { FORM, REQUEST } from '../support/bad-lines.ts';
import { comity, foldersOf, runComity, signingOf } from '../support/net.ts';
import { useNet } from '../support/use-net.ts';

const TEST_MS = 120_000;

describe('an operator on the command line', () => {
  const net = useNet('GD', 'JM');
  const at = (state: string, ...words: string[]): Promise<unknown> =>
    comity(...words, ...signingOf(net().node(state)));
  /** From Grenada to Jamaica. */
  const request = async (...words: string[]): Promise<Submitted> =>
    (await at('GD', ...REQUEST, '--file', FORM, ...words)) as Submitted;
  const profileOf = async (state: string): Promise<string> => {
    const version = ((await at(state, 'profile', 'show')) as Reply<'profile.show'>).version;
    const file = join(net().dir, `${state}-${version}.profile`);
    await at(state, 'profile', 'export', file);
    return file;
  };

  it('suspends a partner, so that what is for it waits, and resumes it', async function () {
    this.timeout(TEST_MS);
    await at('JM', 'partner', 'suspend', 'GD');
    const { partners } = (await at('JM', 'status')) as StatusReply;
    assert.equal(partners[0]?.suspended, true);
    const waits = await request();
    assert.equal(waits.delivery, 'queued');
    await at('JM', 'partner', 'resume', 'GD');
    // It goes behind what waits.
    assert.equal((await request('--wait=60')).delivery, 'relayed');
    const { entries } = (await at('GD', 'case', 'timeline', waits.caseId)) as Timeline;
    assert.ok(entries[0]?.evidence.some(({ level }) => level === 'relay'));
  });

  it('removes no partner with whom items were exchanged', async () => {
    const words = ['partner', 'remove', 'JM', ...foldersOf(net().node('GD'))];
    const { code, stderr } = await runComity(words);
    assert.notEqual(code, 0);
    assert.match(stderr, /comity partner suspend JM/);
  });

  it('pins the new State key of a partner that has lost its old one, by its fingerprint and no other', async function () {
    this.timeout(TEST_MS);
    const passphrase = join(net().node('JM').officer, 'passphrase');
    const { fingerprint: old } = (await at('GD', 'partner', 'show', 'JM')) as Reply<'partners.show'>;
    const key = join(net().dir, 'jm-next.key');
    const lost = ['state-key', 'rotate', key, '--lost', '--new-passphrase-file', passphrase];
    const { fingerprint } = (await at('JM', ...lost)) as { fingerprint: string };
    await at('GD', 'partner', 'add', await profileOf('JM'));
    const wrong = ['partner', 'repin', 'JM', '--fingerprint', old, ...foldersOf(net().node('GD'))];
    assert.notEqual((await runComity(wrong)).code, 0);
    const shown = (await at(
      'GD',
      'partner',
      'repin',
      'JM',
      '--fingerprint',
      fingerprint,
    )) as Reply<'partners.show'>;
    assert.equal(shown.fingerprint, fingerprint);
    assert.equal((await request('--wait=60')).delivery, 'relayed');
  });

  it('changes a node key by force, of which a partner that was away learns from a file', async function () {
    this.timeout(TEST_MS);
    await at('JM', 'partner', 'suspend', 'GD');
    const before = (await at('GD', 'key', 'list')) as Reply<'keys.list'>;
    await at('GD', 'key', 'rotate', 'node');
    const complete = ['key', 'rotate', 'node', '--complete', ...signingOf(net().node('GD'))];
    assert.notEqual((await runComity(complete)).code, 0);
    await at('GD', 'key', 'rotate', 'node', '--complete', '--force');
    const after = (await at('GD', 'key', 'list')) as Reply<'keys.list'>;
    assert.notEqual(after.peerId, before.peerId);
    await at('JM', 'partner', 'resume', 'GD');
    await at('JM', 'partner', 'add', await profileOf('GD'));
    assert.equal((await request('--wait=60')).delivery, 'relayed');
  });
});

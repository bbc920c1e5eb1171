import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { EXIT } from '../../../cli/exit-codes.ts';
import { contradictionCodec, contradictionOf } from '../../../protocol/identity/contradiction.ts';
import { profileDraftCodec } from '../../../protocol/identity/draft.ts';
import { fingerprintOf } from '../../../protocol/identity/fingerprint.ts';
import { openProfile, signProfile } from '../../../protocol/identity/profile.ts';
import { successorsOf } from '../../../protocol/identity/state-key.ts';
import { openKeyText } from '../../../protocol/key-text.ts';
import { runCommandLine } from '../../support/command-line.ts';
import { aProfile, keyOf, proven } from '../../support/profiles.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

describe('the machine with the State key, where no node is', () => {
  const aFolder = useTemporaryFolders();

  async function prepared() {
    const folder = await aFolder();
    const at = (name: string): string => join(folder, name);
    await writeFile(at('passphrase'), 'correct horse\n', { mode: 0o600 });
    const run = async (...words: string[]) => {
      const passphrases = ['--passphrase-file', at('passphrase')];
      return runCommandLine([...words, ...passphrases, '--json']);
    };
    await run('state-key', 'create', at('gd.key'));
    const signer = await openKeyText(await readFile(at('gd.key'), 'utf8'), 'state', 'correct horse');
    const profile = proven(aProfile('GD', { stateKey: keyOf(signer) }));
    const before = signProfile(profile, signer);
    const { digest } = openProfile(before);
    const next = { ...profile, version: 2, previous: digest, validUntil: profile.validUntil + 1000 };
    await writeFile(at('next.draft'), profileDraftCodec.encode({ profile: next, before }));
    return { at, run, signer, profile, before };
  }

  it('signs a draft', async () => {
    const { at, run } = await prepared();
    const words = ['profile', 'sign', at('next.draft'), '--state-key', at('gd.key')];
    const { code, stderr } = await run(...words, '--output', at('next.profile'));
    expect(code, stderr).to.equal(0);
    expect(openProfile(await readFile(at('next.profile'))).profile.version).to.equal(2);
  });

  it('says what is signed with dates as people write them', async () => {
    const { at } = await prepared();
    const words = ['profile', 'sign', at('next.draft'), '--state-key', at('gd.key')];
    const { stderr } = await runCommandLine([...words, '--passphrase-file', at('passphrase')]);
    expect(stderr).to.match(/- valid until \d+ [A-Z][a-z]{2} \d{4}, \d\d:\d\d\n/);
  });

  it('names the key that a passphrase does not open', async () => {
    const { at } = await prepared();
    await writeFile(at('other'), 'another one\n', { mode: 0o600 });
    const words = ['profile', 'sign', at('next.draft'), '--state-key', at('gd.key')];
    const { code, stderr } = await runCommandLine([...words, '--state-key-passphrase-file', at('other')]);
    expect(code).to.equal(EXIT.notPermitted);
    expect(stderr).to.contain(`The passphrase does not open ${at('gd.key')}: try again`);
  });

  it('changes the State key, to which the old one hands over', async () => {
    const { at, run, signer } = await prepared();
    const words = ['state-key', 'rotate', at('new.key'), '--state-key', at('gd.key')];
    const files = ['--draft', at('next.draft'), '--output', at('next.profile')];
    const { code, stderr } = await run(...words, ...files);
    expect(code, stderr).to.equal(0);
    const { profile } = openProfile(await readFile(at('next.profile')));
    expect(successorsOf(keyOf(signer).publicKey, profile)).to.deep.equal([profile.stateKey.publicKey]);
    const again = await run(...words, ...files);
    expect(again.code).not.to.equal(0);
  });

  it('verifies a profile and a proof, each by itself, and against a fingerprint', async () => {
    const { at, run, signer, profile, before } = await prepared();
    const other = signProfile({ ...profile, issuedAt: 1 }, signer);
    await writeFile(at('gd.profile'), openProfile(before).bytes);
    await writeFile(at('gd.proof'), contradictionCodec.encode(contradictionOf(before, other)));
    const fingerprint = fingerprintOf(signer.publicKey);
    for (const [name, kind] of [
      ['gd.profile', 'profile'],
      ['gd.proof', 'contradiction'],
    ] as const) {
      const { code, stdout } = await run('profile', 'verify', at(name), '--fingerprint', fingerprint);
      expect(code).to.equal(0);
      expect(JSON.parse(stdout)).to.include({ kind, state: 'GD', version: 1, fingerprint });
      const foreign = fingerprintOf(new Uint8Array(32));
      const refused = await run('profile', 'verify', at(name), '--fingerprint', foreign);
      expect(refused.stderr).to.include('fingerprint-differs');
    }
    const { code, stderr } = await run('profile', 'verify', at('passphrase'));
    expect(code).to.equal(2);
    expect(stderr).to.include('neither a profile nor a proof');
  });
});

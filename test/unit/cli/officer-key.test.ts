import { expect } from 'chai';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../../../cli/exit-codes.ts';
import { officerPublicKey } from '../../../cli/folder/officer-key.ts';
import { lastSocket } from '../../../cli/folder/session.ts';
import type { Request } from '../../../protocol/control/types.ts';
import { fingerprintOf } from '../../../protocol/identity/fingerprint.ts';
import { keyIdOf, verifySignature } from '../../../protocol/identity/keys.ts';
import { TAGS } from '../../../protocol/ids.ts';
import { aSession, logIn, runCommandLine } from '../../support/command-line.ts';
import { enrolled } from '../../support/enrolled-officer.ts';
import { useStubDaemons } from '../../support/stub-daemon.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));

describe('an officer’s key', () => {
  const folder = useTemporaryFolders();
  const startStub = useStubDaemons();

  it('is made by enrol for its owner alone, under a passphrase, and never replaced', async () => {
    const officer = await folder();
    writeFileSync(join(officer, 'pass'), 'a passphrase\nnot this\n');
    const argv = ['enrol', '--json', '--officer', officer, '--passphrase-file', join(officer, 'pass')];
    const first = await runCommandLine(argv);
    expect(first.code).to.equal(EXIT.done);
    const { fingerprint, keyFile } = JSON.parse(first.stdout) as Record<string, string>;
    expect(fingerprint).to.equal(fingerprintOf(officerPublicKey(officer)));
    expect(statSync(keyFile ?? '').mode & 0o777).to.equal(0o600);
    const text = readFileSync(keyFile ?? '', 'utf8');
    const second = await runCommandLine(argv);
    expect(second.code).to.equal(EXIT.failed);
    expect(second.stderr).to.contain('is left as it is');
    expect(readFileSync(keyFile ?? '', 'utf8')).to.equal(text);
  });

  it('wants a passphrase: with none and nobody to ask it ends with 2 and says what to do', async () => {
    const ran = await runCommandLine(['enrol', '--officer', await folder()]);
    expect(ran.code).to.equal(EXIT.usage);
    expect(ran.stderr).to.match(/nobody to ask — name a file with --passphrase-file/);
  });

  it('logs in by signing the PeerId and the challenge, and the token is kept for its owner alone', async () => {
    const { officer, environment } = await enrolled(await folder());
    const challenge = Buffer.alloc(32, 7).toString('base64url');
    const stub = await startStub(officer, {
      'login.challenge': { challenge, peerId: 'peer', expiresAt: aSession.expiresAt },
      'login.open': { token: 'secret token', session: aSession },
    });
    const ran = await runCommandLine(['login', '--node', stub.socketPath, '--officer', officer], environment);
    expect(ran.stderr).to.equal('');
    const { publicKey, signature } = stub.asked[1]?.body as Request<'login.open'>['body'];
    const found = { suite: 1, keyId: keyIdOf(bytes(publicKey)), value: bytes(signature) };
    expect(verifySignature(bytes(publicKey), TAGS.signLogin, found, 'peer', bytes(challenge))).to.equal(true);
    expect(statSync(join(officer, 'session.json')).mode & 0o777).to.equal(0o600);
    expect(ran.stdout).not.to.contain('secret token');
  });

  it('logs out at the daemon and forgets the token; twice is once', async () => {
    const officer = await folder();
    const stub = await startStub(officer, { 'login.close': { closed: true } });
    logIn(officer, stub.socketPath);
    expect(
      JSON.parse((await runCommandLine(['logout', '--json', '--officer', officer])).stdout),
    ).to.deep.equal({
      closed: true,
    });
    expect(
      JSON.parse((await runCommandLine(['logout', '--json', '--officer', officer])).stdout),
    ).to.deep.equal({
      closed: false,
    });
  });

  it('is logged in again, after a logout too, at the node of the last login', async () => {
    const officer = await folder();
    const stub = await startStub(officer, { 'login.close': { closed: true } });
    logIn(officer, stub.socketPath);
    await runCommandLine(['logout', '--officer', officer]);
    expect(readFileSync(join(officer, 'session.json'), 'utf8')).not.to.contain('token');
    expect(lastSocket(officer)).to.equal(stub.socketPath);
  });
});

import { expect } from 'chai';
import { join } from 'node:path';
import { EXIT, exitCodeOf } from '../../../cli/exit-codes.ts';
import { ComityError } from '../../../protocol/errors.ts';
import { logIn, runCommandLine } from '../../support/command-line.ts';
import { useStubDaemons } from '../../support/stub-daemon.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const MEANINGS: readonly (readonly [code: string, paragraph: string | undefined, exit: number])[] = [
  ['usage', undefined, 2],
  ['malformed', undefined, 2],
  ['unknown-kind', undefined, 2],
  ['unknown-verb', undefined, 2],
  ['unknown-paragraph', undefined, 2],
  ['passphrase-needed', undefined, 2],
  ['refused', 'MLA-31', 3],
  ['refused-by-rules', 'MLA-31', 3],
  ['daemon-silent', undefined, 4],
  ['stopping', undefined, 4],
  ['not-delivered', undefined, 5],
  ['not-permitted', undefined, 6],
  ['not-logged-in', undefined, 6],
  ['login-refused', undefined, 6],
  ['wrong-desk', undefined, 6],
  ['wrong-passphrase', undefined, 6],
  ['case-changed', undefined, 7],
  ['unknown-case', undefined, 1],
  ['conflict', undefined, 1],
  ['recovering', undefined, 1],
  ['internal', undefined, 1],
  ['interrupted', undefined, 130],
];

describe('exit codes', () => {
  const folder = useTemporaryFolders();
  const startStub = useStubDaemons();

  it('are the ones that scripts rely on', () => {
    expect(EXIT).to.deep.equal({
      done: 0,
      failed: 1,
      usage: 2,
      refused: 3,
      daemonSilent: 4,
      notDelivered: 5,
      notPermitted: 6,
      caseChanged: 7,
      interrupted: 130,
    });
  });

  for (const [code, paragraph, exit] of MEANINGS) {
    it(`${exit} stands for ${code}${paragraph === undefined ? '' : ` with a paragraph`}`, () => {
      expect(exitCodeOf({ code, paragraph })).to.equal(exit);
    });
  }

  it('come from what the daemon answers, with its sentence and what to do on standard error', async () => {
    const officer = await folder();
    const failing = new ComityError('not-permitted', 'This is for operators.');
    const stub = await startStub(officer, { 'officers.list': failing });
    logIn(officer, stub.socketPath);
    const ran = await runCommandLine(['officers', '--officer', officer]);
    expect(ran.code).to.equal(EXIT.notPermitted);
    expect(ran.stdout).to.equal('');
    expect(ran.stderr).to.match(/^error: This is for operators — .*comity whoami/);
  });

  it('come with a document in --json, with paragraph and details', async () => {
    const officer = await folder();
    const refused = new ComityError('refused', 'Consult first.', {
      paragraph: 'MLA-31',
      details: { by: 'us' },
    });
    const stub = await startStub(officer, { 'cases.show': refused });
    logIn(officer, stub.socketPath);
    const ran = await runCommandLine(['case', 'show', '7K4Q', '--json', '--officer', officer]);
    expect(ran.code).to.equal(EXIT.refused);
    expect(ran.stdout).to.equal('');
    expect(JSON.parse(ran.stderr)).to.deep.equal({
      error: { code: 'refused', message: 'Consult first.', paragraph: 'MLA-31', details: { by: 'us' } },
    });
  });

  it('4 where no daemon listens, with what to do', async () => {
    const officer = await folder();
    logIn(officer, join(officer, 'nobody.sock'));
    const ran = await runCommandLine(['status', '--officer', officer]);
    expect(ran.code).to.equal(EXIT.daemonSilent);
    expect(ran.stderr).to.match(/^error: no daemon listens at .* — start it with comity start/);
  });

  it('6 where nobody is logged in, or the session is over', async () => {
    const officer = await folder();
    expect((await runCommandLine(['status', '--officer', officer])).code).to.equal(EXIT.notPermitted);
    logIn(officer, 'anywhere', { expiresAt: '2026-12-01T11:59:59.000Z' });
    const ran = await runCommandLine(['status', '--officer', officer]);
    expect(ran.code).to.equal(EXIT.notPermitted);
    expect(ran.stderr).to.match(/the session is over — log in: comity login/);
  });

  it('1 for a fault of our own, which asks to be reported', async () => {
    const officer = await folder();
    const stub = await startStub(officer, { 'partners.list': { rows: 'no list' } });
    logIn(officer, stub.socketPath);
    const ran = await runCommandLine(['partners', '--officer', officer]);
    expect(ran.code).to.equal(EXIT.failed);
    expect(ran.stderr).to.match(/^error: .* — this is a fault in comity, please report it/);
  });
});

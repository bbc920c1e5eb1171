import { expect } from 'chai';
import { EXIT } from '../../../cli/exit-codes.ts';
import { CARICOM } from '../../../protocol/convention/instruments.ts';
import { ComityError } from '../../../protocol/errors.ts';
import { conventionHandlers } from '../../../node/api/convention-handlers.ts';
import { logIn, runCommandLine } from '../../support/command-line.ts';
import { aProfile } from '../../support/profiles.ts';
import { SAMPLE_REPLIES } from '../../support/sample-replies.ts';
import { useStubDaemons } from '../../support/stub-daemon.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

describe('a form', () => {
  const folder = useTemporaryFolders();
  const startStub = useStubDaemons();

  for (const command of ['request mla.general', 'inform']) {
    it(`is printed without a session and without a daemon: ${command} --template`, async () => {
      const officer = await folder();
      const argv = [...command.split(' '), '--template', '--officer', officer];
      const loggedOut = await runCommandLine(argv);
      expect(loggedOut.code).to.equal(EXIT.done);
      expect(loggedOut.stdout).to.match(/^# .*mla\.general|^# .*info\.spontaneous/);
      logIn(officer, `${officer}/nobody.sock`);
      expect(await runCommandLine(argv)).to.deep.equal(loggedOut);
    });
  }

  it('of a verb is printed without a session and without a daemon where each kind has the same', async () => {
    const officer = await folder();
    const argv = (verb: string) => ['reply', '7K4Q', verb, '--template', '--officer', officer];
    const loggedOut = await runCommandLine(argv('resume'));
    expect(loggedOut.code).to.equal(EXIT.done);
    expect(loggedOut.stdout).to.match(/^# .*RESUME/);
    logIn(officer, `${officer}/nobody.sock`);
    expect(await runCommandLine(argv('resume'))).to.deep.equal(loggedOut);
    const differs = await runCommandLine(argv('correction'));
    expect(differs.code).to.equal(EXIT.daemonSilent);
    expect(differs.stderr).to.match(/start it/);
  });

  it('of a verb that is not known is not there either; the nearest is named', async () => {
    const officer = await folder();
    const { socketPath } = await startStub(officer, { 'cases.show': SAMPLE_REPLIES['cases.show'] });
    logIn(officer, socketPath);
    const argv = ['reply', '7K4Q', 'acknowlege', '--template', '--officer', officer];
    const { code, stderr } = await runCommandLine(argv);
    expect(code).to.equal(EXIT.usage);
    expect(stderr).to.match(/nobody says acknowlege in mla\.general — the nearest is acknowledge;/);
    const far = await runCommandLine(['reply', '7K4Q', 'dance', '--template', '--officer', officer]);
    expect(far.stderr).to.match(/nobody says dance in mla\.general — comity reply REF lists/);
  });

  it('names the officer’s desk where there is a daemon, as the State’s profile has it', async () => {
    const { desks } = aProfile('GD');
    const own = { desks: desks.map((desk) => ({ ...desk, id: 'ag', name: 'Attorney General' })) };
    const handlers = conventionHandlers(CARICOM, () => own);
    const caller = {
      officerId: 'ab',
      name: 'Jane',
      roles: ['officer'],
      desks: ['ag'],
      sessionId: 'cd',
    } as const;
    const { yaml } = await handlers['forms.show']({ params: { name: 'mla.general' }, query: {} }, caller);
    expect(yaml).to.match(/^requesting_authority: Attorney General$/m);
    const elsewhere = { ...caller, desks: ['closed'] };
    const bare = await handlers['forms.show']({ params: { name: 'mla.general' }, query: {} }, elsewhere);
    expect(bare.yaml).to.match(/^requesting_authority: Central Authority$/m);
    const unknown = () => handlers['forms.show']({ params: { name: 'mla.x_y' }, query: {} }, caller);
    expect(unknown).to.throw(/no kind or verb “mla\.x_y”/);
  });

  it('of a kind that is not known is refused as it was typed', async () => {
    const { stderr } = await runCommandLine(['request', 'mla.genral', '--template']);
    expect(stderr).to.match(/no kind mla\.genral — the nearest is mla\.general;/);
    const far = await runCommandLine(['request', 'extradition', '--template']);
    expect(far.stderr).to.match(/no kind extradition — comity kinds lists/);
    const officer = await folder();
    const error = new ComityError('unknown-kind', 'There is no kind mla.generl — see: comity kinds.');
    const { socketPath } = await startStub(officer, { 'kinds.show': error });
    logIn(officer, socketPath);
    const shown = await runCommandLine(['kinds', 'show', 'mla.generl', '--officer', officer]);
    expect(shown.code).to.equal(EXIT.usage);
    expect(shown.stderr).to.match(/no kind mla\.generl — the nearest is mla\.general;/);
  });
});

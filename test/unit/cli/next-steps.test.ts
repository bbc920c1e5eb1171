import { expect } from 'chai';
import { asGiven } from '../../../cli/view/as-given.ts';
import { line, next } from '../../../cli/view/block.ts';
import { render } from '../../../cli/view/render.ts';
import { logIn, runCommandLine } from '../../support/command-line.ts';
import { SAMPLE_REPLIES } from '../../support/sample-replies.ts';
import { useStubDaemons } from '../../support/stub-daemon.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

describe('a next step', () => {
  const folder = useTemporaryFolders();
  const startStub = useStubDaemons();

  it('names the officer’s folder if the command before it did, so that it can be copied', async () => {
    const officer = await folder();
    const { socketPath } = await startStub(officer, { 'cases.show': SAMPLE_REPLIES['cases.show'] });
    logIn(officer, socketPath);
    const given = await runCommandLine(['case', 'show', '7K4Q', '--officer', officer]);
    expect(given.stdout).to.contain(`comity --officer ${officer} case timeline `);
    const known = await runCommandLine(['case', 'show', '7K4Q'], { COMITY_OFFICER: officer });
    expect(known.stdout).to.match(/→ comity case timeline /);
  });

  const steps: readonly (readonly [title: string, step: string, copied: string])[] = [
    ['names it once', 'comity inbox --officer /x', 'comity inbox --officer /x'],
    ['quotes it', 'comity inbox', "comity --officer '/a b' inbox"],
    ['names it for each command', 'comity reply X, then: comity drafts', ''],
    ['leaves out what has no officer', 'comity net down', 'comity net down'],
    ['starts a daemon without it', 'comity start --home /x', 'comity start --home /x'],
  ];
  for (const [title, step, copied] of steps) {
    it(title, () => {
      const each = "comity --officer '/a b' reply X, then: comity --officer '/a b' drafts";
      expect(asGiven([next(step)], '/a b')).to.deep.equal([next(copied || each)]);
    });
  }

  it('of somebody else, or for another machine, names no folder of this one', async () => {
    const step = { elsewhere: 'where the node is: comity profile publish x' };
    expect(asGiven([next(step)], '/x')).to.deep.equal([next(step)]);
    expect(render([next(step)], { columns: undefined, colour: false })).to.equal(`→ ${step.elsewhere}\n`);
    const officer = await folder();
    const [added] = SAMPLE_REPLIES['officers.list'].rows;
    const { socketPath } = await startStub(officer, { 'officers.add': added });
    logIn(officer, socketPath);
    const options = ['--role', 'officer', '--fingerprint', SAMPLE_REPLIES['partners.show'].fingerprint];
    const { stdout } = await runCommandLine(['officer', 'add', 'X', ...options, '--officer', officer]);
    expect(stdout).to.contain('→ Jane Doe now runs: comity login\n');
  });

  it('is all that is changed', () => {
    const view = [line('comity inbox')];
    expect(asGiven(view, '/x')).to.deep.equal(view);
    expect(asGiven([next('comity inbox')], undefined)).to.deep.equal([next('comity inbox')]);
  });

  it('never hands out the fingerprint that has to be compared', async () => {
    const officer = await folder();
    const candidate = { ...SAMPLE_REPLIES['partners.show'], status: 'candidate' as const };
    const { socketPath } = await startStub(officer, { 'partners.show': candidate });
    logIn(officer, socketPath);
    const { stdout } = await runCommandLine(['partner', 'show', 'JM', '--officer', officer]);
    expect(stdout).to.match(/read its fingerprint out by telephone/);
    expect(stdout).to.match(/partner approve JM --fingerprint "…"/);
    expect(stdout).not.to.contain(`--fingerprint ${candidate.fingerprint}`);
  });
});

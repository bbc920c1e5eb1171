import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../../../cli/exit-codes.ts';
import { runningPid } from '../../../cli/tester/background.ts';
import { killDaemon } from '../../../cli/tester/daemon-process.ts';
import { claimDir } from '../../../cli/tester/net-dir.ts';
import { findNet, type NetNode, readNet, updateNode, writeNet } from '../../../cli/tester/net-file.ts';
import { processIdentity } from '../../../cli/tester/process-identity.ts';
import { ComityError } from '../../../protocol/errors.ts';
import { runCommandLine } from '../../support/command-line.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const never = new AbortController().signal;
const node = (state: string, process?: NetNode['process']): NetNode => ({
  ...{
    state,
    home: `/net/${state}/home`,
    officer: `/net/${state}/officer`,
    listen: ['/ip4/127.0.0.1/tcp/1'],
  },
  ...(process && { process }),
});

/** A process that does nothing until it is told to end. */
function sleeper() {
  return spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
}

describe('a process', () => {
  it('is told from a later one with the same number', () => {
    const identity = processIdentity(process.pid);
    expect(identity).to.be.a('string');
    expect(processIdentity(process.pid)).to.equal(identity);
    expect(processIdentity(2 ** 22 + 1)).to.equal(undefined);
  });

  it('counts as the daemon only while number and start are the ones on file', () => {
    const identity = processIdentity(process.pid) ?? '';
    expect(runningPid(node('GD', { pid: process.pid, identity }))).to.equal(process.pid);
    expect(runningPid(node('GD', { pid: process.pid, identity: `${identity}0` }))).to.equal(undefined);
    expect(runningPid(node('GD'))).to.equal(undefined);
  });

  it('is never ended in place of a daemon that had its number before', async () => {
    const other = sleeper();
    const pid = other.pid ?? 0;
    const identity = processIdentity(pid) ?? '';
    await killDaemon(node('GD', { pid, identity: 'another start' }), never);
    expect(processIdentity(pid)).to.equal(identity);
    const ended = once(other, 'exit');
    await killDaemon(node('GD', { pid, identity }), never);
    expect(processIdentity(pid)).to.equal(undefined);
    expect((await ended)[1]).to.equal('SIGKILL');
  });
});

describe('a network on this machine', () => {
  const folder = useTemporaryFolders();

  it('is on file with every process that was started for it', async () => {
    const dir = await folder();
    const net = { dir, nodes: [node('GD'), node('JM')] };
    writeNet(net);
    const started = node('JM', { pid: 7, identity: 'x' });
    expect(updateNode(net, started)).to.deep.equal({ dir, nodes: [node('GD'), started] });
    expect(readNet(dir)).to.deep.equal({ dir, nodes: [node('GD'), started] });
  });

  it('that is not there, or damaged, is said to be so', async () => {
    const dir = await folder();
    expect(findNet(dir)).to.equal(undefined);
    expect(() => readNet(dir)).to.throw(ComityError, /there is no network in .* — make one: comity net up/);
    writeFileSync(join(dir, 'net.json'), '{');
    expect(() => readNet(dir)).to.throw(ComityError, /net\.json is damaged/);
  });

  it('is not put into what somebody else may have put in its place', async () => {
    const dir = await folder();
    expect(claimDir(join(dir, 'new'))).to.equal(true);
    expect(claimDir(join(dir, 'new'))).to.equal(false);
    mkdirSync(join(dir, 'elsewhere'));
    symlinkSync(join(dir, 'elsewhere'), join(dir, 'link'));
    expect(() => claimDir(join(dir, 'link'))).to.throw(ComityError, /not a folder of this account/);
  });

  it('answers net status and net down in --json, with the keys that scripts rely on', async () => {
    const dir = await folder();
    const identity = processIdentity(process.pid) ?? '';
    writeNet({ dir, nodes: [node('GD', { pid: process.pid, identity }), node('JM')] });
    const { stdout } = await runCommandLine(['net', 'status', '--json', '--dir', dir]);
    const nodes = [
      { ...documentOf('GD'), pid: process.pid, running: true },
      { ...documentOf('JM'), pid: null, running: false },
    ];
    expect(JSON.parse(stdout)).to.deep.equal({ dir, nodes });
    const people = await runCommandLine(['net', 'status', '--dir', dir]);
    expect(people.stdout).to.contain(`comity net start JM --dir ${dir} starts its daemon again`);
    expect(people.stdout).to.contain('comity inbox --officer /net/GD/officer');
    expect(people.stdout).not.to.contain('comity net start GD');
    writeNet({ dir, nodes: [node('JM')] });
    const down = await runCommandLine(['net', 'down', '--json', '--dir', dir]);
    expect(JSON.parse(down.stdout)).to.deep.equal({
      dir,
      removed: true,
      nodes: [{ state: 'JM', running: false }],
    });
    expect(findNet(dir)).to.equal(undefined);
  });

  const wrong: readonly (readonly [title: string, argv: readonly string[], says: RegExp, code: number])[] = [
    ['a code that is none', ['net', 'up', 'G!'], /'G!' is no code of a State/, EXIT.usage],
    ['a State named twice', ['net', 'up', 'GD', 'gd'], /GD is named twice/, EXIT.usage],
    ['a State that it has not', ['net', 'kill', 'TT'], /has no TT — it has GD/, EXIT.usage],
    [
      'a second network in one place',
      ['net', 'up', 'GD'],
      /a network lies in .* — end it first/,
      EXIT.failed,
    ],
  ];
  for (const [title, argv, says, code] of wrong) {
    it(`refuses ${title}`, async () => {
      const dir = await folder();
      writeNet({ dir, nodes: [node('GD')] });
      const ran = await runCommandLine([...argv, '--dir', dir]);
      expect(ran.stderr).to.match(says);
      expect(ran.code).to.equal(code);
    });
  }
});

function documentOf(state: string) {
  const { home, officer, listen } = node(state);
  return { state, home, officer, listen };
}

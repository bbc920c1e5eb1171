import { expect } from 'chai';
import { spawn } from 'node:child_process';
import { type EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { EXIT } from '../../cli/exit-codes.ts';
import { logIn } from '../support/command-line.ts';
import { useStubDaemons } from '../support/stub-daemon.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';

const LAUNCHER = join(import.meta.dirname, '../../cli/comity.js');

function comity(...argv: string[]) {
  const env = { ...process.env, COMITY_OFFICER: '/nowhere' };
  return spawn(process.execPath, [LAUNCHER, ...argv], { stdio: ['ignore', 'pipe', 'pipe'], env });
}

type Ended = Pick<ReturnType<typeof comity>, 'stdout' | 'stderr'> & EventEmitter;

/** What a process says on one of its streams, and how it ends. */
async function ended(child: Ended, stream: 'stdout' | 'stderr') {
  const [text, ends] = await Promise.all([textOf(child[stream]), once(child, 'exit')]);
  return { text, code: (ends as readonly unknown[])[0] };
}

async function textOf(stream: AsyncIterable<unknown>): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += String(chunk);
  return text;
}

describe('the command line as a process', () => {
  const folder = useTemporaryFolders();
  const startStub = useStubDaemons();

  it('prints all of its output before it ends, with its exit code', async () => {
    const { code, text } = await ended(comity('kinds', '--catalogue', '--json'), 'stdout');
    expect(code).to.equal(EXIT.done);
    expect(JSON.parse(text)).to.have.property('rows');
    const says = "error: unknown command 'inbxo' — did you mean inbox?\n";
    expect(await ended(comity('inbxo'), 'stderr')).to.deep.equal({ code: EXIT.usage, text: says });
  });

  it('says nothing when whoever reads it has gone', async () => {
    const child = comity('kinds', '--catalogue');
    child.stdout.destroy();
    expect(await ended(child, 'stderr')).to.deep.equal({ code: EXIT.done, text: '' });
  });

  it('ends with 130 on Ctrl-C while it waits for a form on standard input, and asks the daemon nothing', async () => {
    const officer = await folder();
    const stub = await startStub(officer, {});
    logIn(officer, stub.socketPath, { expiresAt: '9999-12-31T00:00:00.000Z' });
    const words = ['request', 'mla.general', '--to', 'JM', '--file', '-', '--officer', officer];
    const child = spawn(process.execPath, [LAUNCHER, ...words], { stdio: ['pipe', 'pipe', 'pipe'] });
    // It takes in what it is given, and waits for more: then it reads, and can be interrupted.
    const fill = (): void => {
      if (child.stdin.write('# one more line of a comment\n'.repeat(100))) setImmediate(fill);
      else child.stdin.once('drain', () => child.kill('SIGINT'));
    };
    child.stdin.on('error', () => undefined);
    fill();
    expect(await ended(child, 'stderr')).to.deep.equal({ code: EXIT.interrupted, text: '' });
    expect(stub.asked).to.deep.equal([]);
  });

  it('ends with 130 on Ctrl-C, without a word', async () => {
    const officer = await folder();
    const watching = Promise.withResolvers<undefined>();
    const stub = await startStub(officer, {
      watch: () => {
        watching.resolve(undefined);
        // A stream that never ends.
        return new Promise(() => undefined);
      },
    });
    logIn(officer, stub.socketPath, { expiresAt: '9999-12-31T00:00:00.000Z' });
    const child = comity('watch', '--json', '--officer', officer);
    void watching.promise.then(() => child.kill('SIGINT'));
    expect(await ended(child, 'stderr')).to.deep.equal({ code: EXIT.interrupted, text: '' });
  });
});

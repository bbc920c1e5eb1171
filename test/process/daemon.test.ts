import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askDaemon, logIn, makeDaemonHome, spawnDaemon, type DaemonProcess } from '../support/daemon.ts';
import { useTemporaryFolders } from '../support/temporary-folder.ts';

describe('a daemon process', () => {
  const running: DaemonProcess[] = [];
  // Before their folders are taken away.
  afterEach(async () => {
    for (const { child, ended } of running.splice(0)) {
      child.kill('SIGKILL');
      await ended;
    }
  });
  const newFolder = useTemporaryFolders();
  const start = async (...args: Parameters<typeof spawnDaemon>): Promise<DaemonProcess> => {
    const daemon = spawnDaemon(...args);
    running.push(daemon);
    await daemon.settled;
    return daemon;
  };
  /** It does not start, and says why in one sentence. */
  const refusesToStart = async (sentence: RegExp, ...args: Parameters<typeof spawnDaemon>): Promise<void> => {
    const daemon = await start(...args);
    assert.equal(await daemon.ended, 1);
    const last = daemon.lines.at(-1) ?? '';
    assert.match(last, /^error: .*( — |: ).*\.$/);
    assert.match(last, sentence);
  };

  it('answers its operator over the socket, and leaves nothing behind when it is told to stop', async () => {
    const made = await makeDaemonHome(await newFolder());
    const daemon = await start(made);
    const token = await logIn(made.home);
    const { status, reply } = await askDaemon(made.home, 'status', { token });
    assert.equal(status, 200);
    assert.equal(reply.state, 'GD');
    assert.deepEqual(reply.listen, [made.listen]);
    assert.deepEqual([reply.partners, reply.overdue, reply.recovering, reply.warnings], [[], 0, false, []]);
    assert.equal((await askDaemon(made.home, 'ready', {})).reply.ready, true);

    const socketPath = (await readFile(join(made.home, 'socket'), 'utf8')).trim();
    daemon.child.kill('SIGTERM');
    assert.equal(await daemon.ended, 0);
    assert.deepEqual([existsSync(join(made.home, 'socket')), existsSync(socketPath)], [false, false]);
  });

  it('keeps sessions and profile over a restart', async () => {
    const made = await makeDaemonHome(await newFolder());
    const first = await start(made);
    const token = await logIn(made.home);
    const before = await askDaemon(made.home, 'profile.show', { token });
    first.child.kill('SIGTERM');
    await first.ended;
    await start(made);
    assert.deepEqual(await askDaemon(made.home, 'profile.show', { token }), before);
  });

  it('starts again after it was killed', async () => {
    const made = await makeDaemonHome(await newFolder());
    const first = await start(made);
    const token = await logIn(made.home);
    first.child.kill('SIGKILL');
    await first.ended;
    await start(made);
    assert.equal((await askDaemon(made.home, 'whoami', { token })).status, 200);
  });

  it('says in one sentence why it does not start', async () => {
    const folder = await newFolder();
    const made = await makeDaemonHome(folder);
    const wrong = join(folder, 'wrong.passphrase');
    await writeFile(wrong, 'tr0ub4dor', { mode: 0o600 });
    await Promise.all([
      refusesToStart(/comity init/, { ...made, home: join(folder, 'nowhere') }),
      refusesToStart(/passphrase/, { ...made, passphraseFile: wrong }),
      refusesToStart(/DUMP_SESSION_KEYS/, made, { DUMP_SESSION_KEYS: '1' }),
      refusesToStart(/log\.level/, made, { COMITY_LOG_LEVEL: 'loud' }),
    ]);
  });

  it('does not start beside another one, in the same home or at the same port', async () => {
    const folder = await newFolder();
    const [made, other] = [await makeDaemonHome(folder), await makeDaemonHome(folder, 'JM')];
    await start(made);
    await Promise.all([
      refusesToStart(/uses this home/, made),
      refusesToStart(new RegExp(made.listen), other, { COMITY_LISTEN: made.listen }),
    ]);
    assert.equal((await askDaemon(made.home, 'health', {})).status, 200);
  });

  it('does not touch a home of a later release', async () => {
    const made = await makeDaemonHome(await newFolder());
    await writeFile(join(made.home, 'home.json'), JSON.stringify({ format: 99, party: 'GD', network: 'x' }));
    await refusesToStart(/later release/, made);
  });
});

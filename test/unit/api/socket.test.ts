import assert from 'node:assert/strict';
import { chmod, mkdir, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { openToGroup, prepareSocket } from '../../../node/api/socket-file.ts';
import { SOCKET_PATH_BYTES_MAX, socketPaths } from '../../../node/api/socket-path.ts';
import { rejectsWith } from '../../support/rejects-with.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

function listen(path: string): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.listen(path, () => {
      resolve(server);
    });
  });
}

const close = (server: Server) => new Promise((resolve) => server.close(resolve));

describe('the control socket', () => {
  const newFolder = useTemporaryFolders();

  it('may be used by the account and its group, in a folder that others do not get into', async () => {
    const folder = await newFolder();
    const path = join(folder, 'run', 'control.sock');
    await prepareSocket(path);
    const server = await listen(path);
    await openToGroup(path, 'no-such-group-here', { folder: true });
    assert.equal((await stat(path)).mode & 0o777, 0o660);
    assert.equal((await stat(dirname(path))).mode & 0o777, 0o750);
    await close(server);
  });

  it('takes the place of one that a dead daemon left, and of nothing that answers', async () => {
    const folder = await newFolder();
    const path = join(folder, 'control.sock');
    await writeFile(path, '');
    await prepareSocket(path);
    const server = await listen(path);
    await rejectsWith(prepareSocket(path), 'socket-in-use');
    await close(server);
  });

  it('is not made in a folder that others can write to, or that is a link', async () => {
    const folder = await newFolder();
    const shared = join(folder, 'shared');
    await mkdir(shared);
    await chmod(shared, 0o777);
    await rejectsWith(prepareSocket(join(shared, 'control.sock')), 'socket-unsafe');
    await mkdir(join(folder, 'real'), { mode: 0o750 });
    await symlink(join(folder, 'real'), join(folder, 'link'));
    await rejectsWith(prepareSocket(join(folder, 'link', 'control.sock')), 'socket-unsafe');
  });

  it('has a path of at most 107 bytes', async () => {
    const folder = await newFolder();
    const path = (bytes: number) => join(folder, 'x'.repeat(bytes - folder.length - 1));
    await prepareSocket(path(SOCKET_PATH_BYTES_MAX));
    await rejectsWith(prepareSocket(path(SOCKET_PATH_BYTES_MAX + 1)), 'socket-path-too-long');
  });

  it('lies in a short place, another one for each home', () => {
    const folders = { runtimeFolder: '/run/user/1000', temporaryFolder: '/tmp', accountId: 1000 };
    const paths = socketPaths('/a/very/long/path'.repeat(20), folders);
    assert.ok(paths.every((path) => Buffer.byteLength(path) <= SOCKET_PATH_BYTES_MAX));
    assert.ok(paths[0]?.startsWith('/run/user/1000/comity/'));
    assert.ok(paths.at(-1)?.startsWith('/tmp/comity-1000/'));
    assert.notDeepEqual(paths, socketPaths('/another', folders));
  });
});

import assert from 'node:assert/strict';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { startApi } from '../../../node/api/api.ts';
import { HEARTBEAT_MS } from '../../../node/api/watch-stream.ts';
import { silentLog } from '../../../node/log.ts';
import { createMetrics } from '../../../node/metrics.ts';
import type { Caller, Handlers } from '../../../protocol/control/handlers.ts';
import type { WatchEvent } from '../../../protocol/control/types.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const caller: Caller = { officerId: 'aa', name: 'Jane', roles: ['officer'], desks: [], sessionId: 'bb' };
const at = '2026-01-05T12:00:00.000Z';

/** A served socket, and a way to watch it as an officer does. */
async function serve(folder: string) {
  const listeners = new Set<(event: WatchEvent) => void>();
  const clock = createFakeClock();
  const watch = {
    subscribe: (_: Caller, listener: (event: WatchEvent) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const metrics = createMetrics();
  const handlers = {} as Handlers;
  let loggedIn: Caller | undefined = caller;
  const authenticate = () => loggedIn;
  const dependencies = { handlers, watch, authenticate, clock, log: silentLog, metrics };
  const socketPath = join(folder, 'control.sock');
  const api = await startApi(dependencies, {
    socketPath,
    ownFolder: false,
    group: 'none-such',
    metricsWithoutLogin: false,
  });
  const open = (path = '/watch') =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { authorization: 'Bearer token' };
      request({ socketPath, path, headers, agent: false }, resolve).on('error', reject).end();
    });
  const tell = (event: WatchEvent) => {
    for (const listener of listeners) listener(event);
  };
  const logOut = () => {
    loggedIn = undefined;
  };
  return { api, clock, listeners, open, tell, logOut };
}

/** Reads until the text has been seen, or the stream has ended. */
async function readUntil(response: IncomingMessage, text: string): Promise<string> {
  let read = '';
  for await (const chunk of response.iterator({ destroyOnReturn: false })) {
    read += String(chunk);
    if (read.includes(text)) break;
  }
  return read;
}

describe('watching', () => {
  const newFolder = useTemporaryFolders();

  it('tells what happens as server-sent events, and of one partner only if that is asked for', async () => {
    const folder = await newFolder();
    const { api, open, tell } = await serve(folder);
    const [all, one] = [await open(), await open('/watch?partner=JM')];
    await Promise.all([readUntil(all, 'welcome'), readUntil(one, 'welcome')]);
    tell({ type: 'partner', at, partner: 'TT', connected: true });
    tell({ type: 'partner', at, partner: 'JM', connected: true });
    const both = await readUntil(all, 'JM');
    assert.match(both, /event: partner\ndata: \{"type":"partner".*"partner":"TT".*\}\n\n/);
    assert.doesNotMatch(await readUntil(one, 'JM'), /TT/);
    await api.stop(new AbortController().signal);
  });

  it('is kept alive through silence', async () => {
    const folder = await newFolder();
    const { api, clock, open } = await serve(folder);
    const response = await open();
    await readUntil(response, 'welcome');
    await clock.advance(HEARTBEAT_MS);
    assert.match(await readUntil(response, 'alive'), /: alive\n\n/);
    await api.stop(new AbortController().signal);
  });

  it('ends when the daemon stops', async () => {
    const folder = await newFolder();
    const { api, listeners, open } = await serve(folder);
    const response = await open();
    await readUntil(response, 'welcome');
    const stopped = api.stop(new AbortController().signal);
    await readUntil(response, 'nothing more');
    await stopped;
    assert.equal(listeners.size, 0);
  });

  it('tells nothing more once the session is over, and ends', async () => {
    const folder = await newFolder();
    const { api, listeners, open, tell, logOut } = await serve(folder);
    const response = await open();
    await readUntil(response, 'welcome');
    logOut();
    tell({ type: 'partner', at, partner: 'JM', connected: true });
    assert.doesNotMatch(await readUntil(response, 'nothing more'), /JM/);
    assert.equal(listeners.size, 0);
    await api.stop(new AbortController().signal);
  });

  it('ends when the watcher goes away', async () => {
    const folder = await newFolder();
    const { api, listeners, open } = await serve(folder);
    const response = await open();
    await readUntil(response, 'welcome');
    assert.equal(listeners.size, 1);
    response.destroy();
    const watching = () => listeners.size;
    while (watching() > 0) await new Promise((resolve) => setImmediate(resolve));
    await api.stop(new AbortController().signal);
  });

  it('drops a watcher who does not read, with a sentence, and forgets what was not read', async () => {
    const folder = await newFolder();
    const { api, clock, listeners, open, tell } = await serve(folder);
    const response = await open();
    await readUntil(response, 'welcome');
    const message = 'x'.repeat(1000);
    for (let count = 0; count < 5000 && listeners.size > 0; count++) {
      tell({ type: 'warning', at, message });
      if (count % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    assert.equal(listeners.size, 0);
    assert.match(await readUntil(response, 'dropped'), /This watcher did not read/);
    response.destroy();
    await clock.advance(10_000);
    await api.stop(new AbortController().signal);
  });

  it('is for who is logged in', async () => {
    const folder = await newFolder();
    const { api } = await serve(folder);
    const response = await new Promise<IncomingMessage>((resolve) => {
      request({ socketPath: api.socketPath, path: '/watch', agent: false }, resolve).end();
    });
    assert.equal(response.statusCode, 401);
    response.resume();
    await api.stop(new AbortController().signal);
  });
});

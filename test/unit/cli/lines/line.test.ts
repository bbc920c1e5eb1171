import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { Line } from '../../../../cli/tester/lines/line.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

/** Two servers with a line between them, and what each is called by. */
async function setUp() {
  const clock = createFakeClock();
  const servers = { GD: createServer({ allowHalfOpen: true }), JM: createServer({ allowHalfOpen: true }) };
  for (const server of Object.values(servers)) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
  const endOf = (name: 'GD' | 'JM') => {
    const { port } = servers[name].address() as AddressInfo;
    return { name, listen: `/ip4/127.0.0.1/tcp/${port}` };
  };
  const line = await Line.open([endOf('GD'), endOf('JM')], { clock, seed: 1 });
  return { clock, line, servers };
}

describe('a line between two nodes', () => {
  const sockets: Socket[] = [];
  let net: Awaited<ReturnType<typeof setUp>>;

  beforeEach(async () => {
    net = await setUp();
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await net.line.close();
    for (const server of Object.values(net.servers)) server.close();
  });

  const keep = (socket: Socket): Socket => {
    sockets.push(socket);
    return socket.on('error', () => undefined);
  };
  const dial = (name: string): Socket =>
    keep(connect({ port: net.line.portTo(name), host: '127.0.0.1', allowHalfOpen: true }));
  const taken = async (server: Server): Promise<Socket> =>
    keep(((await once(server, 'connection')) as [Socket])[0]);
  /** Grenada has dialled Jamaica. */
  const connected = async () => {
    const [here, there] = [dial('JM'), await taken(net.servers.JM)];
    return { here, there };
  };
  const read = async (socket: Socket, bytes: number): Promise<string> => {
    for (;;) {
      const chunk = socket.read(bytes) as Buffer | null;
      if (chunk !== null) return chunk.toString();
      await once(socket, 'readable');
    }
  };
  const closed = (socket: Socket): Promise<unknown> =>
    new Promise((resolve) => {
      if (socket.closed) resolve(undefined);
      else socket.on('close', resolve);
    });

  it('carries what both ends say, and each half ends by itself', async () => {
    const { here, there } = await connected();
    here.write('from Grenada');
    assert.equal(await read(there, 12), 'from Grenada');
    here.end('and no more');
    assert.equal(await read(there, 11), 'and no more');
    const over = once(there, 'end');
    there.resume();
    await over;
    there.end('but Jamaica goes on');
    assert.equal(await read(here, 19), 'but Jamaica goes on');
  });

  it('ends connections and lets none come about while it is cut, and carries them once it is healed', async () => {
    const { here, there } = await connected();
    net.line.set({ state: 'cut' });
    await Promise.all([closed(here), closed(there)]);
    await closed(dial('JM'));
    await closed(dial('GD'));
    net.line.set({});
    const again = await connected();
    again.here.write('again');
    assert.equal(await read(again.there, 5), 'again');
  });

  it('tells nobody of anything while it is silent, and ends what has lost something once it is healed', async () => {
    const { here, there } = await connected();
    net.line.set({ state: 'silent' });
    here.write('lost');
    const late = dial('JM');
    await once(late, 'connect');
    there.destroy();
    await closed(there);
    here.write('lost as well');
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual([here.closed, late.closed], [false, false]);
    net.line.set({});
    await Promise.all([closed(here), closed(late)]);
    const again = await connected();
    again.there.write('new');
    assert.equal(await read(again.here, 3), 'new');
  });

  it('may be silent in one direction only', async () => {
    const { here, there } = await connected();
    net.line.set({ state: 'silent' }, 'GD');
    here.write('lost');
    there.write('heard');
    assert.equal(await read(here, 5), 'heard');
    assert.equal(there.readableLength, 0);
    assert.deepEqual([net.line.faultsFrom('GD'), net.line.faultsFrom('JM')], [{ state: 'silent' }, {}]);
  });

  it('holds up what it delays, in order', async () => {
    net.line.set({ delayMs: 200 }, 'GD');
    const { here, there } = await connected();
    for (const word of ['one', 'two']) {
      here.write(word);
      while (net.clock.sleeping() === 0) await new Promise((resolve) => setImmediate(resolve));
      await net.clock.advance(199);
      assert.equal(there.readableLength, 0);
      await net.clock.advance(1);
      assert.equal(await read(there, 3), word);
    }
  });

  it('breaks off in the middle of what is sent, and carries the next connection', async () => {
    const { here, there } = await connected();
    here.write('whole');
    assert.equal(await read(there, 5), 'whole');
    net.line.set({ breakAfter: 0 });
    here.write('half of it');
    assert.equal(await read(there, 5), 'half ');
    const over = once(there, 'end');
    there.resume();
    await Promise.all([closed(here), over]);
    const again = await connected();
    again.here.write('whole again');
    assert.equal(await read(again.there, 11), 'whole again');
  });

  it('makes a sender wait for a receiver that does not read, in bounded memory', async () => {
    const { here, there } = await connected();
    there.pause();
    const chunk = Buffer.alloc(1024 * 1024);
    let sent = 0;
    // What the kernel holds for four sockets differs, and is some ten megabytes at most.
    for (; sent < 64 && here.write(chunk); sent += 1);
    let held = false;
    const drained = once(here, 'drain').then(() => (held = true));
    for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    for (; held && sent < 64; sent += 1) {
      held = here.write(chunk);
      for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    }
    assert.ok(sent < 64, 'a sender is held up');
    there.resume();
    await drained;
  });

  it('refuses who dials a node that is not there', async () => {
    net.servers.JM.close();
    await closed(dial('JM'));
  });
});

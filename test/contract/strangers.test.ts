import { connect, type Socket } from 'node:net';
import { expect } from 'chai';
import { pEvent } from 'p-event';
import { SIZES } from '../../protocol/limits.ts';
import { startTestNode, type TestNode, testParty } from '../support/test-node.ts';

const hello = Buffer.from('\x13/multistream/1.0.0\n\x07/noise\n', 'latin1');

describe('strangers at the door', () => {
  let node: TestNode;
  const sockets: Socket[] = [];

  const open = async (): Promise<Socket> => {
    const port = Number(node.host.addresses()[0]?.split('/').at(-1));
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    socket.on('error', () => undefined);
    await pEvent(socket, 'connect');
    return socket;
  };
  const closed = (socket: Socket): Promise<unknown> => pEvent(socket, 'close', { rejectionEvents: [] });
  const partnerComes = async (): Promise<void> => {
    const partner = await startTestNode(testParty('JM'), { partners: [testParty('GD')] });
    await partner.host.dial(testParty('GD').peerId, node.host.addresses());
    await partner.stop();
  };

  beforeEach(async () => {
    node = await startTestNode(testParty('GD'), { partners: [testParty('JM')], limits: { pendingMax: 4 } });
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await node.stop();
  });

  it('are cut off at the first byte that no node sends', async () => {
    for (const bytes of [
      Buffer.from('GET / HTTP/1.1\r\n\r\n'),
      Buffer.concat([hello.subarray(0, 25), Buffer.from('x')]),
    ]) {
      const socket = await open();
      const end = closed(socket);
      socket.write(bytes);
      await end;
    }
    await partnerComes();
  });

  it('are cut off when they send more than a handshake takes', async () => {
    const socket = await open();
    const end = closed(socket);
    socket.write(hello.subarray(0, 3));
    socket.write(hello.subarray(3));
    socket.write(Buffer.alloc(SIZES.preHandshakeBytesMax));
    await end;
    await partnerComes();
  });

  it('are so many at most, and make room when they go', async () => {
    const quiet: Socket[] = [];
    for (let index = 0; index < 4; index++) quiet.push(await open());
    await open().then(closed, () => undefined);
    expect(quiet.every((socket) => !socket.destroyed)).to.equal(true);
    const [first] = quiet;
    first?.write('x');
    if (first !== undefined) await closed(first);
    await partnerComes();
  });

  it('have a few seconds', async () => {
    const hurried = await startTestNode(testParty('TT'), { partners: [], limits: { upgradeMs: 50 } });
    const port = Number(hurried.host.addresses()[0]?.split('/').at(-1));
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(hello);
    await closed(socket);
    await hurried.stop();
  });
});

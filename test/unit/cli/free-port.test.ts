import { createServer } from 'node:net';
import { once } from 'node:events';
import { expect } from 'chai';
import { freePort } from '../../../cli/tester/free-port.ts';

describe('a free port', () => {
  it('can be listened on, and is none of those that the kernel gives to outgoing connections', async () => {
    const port = await freePort();
    expect(port).to.be.within(10_000, 29_999);
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
  });
});

import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { again, type Attack, orAborted } from './attack.ts';
import { openMuxedWire, type Target } from './muxed-wire.ts';

/** What every node says first. */
const NODE_HELLO = Buffer.from('\x13/multistream/1.0.0\n\x07/noise\n', 'latin1');

/** Another address of this machine than the one that partners come from. */
const STRANGERS_ADDRESS = '127.0.0.2';

/** A bare connection to a node; errors are what it is for. */
function openSocket({ addresses: [address = ''] }: Target, from = STRANGERS_ADDRESS): Socket {
  const port = Number(address.split('/').at(-1));
  const socket = connect({ host: '127.0.0.1', port, localAddress: from });
  socket.on('error', () => undefined);
  return socket;
}

/** Resolves when the socket is closed, by whomever. */
function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) resolve();
    socket.on('close', () => {
      resolve();
    });
  });
}

/** Says something on connection after connection, and leaves when the node does, or at once. */
function knocking(does: string, bytes: () => Uint8Array, stays: boolean, atOnce = 16): Attack {
  return {
    at: 'door',
    by: 'stranger',
    does,
    enough: 40,
    run: ({ target, did }, signal) =>
      again(
        signal,
        async () => {
          did();
          const socket = openSocket(target);
          const end = closed(socket);
          socket.on('connect', () => {
            socket.write(bytes());
            if (!stays) socket.destroy();
          });
          await orAborted(signal, end);
          socket.destroy();
        },
        { atOnce },
      ),
  };
}

export const STRANGER_ATTACKS: Readonly<Record<string, Attack>> = {
  connections: knocking('connects and leaves', () => NODE_HELLO.subarray(0, 1), false),
  silence: knocking('holds connections open and says nothing', () => NODE_HELLO.subarray(0, 1), true, 256),
  http: knocking('speaks another protocol', () => Buffer.from('GET / HTTP/1.1\r\n\r\n'), true),
  noise: knocking(
    'sends what is no handshake',
    () => Buffer.concat([NODE_HELLO, Buffer.of(0, 200), randomBytes(200)]),
    true,
  ),
  bytes: knocking(
    'sends more than a handshake takes',
    () => Buffer.concat([NODE_HELLO, Buffer.of(255, 255), randomBytes(60_000)]),
    true,
  ),
  handshakes: {
    at: 'door',
    by: 'stranger',
    does: 'completes handshakes with keys that nobody knows',
    enough: 8,
    run: ({ target, did }, signal) =>
      again(
        signal,
        async () => {
          did();
          const wire = await openMuxedWire(randomBytes(32), target);
          await orAborted(signal, wire.ended);
          await wire.stop();
        },
        { atOnce: 4 },
      ),
  },
};

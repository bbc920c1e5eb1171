import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below those that the kernel gives to outgoing connections, so that none of them takes it meanwhile. */
const FIRST = 10_000;
const LAST = 29_999;
const TRIES = 50;

/**
 * A TCP port of 127.0.0.1 that nothing listens on now. A profile names its port, so it has to be known before
 * the daemon starts; nothing keeps it until then.
 *
 * @throws the error of the last port that was tried, if many in a row are taken.
 */
export async function freePort(): Promise<number> {
  for (let left = TRIES; ; left -= 1) {
    const port = randomInt(FIRST, LAST + 1);
    try {
      await listenOnce(port);
      return port;
    } catch (error) {
      if (left <= 1) throw error;
    }
  }
}

function listenOnce(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve();
      });
    });
  });
}

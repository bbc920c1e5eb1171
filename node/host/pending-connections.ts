import type { MultiaddrConnection } from '@libp2p/interface';
import { ComityError } from '../../protocol/errors.ts';
import { SIZES } from '../../protocol/limits.ts';

/** What every dialler that we could ever talk to sends first: multistream, then Noise. */
const FIRST_BYTES = Buffer.from('\x13/multistream/1.0.0\n\x07/noise\n', 'latin1');

/** Of a connection that libp2p made of a socket, the method that the socket's data goes through. */
interface RawConnection extends MultiaddrConnection {
  onData(data: Uint8Array): void;
}

/**
 * Incoming connections between `accept` and the proof of a PeerId. Each may send only what a partner would
 * send, and 16 KiB at most: what anyone on the internet can make this node do is bounded before any
 * cryptography.
 */
export interface PendingConnections {
  /** False if there are too many already. Synchronous, so that it sees the first byte. */
  watch(connection: MultiaddrConnection): boolean;
  /** The connection has proved who it is, and is no longer pending. */
  release(connection: MultiaddrConnection): void;
  readonly size: number;
}

export function createPendingConnections(pendingMax: number): PendingConnections {
  const pending = new Set<MultiaddrConnection>();
  const release = (connection: MultiaddrConnection): void => {
    if (!pending.delete(connection)) return;
    // What `guard` put on the instance goes, and the method of the class shows again.
    Reflect.deleteProperty(connection, 'onData');
  };
  return {
    watch(connection) {
      if (pending.size >= pendingMax) return false;
      pending.add(connection);
      guard(connection as RawConnection);
      connection.addEventListener('close', () => {
        release(connection);
      });
      return true;
    },
    release,
    get size() {
      return pending.size;
    },
  };
}

/** Not a listener beside the others: libp2p drops data when the only listener left is one that looks on. */
function guard(connection: RawConnection): void {
  const pass = connection.onData.bind(connection);
  let received = 0;
  connection.onData = (data) => {
    const expected = FIRST_BYTES.subarray(received, received + data.length);
    received += data.length;
    if (!expected.equals(data.subarray(0, expected.length))) refuse(connection, 'other bytes than Noise');
    else if (received > SIZES.preHandshakeBytesMax) refuse(connection, 'too many bytes');
    else pass(data);
  };
}

function refuse(connection: MultiaddrConnection, why: string): void {
  connection.abort(
    new ComityError('stranger-refused', 'A stranger sent what no node sends.', { details: { why } }),
  );
}

import type { MultiaddrConnection } from '@libp2p/interface';
import { COSTS, SMALL_MESSAGE_BYTES, TRANSPORT_ALLOWANCE } from '../../protocol/costs.ts';
import { ComityError } from '../../protocol/errors.ts';
import { SIZES } from '../../protocol/limits.ts';
import { createTokenBucket } from '../../protocol/token-bucket.ts';

/** What both sides of every connection that we could ever have say first: multistream, then Noise. */
const FIRST_BYTES = Buffer.from('\x13/multistream/1.0.0\n\x07/noise\n', 'latin1');
const LENGTH_BYTES = 2;

/** Of a connection that libp2p made of a socket, the method that the socket's data goes through. */
interface RawConnection extends MultiaddrConnection {
  onData(data: Uint8Array): void;
}

/**
 * Watches every byte that a connection brings, from the first. Until the other side has proved who it is, it
 * may send only what a partner would send, and 16 KiB at most: what anyone on the internet can make this node
 * do is bounded before any cryptography. After that its Noise messages are counted: small ones cost more than
 * they bring.
 *
 * Not a listener beside the others: libp2p drops data when the only listener left is one that looks on.
 *
 * @param now monotonic, in ms
 * @returns to be called once the other side has proved who it is, and is let in.
 */
export function guardConnection(connection: MultiaddrConnection, now: () => number): () => void {
  const raw = connection as RawConnection;
  const pass = raw.onData.bind(raw);
  const bucket = createTokenBucket(TRANSPORT_ALLOWANCE);
  const smallMessagesIn = messageScanner();
  let received = 0;
  let known = false;
  raw.onData = (data) => {
    const expected = FIRST_BYTES.subarray(received, received + data.length);
    received += data.length;
    const small = smallMessagesIn(data.subarray(expected.length));
    if (small > 0) bucket.spend(small * COSTS.smallMessage, now());
    if (!expected.equals(data.subarray(0, expected.length))) refuse(connection, 'other bytes than Noise');
    else if (!known && received > SIZES.preHandshakeBytesMax) refuse(connection, 'too many bytes');
    else if (small > 0 && bucket.owedMs(now()) > 0) connection.abort(cutOff('small messages'));
    else pass(data);
  };
  return () => {
    known = true;
  };
}

/** Walks over Noise messages without keeping them; counts those that began and are small. */
function messageScanner(): (data: Uint8Array) => number {
  const prefix = Buffer.alloc(LENGTH_BYTES);
  let filled = 0;
  let body = 0;
  return (data) => {
    let small = 0;
    for (let at = 0; at < data.length;) {
      if (body > 0) {
        const skipped = Math.min(body, data.length - at);
        body -= skipped;
        at += skipped;
        continue;
      }
      prefix[filled++] = data[at++] ?? 0;
      if (filled < LENGTH_BYTES) continue;
      filled = 0;
      body = prefix.readUInt16BE();
      if (body < SMALL_MESSAGE_BYTES) small += 1;
    }
    return small;
  };
}

/** Why a connection with a partner was ended from below: its partner is told nothing, its operators are. */
export function cutOff(what: string): ComityError {
  const sentence = 'The partner sent more of what is of no use than is taken from it.';
  return new ComityError('cut-off', sentence, { details: { what } });
}

function refuse(connection: MultiaddrConnection, why: string): void {
  connection.abort(
    new ComityError('stranger-refused', 'A stranger sent what no node sends.', { details: { why } }),
  );
}

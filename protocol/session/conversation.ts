import { ComityError } from '../errors.ts';
import type { FrameChannel } from '../frames.ts';
import { TIMES } from '../limits.ts';
import { createPings, type Echo, secondsOf, type WallClock } from './pings.ts';
import { broken } from './greeting.ts';
import { type SessionFrame, sessionFrameCodec } from './messages.ts';

/** The session stream after both `State`: it keeps the session alive, and answers whether it is. */
export interface Conversation {
  /** Answered by the partner's node. Rejects when the session ends first. */
  ping(): Promise<Echo>;
  /**
   * Resolves when the other side ended the stream between two frames; rejects with what broke it, or
   * `silent`.
   */
  readonly ended: Promise<void>;
}

/**
 * Starts keepalives and answers. An empty frame goes out every 5 s whatever else moves on the connection, and
 * 15 s without a frame from the partner end the stream.
 */
export function converse(channel: FrameChannel, clock: WallClock): Conversation {
  const over = new AbortController();
  let heardAt = clock.monotonic();

  const write = (frame: SessionFrame): Promise<void> => channel.write(sessionFrameCodec.encode(frame));
  const pings = createPings(clock, (nonce) => write({ kind: 'ping', nonce }));

  const answer = async (frame: SessionFrame): Promise<void> => {
    switch (frame.kind) {
      case 'keepalive':
        return;
      case 'ping':
        // One at a time, and nothing further is read meanwhile: a flood of pings slows only who sends it.
        await write({ kind: 'pong', nonce: frame.nonce, atSeconds: secondsOf(clock.now()) });
        return;
      case 'pong':
        pings.answered(frame);
        return;
      case 'state':
        throw broken('The partner said a second time what it has.');
    }
  };

  const listen = async (): Promise<void> => {
    for (let bytes = await channel.read(); bytes !== undefined; bytes = await channel.read()) {
      heardAt = clock.monotonic();
      await answer(sessionFrameCodec.decode(bytes));
    }
  };

  // A write may wait for a partner who does not read, and the silence must be noticed meanwhile; a write that
  // fails fails the reader too.
  const keepAlive = async (): Promise<void> => {
    let writing = false;
    const written = (): void => {
      writing = false;
    };
    for (;;) {
      await clock.delay(TIMES.keepaliveMs, over.signal);
      if (clock.monotonic() - heardAt >= TIMES.silenceMs) throw silent();
      if (writing) continue;
      writing = true;
      write({ kind: 'keepalive' }).then(written, written);
    }
  };

  const ended = end();
  // Whoever waits for the end hears of it; that nobody waits yet is no bug.
  ended.catch(() => undefined);

  return {
    ended,
    async ping() {
      over.signal.throwIfAborted();
      return await pings.ask();
    },
  };

  async function end(): Promise<void> {
    try {
      await Promise.race([listen(), keepAlive()]);
    } catch (error) {
      channel.abort(error as Error);
      throw error;
    } finally {
      const reason = broken('The session has ended.');
      over.abort(reason);
      pings.end(reason);
    }
  }
}

function silent(): ComityError {
  return new ComityError('silent', `The partner has not been heard for ${TIMES.silenceMs / 1000} s.`);
}

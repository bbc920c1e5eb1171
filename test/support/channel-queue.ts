import type { FrameChannel } from '../../protocol/frames.ts';

/** Two ends of a channel without a stream: frames are handed over as they are, and kept in `sent`. */
export interface QueuedChannel extends FrameChannel {
  readonly sent: Uint8Array[];
  /** Puts a frame in front of the other side's reader as if this side had written it. */
  readonly inject: (frame: Uint8Array) => void;
}

export function queuedPair(): [QueuedChannel, QueuedChannel] {
  const [forth, back] = [createQueue(), createQueue()];
  const end = (out: Queue, from: Queue): QueuedChannel => ({
    sent: out.sent,
    inject: out.push,
    read: from.take,
    write: async (frame) => {
      if (out.failure !== undefined) throw out.failure;
      out.sent.push(frame);
      out.push(frame);
      await Promise.resolve();
    },
    close: () => {
      out.push(undefined);
      return Promise.resolve();
    },
    abort: (error) => {
      out.fail(error);
      from.fail(error);
    },
  });
  return [end(forth, back), end(back, forth)];
}

interface Queue {
  readonly sent: Uint8Array[];
  failure: Error | undefined;
  readonly push: (frame: Uint8Array | undefined) => void;
  readonly take: () => Promise<Uint8Array | undefined>;
  readonly fail: (error: Error) => void;
}

function createQueue(): Queue {
  const waiting: (Uint8Array | undefined)[] = [];
  let reader: PromiseWithResolvers<Uint8Array | undefined> | undefined;
  let ended = false;
  const queue: Queue = {
    sent: [],
    failure: undefined,
    push(frame) {
      const reading = reader;
      reader = undefined;
      if (reading === undefined) waiting.push(frame);
      else reading.resolve(frame);
    },
    take() {
      if (waiting.length > 0) {
        const frame = waiting.shift();
        ended ||= frame === undefined;
        return Promise.resolve(frame);
      }
      if (queue.failure !== undefined) return Promise.reject(queue.failure);
      if (ended) return Promise.resolve(undefined);
      reader = Promise.withResolvers();
      return reader.promise;
    },
    fail(error) {
      queue.failure ??= error;
      reader?.reject(queue.failure);
      reader = undefined;
    },
  };
  return queue;
}

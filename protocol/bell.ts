/** Wakes one waiter at a time; a ring that nobody waits for is kept, and several are one. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring, or at once if one was missed; rejects when the signal aborts. */
  heard(signal?: AbortSignal): Promise<void>;
}

export function createBell(): Bell {
  let rung = false;
  let waiter: PromiseWithResolvers<void> | undefined;
  return {
    ring() {
      if (waiter === undefined) rung = true;
      else waiter.resolve();
      waiter = undefined;
    },
    async heard(signal) {
      signal?.throwIfAborted();
      if (rung) {
        rung = false;
        return;
      }
      const waiting: PromiseWithResolvers<void> = Promise.withResolvers();
      waiter = waiting;
      const abort = (): void => {
        if (waiter === waiting) waiter = undefined;
        waiting.reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', abort, { once: true });
      await waiting.promise.finally(() => signal?.removeEventListener('abort', abort));
    },
  };
}

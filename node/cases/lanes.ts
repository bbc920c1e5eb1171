/** What runs under one key runs alone, in the order of asking. A key that is idle leaves nothing behind. */
export interface Lanes {
  /** Resolves or rejects as the task does; a failing task does not stop those behind it. */
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
  /** Keys under which something runs or waits. */
  readonly size: number;
}

/** Lanes in memory: a read-modify-write of one case never meets another one of the same case. */
export function createLanes(): Lanes {
  const tails = new Map<string, Promise<void>>();
  return {
    run(key, task) {
      const before = tails.get(key);
      const result = before === undefined ? task() : before.then(task);
      const tail = result.then(ignore, ignore).then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
      tails.set(key, tail);
      return result;
    },
    get size() {
      return tails.size;
    },
  };
}

function ignore(): void {
  // The caller has the result; the lane only needs to know that it ended.
}

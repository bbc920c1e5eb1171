type Close = (hurry: AbortSignal) => Promise<unknown>;

/** What has to be closed again, the last opened first. */
export interface Closers {
  add(close: Close): void;
  /**
   * Closes all, whatever fails among it. `hurry` tells those who wait for something that there is no more
   * time.
   * @throws the first failure, when everything else is closed.
   */
  closeAll(hurry: AbortSignal): Promise<void>;
}

export function createClosers(): Closers {
  const closers: Close[] = [];
  return {
    add: (close) => closers.push(close),
    async closeAll(hurry) {
      const failures: unknown[] = [];
      for (let close = closers.pop(); close !== undefined; close = closers.pop()) {
        await close(hurry).catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}

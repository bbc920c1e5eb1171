import { createCipheriv } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { ballastPath } from './places.ts';

/**
 * A file that takes up space which is given back when the disk is full, so that the store can close, open and
 * settle what is under way. It holds a stream that no file system makes smaller, and that can be compared: a
 * disk that changes it will change other files.
 */
export interface Ballast {
  /** Makes the file what it should be, if it is not. Rejects when there is no room. */
  keep(): Promise<void>;
  release(): Promise<void>;
  /** `missing` also when it is shorter or longer than it should be. */
  state(): Promise<'kept' | 'missing' | 'damaged'>;
}

const STEP_BYTES = 1024 * 1024;

function* streamOf(bytes: number): Generator<Buffer> {
  const cipher = createCipheriv('aes-256-ctr', Buffer.alloc(32), Buffer.alloc(16));
  for (let at = 0; at < bytes; at += STEP_BYTES) {
    yield cipher.update(Buffer.alloc(Math.min(STEP_BYTES, bytes - at)));
  }
}

export function createBallast(home: string, bytes: number): Ballast {
  const path = ballastPath(home);
  const sizeNow = async (): Promise<number> => (await stat(path).catch(() => ({ size: -1 }))).size;

  const write = async (): Promise<void> => {
    const next = `${path}.next`;
    const file = await open(next, 'w', 0o600);
    try {
      for (const step of streamOf(bytes)) await file.write(step);
      await file.datasync();
    } catch (error) {
      await rm(next, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    await rename(next, path);
  };

  return {
    keep: async () => {
      if ((await sizeNow()) !== bytes) await write();
    },
    release: () => rm(path, { force: true }),
    state: async () => {
      if ((await sizeNow()) !== bytes) return 'missing';
      const file = await open(path, 'r');
      try {
        const found = Buffer.alloc(STEP_BYTES);
        for (const step of streamOf(bytes)) {
          const { bytesRead } = await file.read(found, 0, step.length);
          if (!found.subarray(0, bytesRead).equals(step)) return 'damaged';
        }
        return 'kept';
      } finally {
        await file.close();
      }
    },
  };
}

import { statfs } from 'node:fs/promises';
import { ComityError } from '../../protocol/errors.ts';
import type { Clock } from '../clock.ts';

/**
 * Free space below which no new work is accepted: what is under way must still find room, and LevelDB needs
 * some to compact. A full disk would be noticed anyway, by a rejected write; this is so that it never comes
 * to that.
 */
export const FREE_BYTES_MIN = 256 * 1024 * 1024;

/** How long a measured figure is good: on the fastest link that is far less than the floor. */
const MEASURED_FOR_MS = 1_000;

export async function freeBytesAt(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
}

export interface RoomOptions {
  readonly freeBytesMin: number;
  readonly clock: Clock;
  readonly freeBytes: () => Promise<number>;
}

/**
 * A check that rejects with ComityError('low-space') below the floor. It asks the file system once a second.
 */
export function createRoomCheck(options: RoomOptions): () => Promise<void> {
  let measured: { readonly at: number; readonly free: Promise<number> } | undefined;
  return async () => {
    const now = options.clock.monotonic();
    if (measured === undefined || now - measured.at >= MEASURED_FOR_MS) {
      measured = { at: now, free: options.freeBytes() };
    }
    const free = await measured.free;
    if (free >= options.freeBytesMin) return;
    throw new ComityError(
      'low-space',
      `The disk has ${mebibytes(free)} MiB left and ${mebibytes(options.freeBytesMin)} MiB must stay free: ` +
        'nothing new is accepted until space is made.',
      { details: { freeBytes: free, freeBytesMin: options.freeBytesMin } },
    );
  };
}

function mebibytes(bytes: number): string {
  return String(Math.floor(bytes / (1024 * 1024)));
}

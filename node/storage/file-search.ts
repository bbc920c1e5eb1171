import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const STEP_BYTES = 1024 * 1024;

/**
 * Whether any of the byte strings stands in one of the files of a folder. A file that goes meanwhile holds
 * nothing.
 */
export async function folderHolds(folder: string, needles: readonly Buffer[]): Promise<boolean> {
  if (needles.length === 0) return false;
  for (const name of await readdir(folder)) {
    if (await fileHolds(join(folder, name), needles)) return true;
  }
  return false;
}

async function fileHolds(path: string, needles: readonly Buffer[]): Promise<boolean> {
  const overlap = Math.max(...needles.map((needle) => needle.length)) - 1;
  const buffer = Buffer.alloc(overlap + STEP_BYTES);
  const file = await open(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (file === undefined) return false;
  try {
    for (let kept = 0; ;) {
      const { bytesRead } = await file.read(buffer, kept, STEP_BYTES);
      if (bytesRead === 0) return false;
      const filled = buffer.subarray(0, kept + bytesRead);
      if (needles.some((needle) => filled.includes(needle))) return true;
      kept = Math.min(overlap, filled.length);
      buffer.copyWithin(0, filled.length - kept, filled.length);
    }
  } finally {
    await file.close();
  }
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Names, permissions and content of all files in a folder: the same if nothing was changed. */
export function folderDigest(folder: string): string {
  const hash = createHash('sha256');
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  for (const entry of entries) {
    const path = join(folder, entry);
    const { mode } = statSync(path);
    hash.update(`${entry}\0${mode}\0`);
    if (statSync(path).isFile()) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}

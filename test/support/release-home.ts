import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** What a release left behind: two stopped homes, their officers, and how the case stood. */
export interface ReleaseRecord {
  readonly passphrase: string;
  readonly reference: string;
  readonly foldDigest: string;
  /** Files below the folder of the network, by path: gzip, base64. */
  readonly files: Readonly<Record<string, string>>;
}

/** What a running daemon leaves in a home, and what says nothing. */
const LEFT_OUT = /(^|\/)(LOG|LOG\.old|LOCK|socket|state-key\.json|daemon\.log)$/;

/** The files of a folder, packed. */
export async function packFolder(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const wanted = paths.map((path) => relative(folder, path)).filter((path) => !LEFT_OUT.test(path));
  const packed: Record<string, string> = {};
  for (const path of wanted.toSorted()) {
    packed[path] = gzipSync(await readFile(join(folder, path)), { level: 9 }).toString('base64');
  }
  return packed;
}

/** Puts packed files back, readable by nobody else. */
export async function unpackFolder(folder: string, files: ReleaseRecord['files']): Promise<void> {
  for (const [path, packed] of Object.entries(files)) {
    const to = join(folder, path);
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await writeFile(to, gunzipSync(Buffer.from(packed, 'base64')), { mode: 0o600 });
  }
}

import { access, rm, writeFile } from 'node:fs/promises';
import { uncheckedPath } from './places.ts';

/**
 * A file in the home says that tables of the database have not been looked at since it was opened. It goes
 * when they have been, or with an orderly stop; a process that died before, perhaps of such a table, leaves
 * it, and the next start looks at all of them before it opens anything.
 */
export async function isUnchecked(home: string): Promise<boolean> {
  return access(uncheckedPath(home)).then(
    () => true,
    () => false,
  );
}

export async function noteUnchecked(home: string): Promise<void> {
  await writeFile(uncheckedPath(home), '', { mode: 0o600, flush: true });
}

export async function forgetUnchecked(home: string): Promise<void> {
  await rm(uncheckedPath(home), { force: true });
}

import { isComityError } from '../../protocol/errors.ts';
import type { Database } from './database.ts';
import type { Keyspace } from './keyspace.ts';
import { KEYSPACES } from './keyspaces.ts';
import type { KeyspaceName } from './keyspaces.ts';
import type { Damage } from './storage.ts';

/**
 * Reads all files and every value and yields what is damaged, none of which LevelDB notices by itself. The
 * checksums of the files find a row that vanished because its key was hit; authentication finds what went
 * wrong before the disk.
 */
export async function* scrub(database: Database, signal?: AbortSignal): AsyncGenerator<Damage> {
  const engine = await database.engine();
  for await (const file of engine.damagedFiles({ bytesMax: Infinity, signal })) yield { file };
  for (const name of Object.keys(KEYSPACES) as KeyspaceName[]) {
    const keyspace = database.keyspace(name);
    for await (const key of keyspace.keys()) {
      signal?.throwIfAborted();
      if (await isDamaged(keyspace, key)) yield { keyspace: name, key };
    }
  }
}

async function isDamaged(keyspace: Keyspace, key: string): Promise<boolean> {
  try {
    await keyspace.get(key);
    return false;
  } catch (error) {
    if (isComityError(error, 'damaged')) return true;
    throw error;
  }
}

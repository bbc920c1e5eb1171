import { isComityError } from '../../protocol/errors.ts';
import type { Keyspace } from './keyspace.ts';
import { KEYSPACES } from './keyspaces.ts';
import type { KeyspaceName } from './keyspaces.ts';
import type { RecorderSource } from './recorder.ts';
import type { DamagedPlace } from './storage.ts';

async function isDamaged(keyspace: Keyspace, key: string): Promise<boolean> {
  try {
    await keyspace.get(key);
    return false;
  } catch (error) {
    if (isComityError(error, 'damaged')) return true;
    throw error;
  }
}

/** Reads every value of every keyspace and yields those that are damaged, which LevelDB itself does not notice. */
export async function* scrub(source: RecorderSource, signal?: AbortSignal): AsyncGenerator<DamagedPlace> {
  for (const name of Object.keys(KEYSPACES) as KeyspaceName[]) {
    const keyspace = source.keyspace(name);
    for await (const key of keyspace.keys()) {
      signal?.throwIfAborted();
      if (await isDamaged(keyspace, key)) yield { keyspace: name, key };
    }
  }
}

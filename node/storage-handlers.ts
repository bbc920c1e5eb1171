import type { Handlers } from '../protocol/control/handlers.ts';
import { toInstant } from '../protocol/control/instant.ts';
import type { Backups } from './backups.ts';
import type { StorageCare } from './storage-care.ts';

interface StorageHandlerDependencies {
  readonly care: StorageCare;
  readonly backups: Backups;
}

/** The routes about the store and its copies. They tell of no case. */
export function storageHandlers({
  care,
  backups,
}: StorageHandlerDependencies): Handlers<'storage.scrub' | 'backup.make' | 'backup.stored'> {
  return {
    'storage.scrub': async (_, { officerId }) => {
      const { bytes, rows, damage } = await care.scrub(officerId);
      return { bytes, rows, damage: [...damage] };
    },
    'backup.make': ({ body }) => backups.make(body.passphrase),
    'backup.stored': async ({ body }, { officerId }) => ({
      createdAt: toInstant(await backups.stored(body.digest, officerId)),
    }),
  };
}

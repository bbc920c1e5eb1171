import type { Handlers } from '../protocol/control/handlers.ts';
import type { StorageCare } from './storage-care.ts';

/** The routes about the store. They tell of no case. */
export function storageHandlers({ care }: { readonly care: StorageCare }): Handlers<'storage.scrub'> {
  return {
    'storage.scrub': async (_, { officerId }) => {
      const { bytes, rows, damage } = await care.scrub(officerId);
      return { bytes, rows, damage: [...damage] };
    },
  };
}

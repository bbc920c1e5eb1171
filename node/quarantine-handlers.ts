import type { Handlers } from '../protocol/control/handlers.ts';
import { toInstant } from '../protocol/control/instant.ts';
import type { Quarantine } from './inbox/quarantine.ts';

/** The routes about what could not be processed. They tell who sent it and why, and nothing that it says. */
export function quarantineHandlers(
  quarantine: Quarantine,
): Handlers<'quarantine.list' | 'quarantine.release' | 'quarantine.reject'> {
  return {
    'quarantine.list': async () => ({
      rows: (await quarantine.list()).map(({ itemId, caseId, party, at, why }) => ({
        ...{ itemId, caseId, partner: party, at: toInstant(at), why },
      })),
    }),
    'quarantine.release': async ({ params: { itemId } }, { officerId }) => {
      await quarantine.release(itemId, officerId);
      return { itemId, outcome: 'released' as const };
    },
    'quarantine.reject': async ({ params: { itemId } }, { officerId }) => {
      await quarantine.reject(itemId, officerId);
      return { itemId, outcome: 'rejected' as const };
    },
  };
}

import type { Handlers } from '../protocol/control/handlers.ts';
import { toInstant } from '../protocol/control/instant.ts';
import type { Forks } from './forks.ts';
import type { Quarantine } from './inbox/quarantine.ts';

interface Sources {
  readonly quarantine: Quarantine;
  readonly forks: Forks;
}

type Route = 'quarantine.list' | 'quarantine.release' | 'quarantine.reject' | 'forks.list' | 'forks.proof';

/** The routes about items that are not as they should be. They tell whose they are, and nothing that they say. */
export function quarantineHandlers({ quarantine, forks }: Sources): Handlers<Route> {
  return {
    'forks.list': async () => ({
      rows: (await forks.list()).map(({ party, caseId, sequence, items, at }) => ({
        ...{ party, caseId, sequence, items: [...items], at: toInstant(at) },
      })),
    }),
    'forks.proof': async ({ params: { itemId } }) => ({
      proof: Buffer.from(await forks.proof(itemId)).toString('base64url'),
    }),
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

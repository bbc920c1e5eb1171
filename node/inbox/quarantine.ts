import { ComityError } from '../../protocol/errors.ts';
import { LOWEST_LANE } from '../../protocol/delivery/lane-queue.ts';
import { openEnvelope } from '../../protocol/item/item.ts';
import type { Hex } from '../../protocol/value.ts';
import type { InboxDependencies } from './dependencies.ts';
import type { IncomingItem } from './incoming-item.ts';
import type { PartnerLink } from './partner-inbox.ts';
import type { QuarantineRepository, SetAside } from './quarantine-repository.ts';
import { signRejection } from './reject-item.ts';
import { takeItem } from './take-item.ts';

/** What could not be processed, for the operators: it waits for them, and nothing waits behind it but its case. */
export interface Quarantine {
  list(): Promise<SetAside[]>;
  count(): Promise<number>;
  /**
   * Processes it again, as after an upgrade.
   *
   * @throws ComityError `not-found`; `conflict` if it can't be processed now either
   */
  release(itemId: Hex, operator: Hex): Promise<void>;
  /**
   * Rejects it: its place in the chain is void, and its sender is told. It can't be taken back.
   *
   * @throws ComityError `not-found`
   */
  reject(itemId: Hex, operator: Hex): Promise<void>;
}

const LISTED_MAX = 200;

export function createQuarantine(
  dependencies: InboxDependencies,
  repository: QuarantineRepository,
  linkOf: (party: string) => Promise<PartnerLink>,
): Quarantine {
  const { store, clock, cases, send } = dependencies;
  const get = async (itemId: Hex): Promise<SetAside> => {
    const found = await repository.get(itemId);
    if (found !== undefined) return found;
    const sentence = 'No such item is in quarantine — see: comity quarantine list.';
    throw new ComityError('not-found', sentence, { details: { itemId } });
  };
  const event = (type: string, { itemId, caseId }: SetAside, actor: Hex) => ({
    ...{ type, at: clock.now(), subject: itemId, actor, detail: { caseId } },
  });

  return {
    list: () => repository.list(LISTED_MAX),
    count: () => repository.count(),

    async release(itemId, operator) {
      const kept = await get(itemId);
      const link = await linkOf(kept.party);
      const sealed = openEnvelope(kept.bytes);
      const incoming: IncomingItem = {
        deliver: kept,
        bytes: kept.bytes,
        opened: { sealed },
        answered: kept.receipt,
        withheld: false,
      };
      const place = { lane: LOWEST_LANE, caseId: kept.caseId };
      const answer = await link.work
        .run(place, () => takeItem(dependencies, link, incoming))
        .catch((error: unknown) => {
          throw new ComityError('conflict', `The item can not be processed: ${kept.why}.`, { cause: error });
        });
      if (answer.kind !== 'receipt') {
        const why = answer.kind === 'busy' ? 'too much of its case waits' : 'its case refuses it';
        throw new ComityError('conflict', `The item can not be released: ${why}.`, { details: { itemId } });
      }
      const events = [event('item.released', kept, operator)];
      await store.commit({ operations: [repository.remove(itemId)], events });
    },

    async reject(itemId, operator) {
      const kept = await get(itemId);
      const link = await linkOf(kept.party);
      const sealed = openEnvelope(kept.bytes);
      const rejection = signRejection(dependencies, link, { code: 'not-processed', itemId });
      const told = send(kept.party, { kind: 'rejection', statement: rejection }, sealed.header.urgency);
      await link.work.run({ lane: LOWEST_LANE, caseId: kept.caseId }, () =>
        cases.passOver(sealed, {
          operations: [
            repository.remove(itemId),
            link.answers.putToItem(itemId, { kind: 'rejection', rejection }),
            ...told.operations,
          ],
          events: [event('item.rejected', kept, operator)],
        }),
      );
      told.committed();
    },
  };
}

import { randomBytes } from 'node:crypto';
import { createCaseWriter } from '../../node/cases/case-writer.ts';
import { createKeyHashes } from '../../node/cases/key-hashes.ts';
import { createCaseRepository } from '../../node/cases/case-repository.ts';
import { addItem } from '../../node/cases/machine.ts';
import { adopt, type KnownItem, type OpenCase } from '../../node/cases/open-case.ts';
import { pinsFrom } from '../../node/cases/pins.ts';
import { createReferenceIndex } from '../../node/cases/reference-index.ts';
import type { Store } from '../../node/storage/store.ts';
import type { Case } from '../../protocol/case/case.ts';
import { nextChainFields, openingChainFields } from '../../protocol/case/chain-fields.ts';
import type { PinnedProfiles } from '../../protocol/case/rulebook.ts';
import type { Side } from '../../protocol/convention/instrument.ts';
import { currentPins } from '../../protocol/convention/instruments.ts';
import { toHex } from '../../protocol/hash.ts';
import type { Item } from '../../protocol/item/item.ts';
import type { Hex } from '../../protocol/value.ts';
import { halvesOf } from '../../test/support/foreign-partner.ts';
import { foreignState } from '../../test/support/foreign-state.ts';
import { smallRequest } from '../../test/support/small-request.ts';

/** The parties of the cases; the first one asks. */
const PARTIES: Readonly<Record<Side, string>> = { requesting: 'TT', requested: 'GD' };

/** Writes cases of signed items, through the rows in which a node keeps them. */
export interface LongCases {
  readonly party: string;
  readonly pins: PinnedProfiles;
  /** A case that is on the disk, with so many items: a request, then questions and answers. */
  write(items: number): Promise<OpenCase>;
  /** The next item of a case, not written. */
  next(folded: Case): KnownItem;
}

export function createLongCases(store: Store): LongCases {
  const states = {
    requesting: foreignState(PARTIES.requesting, 'bench', { now: Date.now() }),
    requested: foreignState(PARTIES.requested, 'bench', { now: Date.now() }),
  };
  const profiles = new Map(Object.values(states).map(({ profile }) => [profile.digest, profile.profile]));
  const pins = pinsFrom((digest) => profiles.get(digest));
  const hashes = createKeyHashes(store);
  const party = PARTIES.requested;
  const writer = createCaseWriter({
    ...{ party, store, hashes, directory: { use: () => [] } },
    repository: createCaseRepository(store),
    references: createReferenceIndex(store, hashes),
  });

  const opening = (caseId: Hex): Item =>
    states.requesting.item(states.requested.profile, {
      ...{ caseId, verb: 'REQUEST', sequence: 1, ...halvesOf('mla.general', 'REQUEST', smallRequest()) },
      header: openingChainFields(caseId, currentPins().instrument),
    });
  const nextItem = (folded: Case): Item => {
    const { caseId, dialogs } = folded;
    const asks = dialogs.length === 0;
    const [from, to] = asks ? [states.requested, states.requesting] : [states.requesting, states.requested];
    const header = nextChainFields(folded, asks ? 'requested' : 'requesting');
    const { sequence } = header;
    const verb = asks ? 'INFO_REQUEST' : 'INFO_REPLY';
    const act = asks
      ? { items: [{ id: 'q1', needed: true }] }
      : { answers: [{ id: 'q1', outcome: 'answered' }] };
    return from.item(to.profile, { caseId, sequence, verb, act, header });
  };
  const known = ({ id, header, act }: Item): KnownItem => ({
    origin: header.sender.party === party ? 'own' : 'partner',
    ...{ sequence: header.sequence, verb: act.verb, entry: { id, header, act } },
  });

  return {
    ...{ party, pins },
    async write(items) {
      const open = await writer.newCase(toHex(randomBytes(16)), PARTIES.requesting);
      while (open.items.size < items) {
        const item = open.folded === undefined ? opening(open.caseId) : nextItem(open.folded);
        const folded = addItem(open, known(item), pins);
        const change = writer.summaryRows(open, { item: known(item), folded, at: Date.now() });
        const operations = [...writer.itemRows(open, known(item), item), ...change.operations];
        await store.commit({ operations });
        adopt(open, { ...change, item: known(item) });
      }
      return open;
    },
    next: (folded) => known(nextItem(folded)),
  };
}

import type { Submitted } from '../../protocol/control/types.ts';
import type { Urgency } from '../../protocol/convention/instrument.ts';
import { toHex } from '../../protocol/hash.ts';
import type { Address } from '../../protocol/item/address.ts';
import type { PartBytes } from '../../protocol/item/parts.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { Clock } from '../clock.ts';
import type { Operation } from '../storage/change.ts';
import { numberKey } from '../storage/keys.ts';
import type { Store } from '../storage/store.ts';
import { decodeRow, encodeRow } from './row.ts';

/** How long an act waits for its signature, and how long its answer is remembered. */
export const DRAFT_MS = 7 * 24 * 60 * 60 * 1000;

/** What an officer was shown and has not signed yet. `held` will wait for a second officer's release. */
export interface Draft extends DraftFacts, PartBytes {
  readonly draftId: string;
}

export interface DraftFacts {
  readonly state: 'open' | 'held';
  readonly officerId: Hex;
  readonly createdAt: Time;
  readonly caseId: Hex;
  /** It opens the case. */
  readonly opening: boolean;
  readonly reference: string;
  readonly partner: string;
  readonly kind: string;
  readonly verb: string;
  readonly desk: string;
  readonly certificateId: Hex;
  readonly recipient: Address;
  readonly urgency: Urgency;
  /** Items of the partner that had their place when the officer looked. */
  readonly itemsSeen: number;
  /** Codes of warnings that the officer goes on in spite of. */
  readonly acknowledged: readonly string[];
  readonly ownReference?: string;
}

/** What became of a draft: the same question gets the same answer. */
export interface SubmittedDraft {
  readonly state: 'submitted';
  readonly officerId: Hex;
  readonly caseId: Hex;
  readonly itemId: Hex;
  readonly reference: string;
  readonly sequence: number;
  readonly verb: string;
}

/** What the officer was told when the draft became an item. */
export function answerOf(submitted: SubmittedDraft): Submitted {
  const { itemId, caseId, reference, sequence, verb } = submitted;
  return { itemId, caseId, reference, sequence, verb, delivery: 'queued' };
}

export interface DraftRepository {
  /** A new id: ids ascend with time, so that the old ones are found without a search. */
  newId(): string;
  get(draftId: string): Promise<Draft | SubmittedDraft | undefined>;
  /** Drafts that wait, newest first. */
  list(): Promise<Draft[]>;
  put(draft: Draft): Operation;
  putSubmitted(draftId: string, submitted: SubmittedDraft): Operation;
  remove(draftId: string): Operation;
  /** Ids of what is older than drafts may become. */
  expired(): Promise<string[]>;
}

export function createDraftRepository(store: Store, clock: Clock): DraftRepository {
  const drafts = store.keyspace('drafts');
  return {
    newId: () => numberKey(clock.now()) + toHex(clock.randomBytes(9)),
    get: async (draftId) => {
      const row = await drafts.get(draftId);
      return row && decodeDraft(draftId, row);
    },
    async list() {
      const found: Draft[] = [];
      for await (const { key, value } of drafts.scan({ reverse: true })) {
        const draft = decodeDraft(key, value);
        if (draft.state !== 'submitted') found.push(draft);
      }
      return found;
    },
    put: ({ draftId, actBytes, actSalt, bodyBytes, bodySalt, ...facts }) =>
      drafts.put(draftId, encodeRow(facts, actBytes, actSalt, bodyBytes, bodySalt)),
    putSubmitted: (draftId, submitted) => drafts.put(draftId, encodeRow(submitted)),
    remove: (draftId) => drafts.remove(draftId),
    async expired() {
      const found: string[] = [];
      for await (const key of drafts.keys({ lt: numberKey(Math.max(0, clock.now() - DRAFT_MS)) })) {
        found.push(key);
      }
      return found;
    },
  };
}

function decodeDraft(draftId: string, row: Uint8Array): Draft | SubmittedDraft {
  const { facts, parts } = decodeRow<DraftFacts | SubmittedDraft>(row);
  if (facts.state === 'submitted') return facts;
  const [actBytes, actSalt, bodyBytes, bodySalt] = parts;
  if (!actBytes || !actSalt || !bodyBytes || !bodySalt) throw new Error('a draft without its parts');
  return { ...facts, draftId, actBytes, actSalt, bodyBytes, bodySalt };
}

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
const DRAFT_MS = 7 * 24 * 60 * 60 * 1000;

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
  get(draftId: string): Promise<Draft | undefined>;
  /** What became of a draft. */
  submitted(draftId: string): Promise<SubmittedDraft | undefined>;
  /** Drafts that wait, newest first. */
  list(): Promise<Draft[]>;
  put(draft: Draft): Operation;
  /** The draft goes, and what became of it stays for as long as a draft would have. */
  putSubmitted(draftId: string, submitted: SubmittedDraft): Operation[];
  remove(draftId: string): Operation;
  /** What forgets all that is older than drafts may become, and how many drafts are among it. */
  expired(): Promise<{ readonly operations: Operation[]; readonly drafts: number }>;
}

export function createDraftRepository(store: Store, clock: Clock): DraftRepository {
  const drafts = store.keyspace('drafts');
  const submitted = store.keyspace('submitted');
  return {
    newId: () => numberKey(clock.now()) + toHex(clock.randomBytes(9)),
    get: async (draftId) => {
      const row = await drafts.get(draftId);
      return row && decodeDraft(draftId, row);
    },
    submitted: async (draftId) => {
      const row = await submitted.get(draftId);
      return row && (JSON.parse(Buffer.from(row).toString('utf8')) as SubmittedDraft);
    },
    async list() {
      const found: Draft[] = [];
      for await (const { key, value } of drafts.scan({ reverse: true })) found.push(decodeDraft(key, value));
      return found;
    },
    put: ({ draftId, actBytes, actSalt, bodyBytes, bodySalt, ...facts }) =>
      drafts.put(draftId, encodeRow(facts, actBytes, actSalt, bodyBytes, bodySalt)),
    putSubmitted: (draftId, facts) => [
      drafts.remove(draftId),
      submitted.put(draftId, Buffer.from(JSON.stringify(facts))),
    ],
    remove: (draftId) => drafts.remove(draftId),
    async expired() {
      const before = { lt: numberKey(Math.max(0, clock.now() - DRAFT_MS)) };
      const waiting: Operation[] = [];
      for await (const key of drafts.keys(before)) waiting.push(drafts.remove(key));
      const answered: Operation[] = [];
      for await (const key of submitted.keys(before)) answered.push(submitted.remove(key));
      return { operations: [...waiting, ...answered], drafts: waiting.length };
    },
  };
}

function decodeDraft(draftId: string, row: Uint8Array): Draft {
  const { facts, parts } = decodeRow<DraftFacts>(row);
  const [actBytes, actSalt, bodyBytes, bodySalt] = parts;
  if (!actBytes || !actSalt || !bodyBytes || !bodySalt) throw new Error('a draft without its parts');
  return { ...facts, draftId, actBytes, actSalt, bodyBytes, bodySalt };
}

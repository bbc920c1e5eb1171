import type { Accepted, Busy, Deliver, Rejected } from '../../protocol/delivery/messages.ts';
import type { Signed } from '../../protocol/identity/signed.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Change } from '../storage/change.ts';
import type { Opened } from './admit.ts';
import type { Answer } from './answer-repository.ts';
import type { PartnerLink } from './partner-inbox.ts';

/** An item on its way in. */
export interface IncomingItem {
  readonly deliver: Pick<Deliver, 'epoch' | 'number'>;
  readonly bytes: Uint8Array;
  readonly opened: Opened;
  /** How it was answered before: it comes back after a restore. */
  readonly answered?: Signed;
  /** Its body was erased before it came back. */
  readonly withheld: boolean;
}

/** What an item is answered with. */
export type ItemAnswer = Accepted | Rejected | Busy;

/** While too many items of a case wait for others: long enough for those to come. */
const BUSY_RETRY_MS = 1000;

export function busy({ deliver }: IncomingItem, parts: Partial<Busy> = {}): Busy {
  return { kind: 'busy', ...placeOf(deliver), retryAfterMs: BUSY_RETRY_MS, needProfiles: [], ...parts };
}

export function answerWith({ deliver }: IncomingItem, answer: Answer): Accepted | Rejected {
  return { ...answer, ...placeOf(deliver) };
}

/** What notes the number of an item, and which one it was if it is known. */
export function noted({ numbers }: PartnerLink, { deliver, opened }: IncomingItem): Change {
  return { operations: [numbers.note(deliver.epoch, deliver.number, opened.sealed?.id)] };
}

/** What notes the number of bytes that nobody signed, whichever item they claim to be: it is never given back. */
export function notedNameless({ numbers }: PartnerLink, { deliver }: IncomingItem): Change {
  return { operations: [numbers.note(deliver.epoch, deliver.number)] };
}

function placeOf({ epoch, number }: IncomingItem['deliver']): { epoch: Hex; number: number } {
  return { epoch, number };
}

import { evidenceStatement, type EvidenceLevel } from '../../protocol/delivery/statements.ts';
import type { Urgency } from '../../protocol/convention/instrument.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { Operation } from '../storage/change.ts';
import type { CaseContext } from './case-context.ts';

/** What this node says of an item of the partner. */
export interface Saying {
  readonly partner: string;
  readonly itemId: Hex;
  readonly level: EvidenceLevel;
  readonly at: Time;
  /** The desk of this node that has it. */
  readonly authority: string;
  readonly urgency: Urgency;
  /** Kept here, never told. */
  readonly officerId?: Hex;
}

/**
 * Signed evidence: the rows that keep it, and that queue it for the partner. The authority and the time, no
 * name.
 */
export function evidenceRows(context: CaseContext, saying: Saying): Operation[] {
  const { network, party, keys, outbox, evidence } = context;
  const { partner, itemId, level, at, authority, urgency, officerId } = saying;
  const statement = { network, party, itemId, level, at, authority };
  const signed = evidenceStatement.sign(statement, keys.receipt());
  const kept = { level, at, party, authority, ...(officerId !== undefined && { officerId }), signed };
  const queued = outbox.queue(partner, { kind: 'evidence', statement: signed }, urgency);
  return [evidence.put(itemId, kept), ...queued.operations];
}

import type { Evidence, EvidenceLevel } from '../../protocol/delivery/statements.ts';
import type { Signed } from '../../protocol/identity/signed.ts';
import type { Change, RecordEvent } from '../storage/change.ts';
import type { CaseContext } from './case-context.ts';
import { evidenceEvent } from './case-events.ts';
import type { CaseSummary } from './case-records.ts';

/** Levels that the receiving side may speak of; a receipt comes by itself. */
const THEIRS: readonly EvidenceLevel[] = ['delivery', 'alarm', 'retrieval'];

/** What this node says of its own items while no receipt comes. */
const OWN: readonly EvidenceLevel[] = ['delay', 'non_delivery'];

/** Evidence whose signature holds: of a partner, or of this node about an item that is late. */
export interface Statement {
  readonly party: string;
  readonly evidence: Evidence;
  readonly signed: Signed;
}

/**
 * Keeps what a partner says of an item that it was sent, in one commit with `extra`. Said again it changes
 * nothing; what is not the partner's to say is recorded and not kept. Whether it is kept.
 */
export async function takeEvidence(
  context: CaseContext,
  { party, evidence, signed }: Statement,
  extra: Change,
): Promise<boolean> {
  const { itemId, level, at, authority } = evidence;
  const summary = await summaryOf(context, { party, evidence });
  const now = context.clock.now();
  const told = (type: string): RecordEvent => ({
    type,
    at: now,
    subject: itemId,
    actor: party,
    detail: { level },
  });
  const { operations, events = [] } = extra;
  if (summary === undefined) {
    await context.store.commit({ operations, events: [told('evidence.refused'), ...events] });
    return false;
  }
  if (await context.evidence.has(itemId, level, party)) {
    await context.store.commit(extra);
    return true;
  }
  const kept = { level, at, party, ...(authority !== undefined && { authority }), signed };
  await context.store.commit({
    operations: [context.evidence.put(itemId, kept), ...operations],
    events: [told('evidence.received'), ...events],
  });
  context.watchers.tell(evidenceEvent(summary, itemId, level, now));
  return true;
}

/**
 * Of the case of the item, if it is this node's, was sent to that partner, and the level is the partner's to
 * say.
 */
async function summaryOf(
  { repository, book, party: own }: CaseContext,
  { party, evidence }: Pick<Statement, 'party' | 'evidence'>,
): Promise<CaseSummary | undefined> {
  const speaksOfOwn = party === own;
  const levels = speaksOfOwn ? OWN : THEIRS;
  if (evidence.party !== party || !levels.includes(evidence.level)) return undefined;
  const place = await repository.place(evidence.itemId);
  if (place?.origin !== 'own') return undefined;
  const open = await book.read(place.caseId);
  return speaksOfOwn || open?.partner === party ? open?.summary : undefined;
}

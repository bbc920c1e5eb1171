import { ComityError } from '../../protocol/errors.ts';
import { admitItem } from './admit.ts';
import type { InboxDependencies } from './dependencies.ts';
import { answerWith, type IncomingItem, type ItemAnswer, noted } from './incoming-item.ts';
import type { PartnerLink } from './partner-inbox.ts';
import { rejectUnauthentic } from './reject-item.ts';
import { type IncomingStatement, takeStatement } from './take-statement.ts';
import { earlierAnswer, signReceipt, takeItem } from './take-item.ts';

/** What passes by itself, or ends the process: the item comes again. */
const PASSING: ReadonlySet<unknown> = new Set([
  'storage-failed',
  'low-space',
  'unavailable',
  'session-ended',
]);

/**
 * Takes an item in, and sets it aside if this node can't process it, so that what stands behind it moves on:
 * it is kept with its receipt, and holds its place in its case open until an operator releases or rejects it.
 */
export async function takeOrSetAside(
  dependencies: InboxDependencies,
  link: PartnerLink,
  incoming: IncomingItem,
): Promise<ItemAnswer> {
  try {
    return await takeItem(dependencies, link, incoming);
  } catch (error) {
    if (isPassing(error)) throw error;
    return setAside(dependencies, link, { ...incoming, error });
  }
}

/** A statement that can't be processed is recorded, and its number used up: it says of an item what others show. */
export async function takeOrNote(
  dependencies: InboxDependencies,
  link: PartnerLink,
  incoming: IncomingStatement,
): Promise<void> {
  try {
    await takeStatement(dependencies, link, incoming);
  } catch (error) {
    if (isPassing(error)) throw error;
    const { store, clock, log } = dependencies;
    const { epoch, number } = incoming.deliver;
    const event = { type: 'statement.not-processed', at: clock.now(), actor: link.party };
    await store.commit({ operations: [link.numbers.note(epoch, number)], events: [event] });
    log.error({ partner: link.party, error }, 'a statement of a partner can not be processed');
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof ComityError && PASSING.has(error.code);
}

async function setAside(
  dependencies: InboxDependencies,
  link: PartnerLink,
  incoming: IncomingItem & { readonly error: unknown },
): Promise<ItemAnswer> {
  const { store, clock, log } = dependencies;
  const { deliver, bytes, opened, withheld, error } = incoming;
  const known = await earlierAnswer(link, incoming);
  if (known !== undefined) {
    await store.commit(noted(link, incoming));
    return answerWith(incoming, known);
  }
  const now = clock.now();
  const admission = admitItem(dependencies, { opened, sender: link.party, withheld, now });
  if (admission.admitted !== 'verified') {
    return rejectUnauthentic(dependencies, link, { ...incoming, code: 'not-processed' });
  }
  const { item } = admission;
  const { id: itemId, header } = item;
  const { caseId } = header;
  const receipt = signReceipt(dependencies, link, { item, placed: false, defects: [] });
  const answer = { kind: 'receipt', receipt } as const;
  const { epoch, number } = deliver;
  const kept = {
    itemId,
    caseId,
    party: link.party,
    epoch,
    number,
    at: now,
    why: whatOf(error),
    bytes,
    receipt,
  };
  await store.commit({
    operations: [
      ...noted(link, incoming).operations,
      link.answers.putToItem(itemId, answer),
      link.quarantine.put(kept),
    ],
    events: [{ type: 'item.set-aside', at: now, subject: itemId, actor: link.party, detail: { caseId } }],
  });
  log.error({ partner: link.party, itemId, error }, 'an item can not be processed and was set aside');
  return answerWith(incoming, answer);
}

/** The kind of the error and where it was thrown: its own words may hold something of the item. */
function whatOf(error: unknown): string {
  if (error instanceof ComityError) return `${error.code}: ${error.message}`;
  if (!(error instanceof Error)) return 'what was thrown is no error';
  const where = /\n\s+at [^\n]*?([\w.-]+\.[jt]s:\d+)/.exec(String(error.stack))?.[1] ?? 'an unknown place';
  return `${error.name} in ${where}`;
}

import { type SealedItem, withholdBody } from '../../protocol/item/item.ts';
import type { VerifiedItem } from '../../protocol/item/verify.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { Change, Operation, RecordEvent } from '../storage/change.ts';
import type { CaseContext } from './case-context.ts';
import { caseEvent } from './case-events.ts';
import { followsOn } from './admission.ts';
import { addVoid } from './machine.ts';
import { displace } from './displace.ts';
import { adopt, type KnownItem, type OpenCase } from './open-case.ts';
import { mayNotWait } from './waiting-room.ts';

/** What leaves a void in a chain: an item that was authentic, and is rejected or set aside. */
export type Passed = SealedItem;

/**
 * Marks an authentic item as void, in one commit with `extra`: it keeps its place in the chain and has no
 * effect, and the next item of this node in the case names it. An own item that the partner rejects; an item
 * of the partner that this node rejects, whether it had been taken in or not. Of the latter all but the body
 * is kept, so that a sender who loses it can be given it back, and only the header is read. `busy`: too many items of the case wait for others, and nothing is written.
 *
 * An own item that the partner can not place, because another own one stands there or before it, is
 * displaced.
 *
 * @param standing the own item that stands at the place of the passed one, as the partner has proved
 */
export async function passOver(
  context: CaseContext,
  passed: Passed,
  { extra, standing }: { readonly extra: Change; readonly standing?: VerifiedItem | undefined },
): Promise<'passed' | 'busy'> {
  const { caseId, sender, recipient } = passed.header;
  const own = sender.party === context.party;
  return context.book.within(caseId, async (held) => {
    const open = held ?? (await context.writer.newCase(caseId, own ? recipient.party : sender.party));
    const at = context.clock.now();
    const second = own ? displacedBy(open, passed, standing) : undefined;
    if (second !== undefined) {
      await displace(context, open, { second, standing, extra });
      return 'passed';
    }
    const events = [voidEvent(passed, at), ...(extra.events ?? [])];
    if (!belongs(open, passed, own)) {
      await context.store.commit({ ...extra, events });
      return 'passed';
    }
    const item = voidItem(open, passed, own);
    const folded = addVoid(open, item, context.pins);
    if (!own && mayNotWait(open, { folded, id: passed.id })) return 'busy';
    const change = context.writer.summaryRows(open, { item, folded, at });
    const rows = await voidRows(context, open, { passed, own });
    await context.store.commit({ operations: [...rows, ...change.operations, ...extra.operations], events });
    adopt(open, { ...change, item });
    context.book.hold(open);
    if (own) context.watchers.tell(caseEvent(change.summary, rejectedFacts(passed.id, at)));
    return 'passed';
  });
}

function rejectedFacts(itemId: Hex, time: Time) {
  return { type: 'delivery', time, itemId, delivery: 'rejected' } as const;
}

/** The own item that is passed over, if it has no place in its chain: another one stands there, or before it. */
function displacedBy(
  { chains }: OpenCase,
  passed: Passed,
  standing: VerifiedItem | undefined,
): KnownItem | undefined {
  const known = chains.own.get(passed.header.sequence);
  if (known?.entry.id !== passed.id) return undefined;
  return standing !== undefined || !followsOn(chains.own, passed.header) ? known : undefined;
}

/** It has, or may have, this place in the chain of its case: none of another item that stands there or beside it. */
function belongs(open: OpenCase, passed: Passed, own: boolean): boolean {
  const { id, header } = passed;
  const party = own ? header.recipient.party : header.sender.party;
  const chain = open.chains[own ? 'own' : 'partner'];
  const standing = chain.get(header.sequence);
  if (open.partner !== party) return false;
  return standing === undefined ? !own && followsOn(chain, passed.header) : standing.entry.id === id;
}

interface Voided {
  readonly passed: Passed;
  readonly own: boolean;
}

async function voidRows(
  { repository }: CaseContext,
  { caseId }: OpenCase,
  { passed, own }: Voided,
): Promise<Operation[]> {
  const { id, header } = passed;
  const { sequence } = header;
  const origin = own ? 'own' : 'partner';
  const stored = await repository.inChain(caseId, origin, sequence);
  if (stored !== undefined) return [repository.putVoid(caseId, stored)];
  const facts = { itemId: id, void: true, unread: true } as const;
  return repository.putItem(caseId, { origin, sequence, facts, bytes: withholdBody(passed) });
}

function voidItem(open: OpenCase, { id, header }: Passed, own: boolean): KnownItem {
  const verb = open.items.get(id)?.verb ?? '';
  return { origin: own ? 'own' : 'partner', sequence: header.sequence, verb, entry: { id, header } };
}

function voidEvent({ id, header }: Passed, at: Time): RecordEvent {
  const detail: Record<string, Hex | number> = { caseId: header.caseId, sequence: header.sequence };
  return { type: 'item.void', at, subject: id, actor: header.recipient.party, detail };
}

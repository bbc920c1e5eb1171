import type { Case } from '../../protocol/case/case.ts';
import { ComityError } from '../../protocol/errors.ts';
import { deskKey } from '../../protocol/identity/desk.ts';
import { assembleItem, type Item } from '../../protocol/item/item.ts';
import { type OfficerSignature, verifyOfficers } from '../../protocol/item/officer-signature.ts';
import { isRejectionCode } from '../../protocol/rejection.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { RecordEvent } from '../storage/change.ts';
import type { CaseContext } from './case-context.ts';
import { itemEvent } from './case-events.ts';
import type { Officer, Parcel } from './dependencies.ts';
import type { SubmittedDraft } from './draft-repository.ts';
import { type DraftHeader, headerFor } from './header-for.ts';
import { addItem } from './machine.ts';
import { adopt, type KnownItem, type OpenCase } from './open-case.ts';
import type { Proposal } from './proposal.ts';
import { verbWord } from '../../protocol/convention/verb-word.ts';

/**
 * The act becomes an item: its place in the chain, the authority's signature, one commit with the parcel that
 * is queued and with what becomes of the draft; then memory, the sender, and whoever watches.
 *
 * @throws ComityError `not-permitted` if the officer's signature does not hold, and what the codecs throw.
 */
export async function release(
  context: CaseContext,
  open: OpenCase,
  proposal: Proposal,
): Promise<SubmittedDraft> {
  const at = context.clock.now();
  const item = signedItem(context, open, proposal, at);
  const { id, header, act } = item;
  const { sequence } = header;
  const known: KnownItem = { origin: 'own', sequence, verb: act.verb, entry: { id, header, act } };
  const { ownReference, officer, draftId } = proposal;
  const change = context.writer.summaryRows(open, {
    item: known,
    folded: addItem(open, known, context.pins),
    at,
    ...(ownReference !== undefined && { ownReference }),
  });
  const submitted = submittedAs(known, {
    officer,
    reference: referenceIn(change.folded, change.summary.opened),
  });
  const parcel: Parcel = { kind: 'item', itemId: id, item: item.bytes, header };
  await context.store.commit({
    operations: [
      ...context.writer.itemRows(open, known, item),
      ...change.operations,
      ...context.outbox.queue(open.partner, parcel, header.urgency).operations,
      ...(draftId === undefined ? [] : context.drafts.putSubmitted(draftId, submitted)),
    ],
    events: [sentEvent(item, proposal, at)],
  });
  adopt(open, { ...change, item: known });
  context.outbox.wake(open.partner);
  context.watchers.tell(itemEvent(change.summary, known.entry, at));
  return submitted;
}

/** What is remembered of an act that has become an item. */
export function submittedAs(
  { entry: { id, header }, verb }: KnownItem,
  { officer, reference }: { readonly officer: Officer; readonly reference: string },
): SubmittedDraft {
  const { caseId, sequence } = header;
  const { officerId } = officer;
  return { officerId, caseId, itemId: id, reference, sequence, verb: verbWord(verb) };
}

function signedItem(context: CaseContext, open: OpenCase, proposal: Proposal, at: Time): Item {
  const { certificate, signature, desk, parts } = proposal;
  const header = headerFor(context, open, proposal, at);
  const officers = [{ signature, certificate: certificate.signed }];
  assertSigned(context, officers, { header, proposal });
  return assembleItem({ header, parts, officers, authority: context.keys.authority(desk) });
}

/** As the partner will verify it, so that nothing leaves that would come back as a rejection. */
function assertSigned(
  { network, party, directory }: CaseContext,
  officers: readonly OfficerSignature[],
  { header, proposal }: { readonly header: DraftHeader; readonly proposal: Proposal },
): void {
  const { desks } = directory.own().profile;
  const { desk, parts } = proposal;
  const subject = { ...header, act: parts.actCommitment, body: parts.bodyCommitment };
  const authorityKey = (keyId: Hex, at: Time) => deskKey(desks, desk, keyId, at)?.publicKey;
  try {
    verifyOfficers(officers, subject, { network, party, desk, at: header.createdAt, authorityKey });
  } catch (cause) {
    if (!(cause instanceof ComityError) || !isRejectionCode(cause.code as string)) throw cause;
    const sentence = 'The signature is not yours over this act — sign exactly what the node has prepared.';
    throw new ComityError('not-permitted', sentence, { cause });
  }
}

function referenceIn(folded: Case | undefined, opened: { readonly reference: string } | undefined): string {
  if (folded === undefined || opened === undefined)
    throw new Error('an item of this node belongs to no case');
  return opened.reference;
}

function sentEvent({ id, header, act }: Item, proposal: Proposal, at: Time): RecordEvent {
  const { officer, anyway, acknowledged } = proposal;
  const { caseId, sequence } = header;
  const detail = {
    caseId,
    kind: act.kind,
    verb: act.verb,
    sequence,
    ...(anyway && { anyway }),
    ...(acknowledged.length > 0 && { acknowledged }),
  };
  return { type: 'item.sent', at, subject: id, actor: officer.officerId, detail };
}

import { certificateIdOf } from '../../protocol/identity/certificate.ts';
import { actCodec } from '../../protocol/item/act.ts';
import type { Envelope } from '../../protocol/item/envelope.ts';
import type { PartBytes } from '../../protocol/item/parts.ts';
import type { CaseContext } from './case-context.ts';
import type { Draft } from './draft-repository.ts';
import { claimsToOpen } from './machine.ts';
import { newCaseId } from './new-case-id.ts';
import type { KnownItem, OpenCase } from './open-case.ts';

/**
 * What an own item says, as a draft that its officer may look at and sign again; what opened a case opens
 * another one. None where its body was erased, or that officer may sign no more.
 */
export async function draftAgain(
  context: CaseContext,
  open: OpenCase,
  second: KnownItem,
): Promise<Draft | undefined> {
  const stored = await context.repository.envelope(second.entry.id);
  const parts = stored && partsOf(stored.envelope);
  const signing = stored && signedBy(context, stored.envelope);
  if (parts === undefined || signing === undefined) return undefined;
  const { kind, verb } = actCodec.decode(parts.actBytes);
  const { header } = second.entry;
  return {
    draftId: context.drafts.newId(),
    ...{ state: 'open', createdAt: context.clock.now(), partner: open.partner, kind, verb },
    ...signing,
    ...(await caseFor(context, open, second)),
    desk: header.sender.authority,
    recipient: header.recipient,
    urgency: header.urgency,
    itemsSeen: itemsSeen(open, second),
    acknowledged: [],
    ...parts,
  };
}

function partsOf({ actBytes, actSalt, bodyBytes, bodySalt }: Envelope): PartBytes | undefined {
  if (bodyBytes === undefined || bodySalt === undefined) return undefined;
  return { actBytes, actSalt, bodyBytes, bodySalt };
}

function signedBy(
  { officers }: CaseContext,
  { officers: [deciding] }: Envelope,
): Pick<Draft, 'officerId' | 'certificateId'> | undefined {
  const certificateId = deciding && certificateIdOf(deciding.certificate);
  const signing = certificateId === undefined ? undefined : officers.signingBy(certificateId);
  return signing && { officerId: signing.officer.id, certificateId: signing.certificate.certificateId };
}

async function caseFor(
  context: CaseContext,
  { caseId, summary }: OpenCase,
  { entry }: KnownItem,
): Promise<Pick<Draft, 'opening' | 'caseId' | 'reference'>> {
  if (claimsToOpen(entry)) return { opening: true, ...(await newCaseId(context, context.clock.now())) };
  return { opening: false, caseId, reference: summary?.opened?.reference ?? '' };
}

/** Items of the partner that its officer had before it. */
function itemsSeen({ items }: OpenCase, { entry: { header } }: KnownItem): number {
  return (header.seen === undefined ? undefined : items.get(header.seen)?.sequence) ?? 0;
}

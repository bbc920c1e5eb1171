import { nextChainFields, openingChainFields } from '../../protocol/case/chain-fields.ts';
import { currentPins } from '../../protocol/convention/instruments.ts';
import type { Address } from '../../protocol/item/address.ts';
import type { Header } from '../../protocol/item/header.ts';
import { COUNTS } from '../../protocol/limits.ts';
import type { Time } from '../../protocol/value.ts';
import type { CaseContext } from './case-context.ts';
import { type OpenCase, sideOf } from './open-case.ts';
import type { Proposal } from './proposal.ts';

/** A header without the commitments, which come from the parts. */
export type DraftHeader = Omit<Header, 'act' | 'body'>;

/**
 * The place of an act in its case, as it is now: next in this node's chain, behind what has been placed of
 * the other.
 */
export function headerFor(context: CaseContext, open: OpenCase, proposal: Proposal, at: Time): DraftHeader {
  const { network, directory } = context;
  const { recipient, urgency, attachments } = proposal;
  const place = placeIn(context, open);
  const before = open.chains.own.get(place.sequence - 1);
  // Along a chain time never goes back, whatever the clock says.
  const createdAt = Math.max(at, before?.entry.header.createdAt ?? 0);
  return {
    network,
    sender: senderIn(context, open, proposal.desk),
    recipient,
    caseId: open.caseId,
    urgency,
    createdAt,
    expiresAt: createdAt + context.laneTimes[urgency].expiryMs,
    senderProfile: directory.own().digest,
    recipientProfile: directory.partner(open.partner).digest,
    ...place,
    voids: place.voids.slice(0, COUNTS.voids),
    attachments,
    extensions: [],
  };
}

function placeIn({ party }: CaseContext, { caseId, folded }: OpenCase) {
  if (folded === undefined) {
    const pins = currentPins();
    return { ...pins, ...openingChainFields(caseId, pins.instrument) };
  }
  const { instrument, catalogue } = folded;
  return { instrument, catalogue, ...nextChainFields(folded, sideOf(folded, party)) };
}

function senderIn({ party }: CaseContext, { folded }: OpenCase, authority: string): Address {
  const scope = folded?.[sideOf(folded, party)].scope;
  return { party, authority, ...(scope !== undefined && { scope }) };
}

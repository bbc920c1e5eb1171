import { setImmediate } from 'node:timers/promises';
import type { Submitted } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import { maySee, unknownCase } from './access.ts';
import { assertUnchanged } from './basis.ts';
import type { CaseContext } from './case-context.ts';
import type { Officer } from './dependencies.ts';
import { answerOf, type SubmittedDraft } from './draft-repository.ts';
import { assertAllowed } from './examine.ts';
import type { OpenCase } from './open-case.ts';
import { assertQuotesStandHere } from './quotes.ts';
import { isSubmitted, type Proposal, proposalOf, submittedSince, type SubmitRequest } from './proposal.ts';
import { assertNotRejected } from './rejected-opening.ts';
import { release, submittedAs } from './release.ts';
import { assertChainWhole } from './whole-chain.ts';

/**
 * Gives a signed act its place in the case and the authority's signature, and queues it, in one commit. The
 * same draft, or the same act, submitted again gets the same answer.
 *
 * 1. In the lane of the case: has it been submitted before?
 * 2. May this officer write in this case, and this node to this partner?
 * 3. Has the case changed since the officer looked, and do the rules still let the act go?
 * 4. The officer's signature, the place in the chain, the authority's signature, one commit (`release`).
 *
 * @throws ComityError `unknown-draft`, `unknown-case`, `not-permitted`, `case-changed`, `refused-by-rules`,
 * `opening-rejected`, `recovering`, `unavailable`, `low-space`, `usage`, and what the codecs throw.
 */
export async function submitAct(
  context: CaseContext,
  officer: Officer,
  request: SubmitRequest,
): Promise<Submitted> {
  return place(context, await proposalOf(context, officer, request));
}

/**
 * Several acts, each on its own: one that fails holds no other one back. In a case they take their places in
 * the order of the list; those of different cases go beside each other, and so share their commits.
 */
export async function submitEach(
  context: CaseContext,
  officer: Officer,
  requests: readonly SubmitRequest[],
): Promise<PromiseSettledResult<Submitted>[]> {
  const outcomes: Promise<PromiseSettledResult<Submitted>[]>[] = [];
  for (const request of requests) {
    // Between two acts all others have their turn. The next one is read only then, so that none overtakes.
    await setImmediate();
    const proposal = proposalOf(context, officer, request);
    outcomes.push(Promise.allSettled([proposal.then((read) => place(context, read))]));
    await Promise.allSettled([proposal]);
  }
  return (await Promise.all(outcomes)).flat();
}

async function place(context: CaseContext, proposal: Proposal | Submitted): Promise<Submitted> {
  if (isSubmitted(proposal)) return proposal;
  await context.store.assertRoom();
  await assertQuotesStandHere(context, proposal);
  return context.book.within(proposal.caseId, async (held) => {
    const before = (await submittedSince(context, proposal)) ?? sentBefore(held, proposal);
    if (before !== undefined) return answerOf(before);
    const open = held ?? (await context.writer.newCase(proposal.caseId, proposal.recipient.party));
    assertMayWrite(context, open, proposal);
    await assertNotRejected(context, open);
    if (open.folded !== undefined && !proposal.anyway) {
      const { itemsSeen, parts } = proposal;
      const { basis: digest } = parts.act;
      const seen = { ...(itemsSeen !== undefined && { itemsSeen }), ...(digest !== undefined && { digest }) };
      assertUnchanged(open.folded, context.party, seen);
    }
    assertAllowed(context, open, proposal);
    const submitted = await release(context, open, proposal);
    context.book.hold(open);
    return answerOf(submitted);
  });
}

/** The item that this very act has become: with random bytes in its commitment, no other act is like it. */
function sentBefore(open: OpenCase | undefined, { parts, officer }: Proposal): SubmittedDraft | undefined {
  const item = open?.sent.get(parts.actCommitment);
  const reference = open?.summary?.opened?.reference;
  if (item === undefined || reference === undefined) return undefined;
  return submittedAs(item, { officer, reference });
}

function assertMayWrite(context: CaseContext, open: OpenCase, proposal: Proposal): void {
  const { officer, certificate, desk, recipient, parts } = proposal;
  if (certificate.desk !== desk || !officer.desks.includes(desk)) {
    throw new ComityError('wrong-desk', `You do not act for the desk ${desk} — ask an officer of that desk.`);
  }
  if (open.summary === undefined) {
    if (parts.act.basis === undefined) return;
    throw unknownCase();
  }
  const { summary, folded, partner } = open;
  if (folded === undefined || !maySee(officer, summary) || recipient.party !== partner) throw unknownCase();
  assertChainWhole(context, open);
}

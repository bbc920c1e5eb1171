import type { SealedItem } from '../../protocol/item/item.ts';
import { type Admission, admitItem } from './admit.ts';
import type { Answer } from './answer-repository.ts';
import { answeredBefore } from './answered-before.ts';
import type { InboxDependencies } from './dependencies.ts';
import { answerWith, busy, type IncomingItem, type ItemAnswer } from './incoming-item.ts';
import type { PartnerLink } from './partner-inbox.ts';
import { signRejection } from './reject-item.ts';

/**
 * An item of this node that it lost, given back by the partner who has it, under the number that it once had.
 * It is verified like any other, and needs the partner's own answer to it; both are kept, and the answer is
 * its answer. Its time was judged when it was answered. A node that lost nothing takes nothing back.
 */
export async function takeBack(
  dependencies: InboxDependencies,
  link: PartnerLink,
  incoming: IncomingItem & { readonly sealed: SealedItem },
): Promise<ItemAnswer> {
  const { party, clock, isRecovering, cases, recall } = dependencies;
  const { deliver, opened, sealed, answered, withheld } = incoming;
  const refuse = (code: 'impostor' | 'unauthentic'): ItemAnswer => {
    const rejection = signRejection(dependencies, link, { code, itemId: sealed.id });
    return answerWith(incoming, { kind: 'rejection', rejection });
  };
  if (!isRecovering(link.party)) return refuse('impostor');
  const arrived = { opened, sender: party, recipient: link.party, withheld };
  const admission = admitItem(dependencies, arrived);
  if (admission.admitted === 'needs-profiles') return busy(incoming, { needProfiles: admission.needs });
  const between = { sealed, receiver: link.party, sender: party };
  const answer = answered && answeredBefore(dependencies, answered, between);
  const item = lost(admission, answer);
  if (item === undefined || answer === undefined) return refuse('unauthentic');
  const { operations, committed } = recall(link.party, item, deliver);
  await cases.takeBack(item, answer.kind, {
    operations: [link.answers.putToItem(sealed.id, answer), ...operations],
    events: [{ type: 'item.recovered', at: clock.now(), subject: sealed.id, actor: link.party }],
  });
  committed();
  return answerWith(incoming, answer);
}

/** What the partner rejected need be no more than authentic: it is void, whatever else is wrong with it. */
function lost(admission: Admission, answer: Answer | undefined): SealedItem | undefined {
  if (admission.admitted === 'verified') return admission.item;
  const isRejected = admission.admitted === 'refused' && answer?.kind === 'rejection';
  return isRejected ? admission.authentic : undefined;
}

import { toInstant } from '../../protocol/control/instant.ts';
import type { Reply } from '../../protocol/control/types.ts';
import type { CaseContext } from './case-context.ts';
import type { Officer } from './dependencies.ts';
import { unknownDraft } from './proposal.ts';
import { verbWord } from '../../protocol/convention/verb-word.ts';

/** The drafts of an officer that wait for a signature, newest first. */
export async function draftsOf({ drafts }: CaseContext, officer: Officer): Promise<Reply<'drafts.list'>> {
  const own = (await drafts.list()).filter(({ officerId }) => officerId === officer.officerId);
  const rows = own.map(({ draftId, reference, caseId, kind, verb, partner, urgency, createdAt, state }) => ({
    ...{ draftId, reference, caseId, kind, partner, urgency },
    verb: verbWord(verb),
    createdAt: toInstant(createdAt),
    held: state === 'held',
  }));
  return { rows };
}

/** Forgets a draft that was not submitted. @throws ComityError `unknown-draft` */
export async function removeDraft(context: CaseContext, officer: Officer, draftId: string): Promise<void> {
  const draft = await context.drafts.get(draftId);
  if (draft?.officerId !== officer.officerId) throw unknownDraft();
  await context.store.commit({ operations: [context.drafts.remove(draftId)] });
}

/** Forgets drafts that no officer will sign any more, and old answers. How many drafts there were. */
export async function sweepDrafts({ drafts, store }: CaseContext): Promise<number> {
  const expired = await drafts.expired();
  if (expired.operations.length > 0) await store.commit({ operations: expired.operations });
  return expired.drafts;
}

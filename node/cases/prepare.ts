import { ComityError } from '../../protocol/errors.ts';
import type { Prepared } from '../../protocol/control/types.ts';
import { languageOf } from '../../protocol/convention/say.ts';
import { type Parts, sealParts } from '../../protocol/item/parts.ts';
import type { CaseContext } from './case-context.ts';
import type { HeldCertificate, Officer } from './dependencies.ts';
import type { Draft } from './draft-repository.ts';
import { intentOf, type Intent } from './intent.ts';
import { newCaseId } from './new-case-id.ts';
import type { PrepareRequest } from './place-of.ts';
import { otherSideOf, sideOf } from './open-case.ts';
import {
  caseProblems,
  holdsBack,
  type Message,
  type Problem,
  problemsOf,
  refusedByRules,
  regimeOf,
  verbsAllowed,
} from './problems.ts';
import { summaryOf } from './summary-of.ts';
import { verbWord } from '../../protocol/convention/verb-word.ts';

/**
 * Checks all that can be checked before anybody signs, and keeps a draft of exactly what the officer will
 * sign. With `check` nothing is kept, and what stands against it is told, not thrown.
 *
 * @throws ComityError `refused-by-rules` with all problems and, in a case, the verbs that it allows;
 * `unknown-kind`, `unknown-verb`, `unknown-case`, `unknown-state`, `wrong-desk`, `not-permitted`,
 * `low-space`, `usage`.
 */
export async function prepareAct(
  context: CaseContext,
  officer: Officer,
  request: PrepareRequest,
): Promise<Prepared> {
  const intent = await intentOf(context, officer, request);
  const { message } = intent;
  const found = problemsOf(message);
  const holding = found.filter(holdsBack(request.acknowledge ?? []));
  const warnings = found.filter((problem) => !holding.includes(problem));
  const { problems, verbs } = withWayOut(message, holding);
  const answer = { problems, warnings, summary: summaryOf(intent), ...(verbs !== undefined && { verbs }) };
  if (request.check === true) return answer;
  if (problems.length > 0) throw refusedByRules(problems, verbs);
  await context.store.assertRoom();
  const draft = await draftOf(context, officer, { intent, request });
  await context.store.commit({ operations: [context.drafts.put(draft)] });
  return { ...answer, draft: viewOf(context, draft) };
}

/**
 * In a case, what holds a message back goes with what may be said. Of one that may not be said at all, no
 * more than that is told: its form need not be mended.
 */
function withWayOut(message: Message, problems: Problem[]): Pick<Prepared, 'problems' | 'verbs'> {
  const { folded, own, verb, at, bodyLanguage } = message;
  if (folded === undefined || problems.length === 0) return { problems };
  const verbs = verbsAllowed(folded, own.party, at);
  const allowed = verbs.some((entry) => entry.verb === verbWord(verb));
  return { problems: allowed ? problems : caseProblems(message, languageOf(bodyLanguage)), verbs };
}

interface Asked {
  readonly intent: Intent;
  readonly request: PrepareRequest;
}

async function draftOf(context: CaseContext, officer: Officer, { intent, request }: Asked): Promise<Draft> {
  const { message, reference, ownReference } = intent;
  const { kind, verb, urgency, desk, recipient, folded, at } = message;
  const { certificateId } = certificateFor(context, officer, desk);
  const named = folded === undefined ? await newCaseId(context, at) : { caseId: folded.caseId, reference };
  const { actBytes, actSalt, bodyBytes, bodySalt } = partsOf(context, intent);
  const partner = folded && otherSideOf(sideOf(folded, context.party));
  return {
    draftId: context.drafts.newId(),
    state: 'open',
    officerId: officer.officerId,
    createdAt: at,
    caseId: named.caseId,
    opening: folded === undefined,
    reference: named.reference,
    partner: recipient.party,
    ...{ kind, verb, desk, certificateId, recipient, urgency },
    itemsSeen: partner === undefined ? 0 : (folded?.chains[partner].sequence ?? 0),
    acknowledged: request.acknowledge ?? [],
    ...(ownReference !== undefined && { ownReference }),
    ...{ actBytes, actSalt, bodyBytes, bodySalt },
  };
}

function partsOf({ clock }: CaseContext, intent: Intent): Parts {
  const { message, paragraphs, exercise, body } = intent;
  const { kind, verb, act, quotes, bodyLanguage, folded } = message;
  const { regime } = regimeOf(message);
  return sealParts(
    {
      ...{ kind, verb, paragraphs, exercise, content: act, quotes, extensions: [] },
      ...(folded === undefined ? regime !== undefined && { regime } : { basis: folded.digest }),
    },
    { language: bodyLanguage, content: body, extensions: [] },
    (length) => clock.randomBytes(length),
  );
}

function certificateFor({ officers }: CaseContext, officer: Officer, desk: string): HeldCertificate {
  const held = officers
    .byId(officer.officerId)
    ?.certificates.find((certificate) => certificate.desk === desk);
  if (held !== undefined && officers.signingBy(held.certificateId) !== undefined) return held;
  throw new ComityError(
    'not-permitted',
    `You hold no certificate of the desk ${desk} — log in again: comity login.`,
  );
}

function viewOf({ network }: CaseContext, draft: Draft): NonNullable<Prepared['draft']> {
  const { draftId, reference, desk, certificateId, kind, verb, urgency, caseId, recipient } = draft;
  return {
    ...{ draftId, reference, desk, certificateId, kind, urgency, network, caseId, recipient },
    verb: verbWord(verb),
    actBytes: base64url(draft.actBytes),
    actSalt: base64url(draft.actSalt),
    bodyBytes: base64url(draft.bodyBytes),
    bodySalt: base64url(draft.bodySalt),
    attachments: [],
  };
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url');
}

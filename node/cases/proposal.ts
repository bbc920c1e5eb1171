import type { Submitted, Request } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import { plain } from '../../protocol/hash.ts';
import type { Urgency } from '../../protocol/convention/instrument.ts';
import type { Signature } from '../../protocol/identity/keys.ts';
import { SUITES } from '../../protocol/ids.ts';
import type { Address } from '../../protocol/item/address.ts';
import { openParts, type Parts } from '../../protocol/item/parts.ts';
import type { Hex } from '../../protocol/value.ts';
import type { CaseContext } from './case-context.ts';
import type { HeldCertificate, Officer } from './dependencies.ts';
import { answerOf, type SubmittedDraft } from './draft-repository.ts';

export type SubmitRequest = Request<'acts.submit'>['body'];

/** An act with the officer's signature, on its way into a case. */
export interface Proposal {
  readonly officer: Officer;
  readonly certificate: HeldCertificate;
  readonly signature: Signature;
  readonly draftId?: string;
  readonly caseId: Hex;
  readonly recipient: Address;
  readonly desk: string;
  readonly urgency: Urgency;
  readonly parts: Parts;
  readonly attachments: readonly Hex[];
  /** Items of the partner that the officer had seen; absent where only the basis of the act tells. */
  readonly itemsSeen?: number;
  readonly acknowledged: readonly string[];
  readonly ownReference?: string;
  readonly anyway: boolean;
}

/**
 * What is submitted, from the draft that the node kept or from what the client made itself; or, for a draft
 * that has been submitted before, what became of it.
 *
 * @throws ComityError `unknown-draft`, `not-permitted`, `usage`, `malformed` or `too-large`.
 */
export async function proposalOf(
  context: CaseContext,
  officer: Officer,
  request: SubmitRequest,
): Promise<Proposal | Submitted> {
  if ((request.draftId === undefined) === (request.act === undefined)) {
    throw new ComityError('usage', 'Give either a draft or an act to submit, not both.');
  }
  if (request.act !== undefined)
    return { ...signedBy(context, officer, request), ...explicit(context, request.act) };
  const { draftId = '' } = request;
  const draft = await context.drafts.get(draftId);
  if (draft === undefined) return answerOf(await answeredDraft(context, officer, draftId));
  if (draft.officerId !== officer.officerId) throw unknownDraft();
  const parts = openParts(draft);
  const { caseId, recipient, desk, urgency, itemsSeen, acknowledged, ownReference } = draft;
  return {
    ...signedBy(context, officer, request),
    ...{ draftId, caseId, recipient, desk, urgency, itemsSeen, acknowledged, parts, attachments: [] },
    ...(ownReference !== undefined && { ownReference }),
  };
}

/** Whether the draft had been submitted before. */
export function isSubmitted(found: Proposal | Submitted): found is Submitted {
  return 'delivery' in found;
}

/** What became of a draft since it was read; undefined while it waits. */
export async function submittedSince(
  { drafts }: CaseContext,
  { draftId }: Proposal,
): Promise<SubmittedDraft | undefined> {
  return draftId === undefined ? undefined : drafts.submitted(draftId);
}

async function answeredDraft(
  { drafts }: CaseContext,
  { officerId }: Officer,
  draftId: string,
): Promise<SubmittedDraft> {
  const submitted = await drafts.submitted(draftId);
  if (submitted?.officerId !== officerId) throw unknownDraft();
  return submitted;
}

type Signing = Pick<Proposal, 'officer' | 'certificate' | 'signature' | 'anyway'>;

function signedBy(context: CaseContext, officer: Officer, request: SubmitRequest): Signing {
  const { signature, certificateId, anyway = false } = request;
  const signing = context.officers.signingBy(certificateId);
  if (signing?.officer.id !== officer.officerId) {
    const sentence = 'This certificate is not yours, or no longer holds — log in again: comity login.';
    throw new ComityError('not-permitted', sentence);
  }
  const value = fromBase64url(signature.value);
  const { certificate } = signing;
  return {
    officer,
    certificate,
    signature: { suite: SUITES.ed25519, keyId: signature.keyId, value },
    anyway,
  };
}

type ExplicitAct = NonNullable<SubmitRequest['act']>;

function explicit(
  { network }: CaseContext,
  act: ExplicitAct,
): Pick<Proposal, 'caseId' | 'recipient' | 'desk' | 'urgency' | 'parts' | 'attachments' | 'acknowledged'> {
  if (act.network !== network) {
    throw new ComityError(
      'usage',
      `This node belongs to the network ${network} — the act names another one.`,
    );
  }
  if (act.attachments.length > 0) {
    throw new ComityError(
      'unknown-attachment',
      'This node holds none of the attachments that the act names.',
    );
  }
  const parts = openParts({
    actBytes: fromBase64url(act.actBytes),
    actSalt: fromBase64url(act.actSalt),
    bodyBytes: fromBase64url(act.bodyBytes),
    bodySalt: fromBase64url(act.bodySalt),
  });
  const { party, authority, scope } = act.recipient;
  const recipient = { party, authority, ...(scope !== undefined && { scope }) };
  const { caseId, desk, urgency, attachments } = act;
  return { caseId, recipient, desk, urgency, parts, attachments, acknowledged: [] };
}

function fromBase64url(text: string): Uint8Array {
  return plain(Buffer.from(text, 'base64url'));
}

export function unknownDraft(): ComityError {
  return new ComityError('unknown-draft', 'You have no such draft — see: comity drafts.');
}

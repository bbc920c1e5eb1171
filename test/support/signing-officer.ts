import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Draft, Request, SessionView } from '../../protocol/control/types.ts';
import type { Signer } from '../../protocol/identity/keys.ts';
import { TAGS } from '../../protocol/ids.ts';
import type { Act } from '../../protocol/item/act.ts';
import { officerMessage } from '../../protocol/item/officer-signature.ts';
import { openParts, type PartBytes, type Parts, sealParts } from '../../protocol/item/parts.ts';
import { openKeyText } from '../../protocol/key-text.ts';
import type { Fields } from '../../protocol/value.ts';

export type SubmitBody = Request<'acts.submit'>['body'];

/** The session that an officer of a network on this machine has opened: it reads. */
export interface ReadingOfficer {
  readonly socketPath: string;
  readonly token: string;
  readonly session: SessionView;
}

/** And the key, which signs. */
export interface SigningOfficer extends ReadingOfficer {
  readonly signer: Signer;
}

export function sessionIn(folder: string): ReadingOfficer {
  return JSON.parse(readFileSync(join(folder, 'session.json'), 'utf8')) as ReadingOfficer;
}

/** Opens the officer's folder as `net up` has made it. */
export async function officerIn(folder: string): Promise<SigningOfficer> {
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const signer = await openKeyText(text('key.json'), 'officer', text('passphrase').trim());
  return { ...sessionIn(folder), signer };
}

/** The draft that the daemon has prepared, signed as it is. */
export function signedDraft({ signer }: SigningOfficer, draft: Draft): SubmitBody {
  const parts = openParts(decoded(draft));
  return { draftId: draft.draftId, ...signatureOver(signer, { draft, parts }) };
}

/**
 * Where an act of an officer's own making goes: a case as a draft names it, and the digest that was shown.
 */
export interface Place {
  readonly draft: Pick<
    Draft,
    'network' | 'caseId' | 'recipient' | 'desk' | 'urgency' | 'kind' | 'certificateId'
  >;
  readonly basis: string;
}

/** An act that the officer's own program has made and signed; the same bytes may be submitted again. */
export function signedAct(
  { signer }: SigningOfficer,
  { draft, basis }: Place,
  verb: string,
  { act = {}, body = {} }: { readonly act?: Fields; readonly body?: Fields },
): SubmitBody {
  const said: Act = {
    ...{ kind: draft.kind, verb, paragraphs: ['MLA-21'], exercise: false, basis },
    ...{ content: act, quotes: [], extensions: [] },
  };
  const parts = sealParts(said, { language: 'en', content: body, extensions: [] }, randomBytes);
  const { network, caseId, recipient, desk, urgency } = draft;
  return {
    act: { network, caseId, recipient, desk, urgency, attachments: [], ...encoded(parts) },
    ...signatureOver(signer, { draft, parts }),
  };
}

type Signature = Pick<SubmitBody, 'signature' | 'certificateId'>;

function signatureOver(signer: Signer, { draft, parts }: { draft: Place['draft']; parts: Parts }): Signature {
  const { network, caseId, recipient, certificateId } = draft;
  const { actCommitment: act, bodyCommitment: body } = parts;
  const { party, authority, scope } = recipient;
  const message = officerMessage({
    ...{ network, caseId, act, body, attachments: [] },
    recipient: { party, authority, ...(scope !== undefined && { scope }) },
  });
  const { keyId, value } = signer.sign(TAGS.signAct, ...message);
  return { signature: { keyId, value: Buffer.from(value).toString('base64url') }, certificateId };
}

type Encoded = Record<'actBytes' | 'actSalt' | 'bodyBytes' | 'bodySalt', string>;

function decoded(draft: Encoded): PartBytes {
  const bytes = (name: keyof Encoded): Uint8Array => new Uint8Array(Buffer.from(draft[name], 'base64url'));
  return {
    actBytes: bytes('actBytes'),
    actSalt: bytes('actSalt'),
    bodyBytes: bytes('bodyBytes'),
    bodySalt: bytes('bodySalt'),
  };
}

function encoded(parts: PartBytes): Encoded {
  const text = (name: keyof Encoded): string => Buffer.from(parts[name]).toString('base64url');
  return {
    actBytes: text('actBytes'),
    actSalt: text('actSalt'),
    bodyBytes: text('bodyBytes'),
    bodySalt: text('bodySalt'),
  };
}

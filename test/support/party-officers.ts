import type { Cases } from '../../node/cases/cases.ts';
import type { HeldCertificate, Officer } from '../../node/cases/dependencies.ts';
import { toHex } from '../../protocol/hash.ts';
import { SUITES, TAGS } from '../../protocol/ids.ts';
import { certificateIdOf, issueCertificate } from '../../protocol/identity/certificate.ts';
import type { Signer } from '../../protocol/identity/keys.ts';
import { officerMessage } from '../../protocol/item/officer-signature.ts';
import { openParts } from '../../protocol/item/parts.ts';
import type { Hex } from '../../protocol/value.ts';
import { signerFrom } from './profiles.ts';

export const CENTRAL = 'central-authority';
export const POLICE = 'police';

export type Draft = NonNullable<Awaited<ReturnType<Cases['prepare']>>['draft']>;
export type SubmitRequest = Parameters<Cases['submit']>[1];

/** An officer with the key that signs. */
export interface TestOfficer extends Officer {
  readonly name: string;
  readonly signer: Signer;
  readonly certificates: readonly HeldCertificate[];
}

export function authorityOf(code: string, desk: string): Signer {
  return signerFrom(desk === POLICE ? `${code} police` : `${code} authority`);
}

export function officerOf(code: string, name: string, desk: string): TestOfficer {
  const signer = signerFrom(`${code} ${name}`);
  const signedCertificate = issueCertificate(
    {
      ...{ network: 'test', party: code, desk, suite: SUITES.ed25519 },
      publicKey: toHex(signer.publicKey),
      function: 'officer',
      role: 'officer',
      from: Date.UTC(2026, 0, 1),
      until: Date.UTC(2030, 0, 1),
    },
    authorityOf(code, desk),
  );
  const certificate = { certificateId: certificateIdOf(signedCertificate), desk, signed: signedCertificate };
  const officerId = toHex(signer.publicKey.subarray(0, 16));
  return { officerId, name, signer, roles: ['officer'], desks: [desk], certificates: [certificate] };
}

/** Who signs by a certificate, as the register of officers says. */
export function signingBy(officers: readonly TestOfficer[], certificateId: Hex) {
  for (const officer of officers) {
    const certificate = officer.certificates.find((held) => held.certificateId === certificateId);
    if (certificate !== undefined) return { officer: { id: officer.officerId }, certificate };
  }
  return undefined;
}

/** What an officer's key makes of a draft, as the command line does. */
export function signDraft(
  {
    signer,
    certificates,
  }: Pick<TestOfficer, 'signer'> & {
    readonly certificates: readonly Pick<HeldCertificate, 'certificateId'>[];
  },
  draft: Draft,
): SubmitRequest {
  const [actBytes, actSalt, bodyBytes, bodySalt] = [
    draft.actBytes,
    draft.actSalt,
    draft.bodyBytes,
    draft.bodySalt,
  ].map((text) => new Uint8Array(Buffer.from(text, 'base64url')));
  const parts = openParts({
    actBytes: known(actBytes),
    actSalt: known(actSalt),
    bodyBytes: known(bodyBytes),
    bodySalt: known(bodySalt),
  });
  const { network, caseId, recipient, attachments, draftId } = draft;
  const { party, authority, scope } = recipient;
  const message = officerMessage({
    ...{ network, caseId, attachments },
    recipient: { party, authority, ...(scope !== undefined && { scope }) },
    act: parts.actCommitment,
    body: parts.bodyCommitment,
  });
  const { keyId, value } = signer.sign(TAGS.signAct, ...message);
  const signature = { keyId, value: Buffer.from(value).toString('base64url') };
  return { draftId, signature, certificateId: known(certificates[0]).certificateId };
}

export function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('not there');
  return value;
}

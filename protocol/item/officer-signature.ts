import { type OfficerCertificate, openCertificate } from '../identity/certificate.ts';
import { type PublicKey, type Signature, verifySignature } from '../identity/keys.ts';
import { type Signed, signatureIn, signatureOut, signedIn, signedOut } from '../identity/signed.ts';
import { fromHex, type Part } from '../hash.ts';
import { TAGS } from '../ids.ts';
import type { comity } from '../protobuf.ts';
import { rejection } from '../rejection.ts';
import type { Hex, Time } from '../value.ts';
import type { Address } from './address.ts';

/** What an officer decided or approved, with the certificate that says whose officer that is. */
export interface OfficerSignature {
  readonly signature: Signature;
  readonly certificate: Signed;
}

/** What an officer puts a name to: this act and this body, in this case, to this desk. */
export interface OfficerSubject {
  readonly network: string;
  readonly caseId: Hex;
  readonly recipient: Address;
  /** Commitments. */
  readonly act: Hex;
  readonly body: Hex;
  readonly attachments: readonly Hex[];
}

/** The parts that an officer signs under `TAGS.signAct`; an absent scope is an empty part. */
export function officerMessage(subject: OfficerSubject): Part[] {
  const { party, authority, scope } = subject.recipient;
  return [
    subject.network,
    fromHex(subject.caseId),
    party,
    authority,
    scope ?? '',
    fromHex(subject.act),
    fromHex(subject.body),
    ...subject.attachments.map(fromHex),
  ];
}

/** Whose officers may have signed, and when. */
export interface OfficerContext {
  readonly network: string;
  readonly party: string;
  readonly desk: string;
  readonly at: Time;
  /** The desk's authority key with this id, if it held at this time; undefined if there is none. */
  authorityKey(keyId: Hex, at: Time): PublicKey | undefined;
}

/**
 * Verifies certificate and signature of each officer, the deciding one first, no key twice.
 *
 * @throws ComityError `unauthentic`, `unknown-suite` or `malformed`.
 */
export function verifyOfficers(
  officers: readonly OfficerSignature[],
  subject: OfficerSubject,
  context: OfficerContext,
): OfficerCertificate[] {
  if (officers.length === 0) throw rejection('unauthentic', { where: 'officers', why: 'nobody decided it' });
  const keys = new Set(officers.map(({ signature }) => signature.keyId));
  if (keys.size < officers.length)
    throw rejection('malformed', { where: 'officers', why: 'one signs twice' });
  const message = officerMessage(subject);
  return officers.map(({ signature, certificate: signed }) => {
    const certificate = certificateFor(signed, context);
    if (!verifySignature(certificate.publicKey, TAGS.signAct, signature, ...message)) {
      throw rejection('unauthentic', { where: 'officers', why: 'the signature does not hold' });
    }
    return certificate;
  });
}

function certificateFor(signed: Signed, context: OfficerContext): OfficerCertificate {
  const certificate = openCertificate(signed, (keyId, at) => context.authorityKey(keyId, at));
  const { network, party, desk, from, until } = certificate;
  if (network !== context.network || party !== context.party || desk !== context.desk) {
    throw rejection('unauthentic', { where: 'certificate', why: 'is of another desk' });
  }
  if (context.at < from || context.at >= until) {
    throw rejection('unauthentic', { where: 'certificate', why: 'does not hold at that time' });
  }
  return certificate;
}

export function officerOut(officer: OfficerSignature, where: string): comity.OfficerSignature.$Properties {
  return {
    signature: signatureOut(officer.signature, where),
    certificate: signedOut(officer.certificate, where),
  };
}

export function officerIn(wire: comity.OfficerSignature.$Properties): OfficerSignature {
  return { signature: signatureIn(wire.signature ?? {}), certificate: signedIn(wire.certificate ?? {}) };
}

import type { Signer } from '../identity/keys.ts';
import type { Signed } from '../identity/signed.ts';
import { TAGS } from '../ids.ts';
import type { Hex } from '../value.ts';
import { envelopeCodec } from './envelope.ts';

export interface Resealing {
  /** Whether the authority's key with this id is revoked. */
  readonly isRevoked: (keyId: Hex) => boolean;
  /** The authority's present key. */
  readonly authority: Signer;
}

/**
 * The same item, signed again where the authority's key was revoked before anybody had receipted it: header,
 * act, body and what the officers signed stay as they are, and so does the item's id.
 */
export function resealEnvelope(bytes: Uint8Array, resealing: Resealing): Uint8Array {
  const { isRevoked, authority } = resealing;
  const envelope = envelopeCodec.decode(bytes);
  const stale = isRevoked(envelope.authority.keyId);
  const officers = envelope.officers.map((officer) => ({
    ...officer,
    certificate: resealCertificate(officer.certificate, resealing),
  }));
  return envelopeCodec.encode({
    ...envelope,
    officers,
    ...(stale && { authority: authority.sign(TAGS.signHeader, envelope.headerBytes) }),
  });
}

/** The same certificate by the authority's present key, if the one that issued it is revoked. */
export function resealCertificate(certificate: Signed, { isRevoked, authority }: Resealing): Signed {
  if (!isRevoked(certificate.signature.keyId)) return certificate;
  const { statement } = certificate;
  return { statement, signature: authority.sign(TAGS.signCertificate, statement) };
}

import { actsInCases, CASE_ROLES } from '../../protocol/control/roles.ts';
import { certificateIdOf, issueCertificate, readCertificate } from '../../protocol/identity/certificate.ts';
import type { Signer } from '../../protocol/identity/keys.ts';
import { SUITES } from '../../protocol/ids.ts';
import { resealCertificate } from '../../protocol/item/reseal.ts';
import type { Hex, Time } from '../../protocol/value.ts';
import type { IssuedCertificate, Officer } from './officer.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long a certificate is good for: long enough that nobody notices, short enough that a lost one ends. */
const VALID_MS = 365 * DAY_MS;
/** One that ends sooner than this is issued anew at the next login. */
const RENEW_MS = 30 * DAY_MS;
/** Our clock may be set back a little; an act made then is still this officer's. */
const BACKDATE_MS = 60 * 60 * 1000;

export interface Certifier {
  readonly network: string;
  readonly party: string;
  /** The authority key of a desk and since when it stands in the profile, if this node serves the desk. */
  authorityOf(desk: string): { readonly signer: Signer; readonly from: Time } | undefined;
  isRevoked(desk: string, keyId: Hex): boolean;
}

/** The same certificate by the desk's present key, where the one that issued it is revoked. */
export function current(held: IssuedCertificate, certifier: Certifier): IssuedCertificate {
  const { desk, signed } = held;
  const isRevoked = (keyId: Hex): boolean => certifier.isRevoked(desk, keyId);
  const authority = isRevoked(signed.signature.keyId) ? certifier.authorityOf(desk)?.signer : undefined;
  return authority === undefined
    ? held
    : { ...held, signed: resealCertificate(signed, { isRevoked, authority }) };
}

/**
 * The certificates that an officer should hold now: for each of the officer's desks the one on file if it is
 * by the desk's present key, says what the officer is, and lasts; else a new one. None for who acts in no
 * case.
 */
export function certify(officer: Officer, certifier: Certifier, now: Time): readonly IssuedCertificate[] {
  const { publicKey } = officer;
  if (publicKey === undefined || !actsInCases(officer.roles)) return [];
  const role = CASE_ROLES.find((acting) => officer.roles.includes(acting)) ?? 'officer';
  return officer.desks.flatMap((desk) => {
    const authority = certifier.authorityOf(desk);
    if (authority === undefined) return [];
    const { signer } = authority;
    const held = officer.certificates.find((certificate) => certificate.desk === desk);
    if (held !== undefined && isGood(held, signer, role, now)) return [held];
    const from = Math.max(now - BACKDATE_MS, authority.from);
    const until = now + VALID_MS;
    const { network, party } = certifier;
    const statement = {
      network,
      party,
      desk,
      suite: SUITES.ed25519,
      publicKey,
      function: officer.function,
      role,
    };
    const signed = issueCertificate({ ...statement, from, until }, signer);
    return [{ certificateId: certificateIdOf(signed), desk, from, until, signed }];
  });
}

function isGood(held: IssuedCertificate, signer: Signer, role: string, now: Time): boolean {
  return (
    held.signed.signature.keyId === signer.keyId &&
    held.until - now > RENEW_MS &&
    readCertificate(held.signed).role === role
  );
}

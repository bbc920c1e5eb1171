import type { Role } from '../../protocol/control/roles.ts';
import type { Signed } from '../../protocol/identity/signed.ts';
import type { Hex, Time } from '../../protocol/value.ts';

/** A certificate that the node has given an officer, as it travels with an act. */
export interface IssuedCertificate {
  readonly certificateId: Hex;
  readonly desk: string;
  readonly from: Time;
  readonly until: Time;
  readonly signed: Signed;
}

/**
 * A person who was admitted by the fingerprint of a key. The key itself comes with the first login, which
 * proves that it is the one with this fingerprint and that whoever logs in holds it.
 */
export interface Officer {
  /** Random; the record names officers by it. */
  readonly id: Hex;
  readonly name: string;
  /** What an act says of the officer, beside the role: `legal officer`. It names nobody. */
  readonly function: string;
  readonly roles: readonly Role[];
  readonly desks: readonly string[];
  readonly fingerprint: string;
  readonly addedAt: Time;
  readonly publicKey?: Hex;
  readonly keyId?: Hex;
  readonly removedAt?: Time;
  readonly lastLoginAt?: Time;
  readonly certificates: readonly IssuedCertificate[];
}

/** Who asks for something over the control API. */
export interface Caller {
  readonly officer: Officer;
  /** Names the session; not its token. */
  readonly sessionId: Hex;
  readonly expiresAt: Time;
}

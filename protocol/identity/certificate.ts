import { defineCodec } from '../codec.ts';
import { digest } from '../hash.ts';
import { TAGS } from '../ids.ts';
import { SIZES } from '../limits.ts';
import { comity } from '../protobuf.ts';
import { rejection } from '../rejection.ts';
import { bytesOut, codeOut, demand, hexIn, idOut, lineOut, numberIn, textIn, timeOut } from '../shape.ts';
import type { Hex, Time } from '../value.ts';
import { assertStrongKey, keyIdOf, type PublicKey } from './keys.ts';
import { createMemo } from './memo.ts';
import { defineStatement, type Signed, suiteOut } from './signed.ts';

/** What an authority says of an officer's key. It carries no name; function and role only. */
export interface OfficerCertificate {
  readonly network: string;
  readonly party: string;
  readonly desk: string;
  readonly suite: number;
  readonly publicKey: Hex;
  readonly function: string;
  readonly role: string;
  readonly from: Time;
  /** The first moment at which it no longer holds. */
  readonly until: Time;
}

export const certificateCodec = defineCodec<
  OfficerCertificate,
  comity.OfficerCertificate.$Properties,
  comity.OfficerCertificate
>({
  name: 'OfficerCertificate',
  message: comity.OfficerCertificate,
  bytesMax: SIZES.certificateBytesMax,
  toWire: (certificate) => {
    demand(certificate.from < certificate.until, 'certificate.until', 'must come after from');
    return {
      network: idOut(certificate.network, 'certificate.network'),
      party: idOut(certificate.party, 'certificate.party'),
      desk: idOut(certificate.desk, 'certificate.desk'),
      suite: suiteOut(certificate.suite, 'certificate.suite'),
      publicKey: bytesOut(certificate.publicKey, 32, 'certificate.publicKey'),
      function: lineOut(certificate.function, 'certificate.function'),
      role: codeOut(certificate.role, 'certificate.role'),
      from: timeOut(certificate.from, 'certificate.from'),
      until: timeOut(certificate.until, 'certificate.until'),
    };
  },
  fromWire: (wire) => ({
    network: textIn(wire.network),
    party: textIn(wire.party),
    desk: textIn(wire.desk),
    suite: numberIn(wire.suite),
    publicKey: hexIn(wire.publicKey),
    function: textIn(wire.function),
    role: textIn(wire.role),
    from: numberIn(wire.from),
    until: numberIn(wire.until),
  }),
});

const statement = defineStatement(TAGS.signCertificate, certificateCodec);

/** Signed by the authority key of the officer's desk. */
export const issueCertificate = statement.sign;

/** Without verifying: to learn of whom it speaks. */
export const readCertificate = statement.read;

const read = createMemo<OfficerCertificate>(4096);
const verified = createMemo<OfficerCertificate>(4096);

/** The authority's key with this id, if it held at this time. */
export type FindKey = (keyId: Hex, at: Time) => PublicKey | undefined;

/**
 * Verifies the certificate against the key that its authority had when it began, and refuses a weak officer's
 * key. The same certificate comes with every act, and is verified once.
 *
 * @throws ComityError `unauthentic`, `unknown-suite`, `malformed` or `too-large`.
 */
export function openCertificate(signed: Signed, findKey: FindKey): OfficerCertificate {
  const { suite, keyId, value } = signed.signature;
  // All bytes of it, not their digest, which would take longer to make than all else here.
  const name = [suite, keyId, value.length, textOf(value), textOf(signed.statement)].join();
  const { from } = read.get(name, () => statement.read(signed));
  const key = findKey(keyId, from);
  if (key === undefined) {
    throw rejection('unauthentic', { where: 'certificate', why: 'the authority had no such key' });
  }
  return verified.get(`${name}${keyIdOf(key)}`, () => {
    const certificate = statement.open(signed, key);
    assertStrongKey(certificate.publicKey);
    return certificate;
  });
}

/** One character for each byte. */
function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** Names a certificate: SHA-256(tag, statement). */
export function certificateIdOf(signed: Signed): Hex {
  return digest(TAGS.certificate, signed.statement);
}

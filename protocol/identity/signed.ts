import { type Codec, defineCodec } from '../codec.ts';
import { SUITES, type Tag } from '../ids.ts';
import { SIZES } from '../limits.ts';
import { comity } from '../protobuf.ts';
import { rejection } from '../rejection.ts';
import { demand, digestOut, hexIn, numberIn, opaqueIn } from '../shape.ts';
import { type PublicKey, type Signature, type Signer, verifySignature } from './keys.ts';

/** Bytes as received, with one signature over them. */
export interface Signed {
  readonly statement: Uint8Array;
  readonly signature: Signature;
}

/** One kind of signed statement: its shape, and the tag that keeps its signatures apart from all others. */
export interface Statement<T> {
  readonly sign: (value: T, signer: Signer) => Signed;
  /**
   * Verifies, then decodes.
   *
   * @throws ComityError `unauthentic`, `unknown-suite`, `malformed` or `too-large`.
   */
  readonly open: (signed: Signed, publicKey: PublicKey) => T;
  /**
   * Decodes once, asks whose key it must hold under, and verifies; undefined if there is no such key.
   *
   * @throws ComityError as `open` does.
   */
  readonly openBy: (signed: Signed, keyFor: (unproven: T) => PublicKey | undefined) => T | undefined;
  /**
   * Decodes without verifying: for what this node has verified and stored, or to learn whose key to look for.
   */
  readonly read: (signed: Signed) => T;
}

export function defineStatement<T>(tag: Tag, codec: Codec<T>): Statement<T> {
  const assertHolds = ({ statement, signature }: Signed, publicKey: PublicKey): void => {
    if (!verifySignature(publicKey, tag, signature, statement)) {
      throw rejection('unauthentic', { where: codec.name });
    }
  };
  return {
    sign: (value, signer) => {
      const statement = codec.encode(value);
      return { statement, signature: signer.sign(tag, statement) };
    },
    open: (signed, publicKey) => {
      const { statement } = signed;
      if (statement.length > codec.bytesMax) throw rejection('too-large', { where: codec.name });
      assertHolds(signed, publicKey);
      return codec.decode(statement);
    },
    openBy: (signed, keyFor) => {
      const unproven = codec.decode(signed.statement);
      const key = keyFor(unproven);
      if (key === undefined) return undefined;
      assertHolds(signed, key);
      return unproven;
    },
    read: ({ statement }) => codec.decode(statement),
  };
}

/** @throws ComityError `unknown-suite` */
export function suiteOut(suite: number, where: string): number {
  if (suite !== SUITES.ed25519) throw rejection('unknown-suite', { where, suite });
  return suite;
}

export function signatureOut(signature: Signature, where: string): comity.Signature.$Properties {
  demand(signature.value.length === 64, where, 'must be a signature of 64 bytes');
  return {
    suite: suiteOut(signature.suite, where),
    keyId: digestOut(signature.keyId, where),
    value: signature.value,
  };
}

export function signatureIn(wire: comity.Signature.$Properties): Signature {
  return { suite: numberIn(wire.suite), keyId: hexIn(wire.keyId), value: opaqueIn(wire.value) };
}

export function signedOut(signed: Signed, where: string): comity.Signed.$Properties {
  demand(signed.statement.length > 0, where, 'is missing');
  return { statement: signed.statement, signature: signatureOut(signed.signature, where) };
}

export function signedIn(wire: comity.Signed.$Properties): Signed {
  return { statement: opaqueIn(wire.statement), signature: signatureIn(wire.signature ?? {}) };
}

/** A statement with its signature, as bytes: for rows, and where both are hashed. */
export const signedCodec: Codec<Signed> = defineCodec({
  name: 'Signed',
  message: comity.Signed,
  bytesMax: SIZES.receiptBytesMax + SIZES.signatureBytesMax,
  toWire: (signed: Signed) => signedOut(signed, 'signed'),
  fromWire: signedIn,
});

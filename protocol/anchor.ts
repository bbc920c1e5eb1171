import { defineCodec } from './codec.ts';
import { digest } from './hash.ts';
import { defineStatement, type Signed, signedCodec } from './identity/signed.ts';
import { TAGS } from './ids.ts';
import { SIZES } from './limits.ts';
import { comity } from './protobuf.ts';
import { demand, digestOut, hexIn, idOut, numberIn, textIn, timeOut } from './shape.ts';
import type { Hex, Time } from './value.ts';

/**
 * What a partner countersigns once a day: it fixes the past of a record and tells nothing of size or
 * activity.
 */
export interface Anchor {
  readonly network: string;
  /** The party whose record it fixes. */
  readonly party: string;
  /** `anchorDigest` of the signed checkpoint. */
  readonly digest: Hex;
  readonly at: Time;
}

export const anchorCodec = defineCodec<Anchor, comity.Anchor.$Properties, comity.Anchor>({
  name: 'Anchor',
  message: comity.Anchor,
  bytesMax: SIZES.checkpointBytesMax,
  toWire: (anchor) => ({
    network: idOut(anchor.network, 'anchor.network'),
    party: idOut(anchor.party, 'anchor.party'),
    digest: digestOut(anchor.digest, 'anchor.digest'),
    at: timeOut(anchor.at, 'anchor.at'),
  }),
  fromWire: (wire) => ({
    network: textIn(wire.network),
    party: textIn(wire.party),
    digest: hexIn(wire.digest),
    at: numberIn(wire.at),
  }),
});

const statement = defineStatement(TAGS.signAnchor, anchorCodec);

/** Signed by the record key of the partner's node. */
export const signAnchor = statement.sign;

/** Verifies against the partner's record key, then decodes. @throws ComityError */
export const openAnchor = statement.open;

/** SHA-256(tag, 32 random bytes, signed checkpoint): what stands in an anchor. */
export function anchorDigest(salt: Uint8Array, checkpoint: Signed): Hex {
  demand(salt.length === 32, 'salt', 'must have 32 bytes');
  return digest(TAGS.anchor, salt, signedCodec.encode(checkpoint));
}

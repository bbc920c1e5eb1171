import { defineCodec } from './codec.ts';
import type { PublicKey, Signer } from './identity/keys.ts';
import { defineStatement, type Signed } from './identity/signed.ts';
import { sha256 } from './hash.ts';
import { TAGS } from './ids.ts';
import { SIZES } from './limits.ts';
import { leafHash } from './merkle.ts';
import { comity } from './protobuf.ts';
import { digestOut, hexIn, idOut, numberIn, numberOut, textIn, timeOut } from './shape.ts';
import type { Hex, Time } from './value.ts';

/** How far a node's own record is (`wire.md`, section 8): all entries up to `size` are fixed by `root`. */
export interface Checkpoint {
  readonly network: string;
  readonly party: string;
  readonly size: number;
  readonly root: Hex;
  readonly at: Time;
}

export const checkpointCodec = defineCodec<Checkpoint, comity.Checkpoint.$Properties, comity.Checkpoint>({
  name: 'Checkpoint',
  message: comity.Checkpoint,
  bytesMax: SIZES.checkpointBytesMax,
  toWire: (checkpoint) => ({
    network: idOut(checkpoint.network, 'checkpoint.network'),
    party: idOut(checkpoint.party, 'checkpoint.party'),
    size: numberOut(checkpoint.size, 'checkpoint.size'),
    root: digestOut(checkpoint.root, 'checkpoint.root'),
    at: timeOut(checkpoint.at, 'checkpoint.at'),
  }),
  fromWire: (wire) => ({
    network: textIn(wire.network),
    party: textIn(wire.party),
    size: numberIn(wire.size),
    root: hexIn(wire.root),
    at: numberIn(wire.at),
  }),
});

const statement = defineStatement(TAGS.signCheckpoint, checkpointCodec);

/**
 * The leaf that stands for an event in a node's record. The salt keeps an event that can be guessed from
 * being guessed once it is erased.
 */
export function recordLeaf(salt: Uint8Array, event: Uint8Array): Uint8Array {
  return leafHash(sha256(TAGS.recordLeaf, salt, event));
}

/** Signed by the record key of the node. */
export function signCheckpoint(checkpoint: Checkpoint, signer: Signer): Signed {
  return statement.sign(checkpoint, signer);
}

/**
 * Verifies against the record key, then decodes. @throws ComityError `unauthentic`, `malformed` or
 * `too-large`.
 */
export function openCheckpoint(signed: Signed, recordKey: PublicKey): Checkpoint {
  return statement.open(signed, recordKey);
}

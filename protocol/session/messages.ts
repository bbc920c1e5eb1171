import { defineCodec } from '../codec.ts';
import { COUNTS, FRAME_BYTES_MAX, SIZES } from '../limits.ts';
import { comity } from '../protobuf.ts';
import { rejection } from '../rejection.ts';
import {
  ascending,
  demand,
  hexIn,
  idOut,
  ifGiven,
  integerOut,
  listOut,
  numberIn,
  numberOut,
  opaqueIn,
  present,
  randomIdOut,
  textIn,
} from '../shape.ts';
import type { Hex } from '../value.ts';
import {
  type LinkState,
  linkIn,
  linkOut,
  type ProfileVersion,
  profileVersionsOut,
  profileVersionIn,
} from './link-state.ts';

/**
 * First frame in each direction, in clear inside Noise: the dialler gives a key, the other a ciphertext under
 * it.
 */
export interface Hello {
  readonly network: string;
  /** Sixteen random bytes, drawn when the node's process started. */
  readonly bootId: Hex;
  /** Session versions on offer, ascending. */
  readonly versions: readonly number[];
  /** ML-KEM-768, 1,184 bytes. */
  readonly kemPublicKey?: Uint8Array;
  /** 1,088 bytes. */
  readonly kemCiphertext?: Uint8Array;
}

/** What each side has, said once when the session opens. */
export interface SessionState {
  /** Ascending by party. */
  readonly profiles: readonly ProfileVersion[];
  /** What this side has sent, by epoch, ascending: the watermark is the last number given. */
  readonly outgoing: readonly LinkState[];
  /** What this side has of the other's links. */
  readonly incoming: readonly LinkState[];
  /** This side was restored and asks for what it has lost. */
  readonly recovering: boolean;
}

/** Every later frame. A keepalive is an empty one. */
export type SessionFrame =
  | { readonly kind: 'keepalive' }
  | { readonly kind: 'state'; readonly state: SessionState }
  | { readonly kind: 'ping'; readonly nonce: number }
  /** With the clock of whoever answers, in whole seconds since 1970. */
  | { readonly kind: 'pong'; readonly nonce: number; readonly atSeconds: number };

const kemPublicKeyBytes = 1184;
const kemCiphertextBytes = 1088;

/** @throws ComityError `malformed` or `too-large`. */
export const helloCodec = defineCodec<Hello, comity.Hello.$Properties, comity.Hello>({
  name: 'Hello',
  message: comity.Hello,
  bytesMax: SIZES.helloBytesMax,
  toWire: ({ network, bootId, versions, kemPublicKey, kemCiphertext }) => {
    demand(
      (kemPublicKey === undefined) !== (kemCiphertext === undefined),
      'hello',
      'has one half of the exchange',
    );
    demand(versions.length > 0 && ascending(versions), 'hello.versions', 'must ascend');
    lengthOut(kemPublicKey, kemPublicKeyBytes, 'hello.kemPublicKey');
    lengthOut(kemCiphertext, kemCiphertextBytes, 'hello.kemCiphertext');
    return {
      network: idOut(network, 'hello.network'),
      bootId: randomIdOut(bootId, 'hello.bootId'),
      versions: listOut(versions, COUNTS.versions, 'hello.versions', (version, where) =>
        integerOut(version, 1, 0xffff_ffff, where),
      ),
      ...(kemPublicKey && { kemPublicKey }),
      ...(kemCiphertext && { kemCiphertext }),
    };
  },
  fromWire: (wire) => ({
    network: textIn(wire.network),
    bootId: hexIn(wire.bootId),
    versions: wire.versions,
    ...ifGiven('kemPublicKey', wire.kemPublicKey, opaqueIn),
    ...ifGiven('kemCiphertext', wire.kemCiphertext, opaqueIn),
  }),
});

function lengthOut(bytes: Uint8Array | undefined, length: number, where: string): void {
  demand(bytes === undefined || bytes.length === length, where, `must have ${length} bytes`);
}

/** @throws ComityError `malformed` or `too-large`. */
export const sessionFrameCodec = defineCodec<
  SessionFrame,
  comity.SessionFrame.$Properties,
  comity.SessionFrame
>({
  name: 'SessionFrame',
  message: comity.SessionFrame,
  bytesMax: FRAME_BYTES_MAX.session,
  fieldsMax: 32_768,
  toWire: (frame) => {
    switch (frame.kind) {
      case 'keepalive':
        return {};
      case 'state':
        return { state: stateOut(frame.state) };
      case 'ping':
        return { ping: { nonce: numberOut(frame.nonce, 'ping.nonce') } };
      case 'pong':
        return {
          pong: { nonce: numberOut(frame.nonce, 'pong.nonce'), at: numberOut(frame.atSeconds, 'pong.at') },
        };
    }
  },
  fromWire: (wire) => {
    switch (wire.kind ?? 'none') {
      case 'state':
        return { kind: 'state', state: stateIn(present(wire.state, 'state')) };
      case 'ping':
        return { kind: 'ping', nonce: numberIn(wire.ping?.nonce) };
      case 'pong':
        return { kind: 'pong', nonce: numberIn(wire.pong?.nonce), atSeconds: numberIn(wire.pong?.at) };
      case 'none':
        return { kind: 'keepalive' };
    }
  },
});

function stateOut(state: SessionState): comity.State.$Properties {
  const { outgoing, incoming, recovering } = state;
  const ranges = [...outgoing, ...incoming].reduce((sum, link) => sum + link.ranges.length, 0);
  if (ranges > COUNTS.stateRanges) throw rejection('too-large', { where: 'state', ranges });
  return {
    profiles: profileVersionsOut(state.profiles, 'state.profiles'),
    outgoing: linksOut(outgoing, 'state.outgoing'),
    incoming: linksOut(incoming, 'state.incoming'),
    recovering,
  };
}

function linksOut(links: readonly LinkState[], where: string): comity.LinkState.$Properties[] {
  demand(ascending(links.map(({ epoch }) => epoch)), where, 'must ascend by epoch');
  return listOut(links, COUNTS.epochs, where, linkOut);
}

function stateIn(wire: comity.State.$Properties): SessionState {
  return {
    profiles: (wire.profiles ?? []).map(profileVersionIn),
    outgoing: (wire.outgoing ?? []).map(linkIn),
    incoming: (wire.incoming ?? []).map(linkIn),
    recovering: wire.recovering === true,
  };
}

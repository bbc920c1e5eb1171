import { ComityError } from '../errors.ts';
import type { FrameChannel } from '../frames.ts';
import { type ProtocolName, SESSION_VERSIONS } from '../ids.ts';
import type { Hex } from '../value.ts';
import { channelKeys, type Opener, type SessionSecret } from './key-schedule.ts';
import { type Hello, helloCodec, sessionFrameCodec, type SessionState } from './messages.ts';
import { sealedChannel } from './sealed-channel.ts';

/** Why a session did not come about or ended. The sentence is for the operators' log. */
export type SessionErrorCode =
  | 'wrong-network'
  | 'no-common-version'
  | 'session-broken'
  | 'seal-broken'
  | 'silent'
  | 'malformed'
  | 'too-large';

/** Who greets whom: what the own `Hello` says, and between which PeerIds the session is. */
export interface Introduction {
  readonly network: string;
  /** Sixteen random bytes, drawn when this process started. */
  readonly bootId: Hex;
  readonly ownPeerId: string;
  readonly partnerPeerId: string;
  /** Versions on offer; `SESSION_VERSIONS` but in tests. */
  readonly versions?: readonly number[];
}

/**
 * A session whose keys both sides have. That the other side is alive and holds them is proved by its `State`.
 */
export interface Greeting {
  readonly version: number;
  readonly partnerBootId: Hex;
  /** Seals the one stream of a protocol and opener in this session. */
  seal(frames: FrameChannel, protocol: ProtocolName, opener: Opener): FrameChannel;
}

export function ownHello(introduction: Introduction): Pick<Hello, 'network' | 'bootId' | 'versions'> {
  const { network, bootId, versions = SESSION_VERSIONS } = introduction;
  return { network, bootId, versions };
}

/** @throws ComityError `session-broken` if the other side ends first, `malformed` */
export async function readHello(frames: FrameChannel): Promise<{ hello: Hello; bytes: Uint8Array }> {
  const bytes = await frames.read();
  if (bytes === undefined) throw broken('The partner ended the session before it said Hello.');
  return { hello: helloCodec.decode(bytes), bytes };
}

/** Both sides have both `Hello`, and judge alike. @throws ComityError `wrong-network`, `no-common-version` */
export function conclude(introduction: Introduction, theirs: Hello, secret: SessionSecret): Greeting {
  const { network, versions = SESSION_VERSIONS } = introduction;
  if (theirs.network !== network) {
    const details = { own: network, theirs: theirs.network };
    throw new ComityError('wrong-network', 'The partner’s node belongs to another network.', { details });
  }
  const common = versions.filter((version) => theirs.versions.includes(version));
  if (common.length === 0) {
    const details = { own: versions, theirs: theirs.versions };
    const sentence =
      'The partner’s node speaks other versions of the protocol: one of the two needs an update.';
    throw new ComityError('no-common-version', sentence, { details });
  }
  return {
    version: Math.max(...common),
    partnerBootId: theirs.bootId,
    seal: (frames, protocol, opener) => sealedChannel(frames, channelKeys(secret, protocol, opener)),
  };
}

/** The first sealed frame each way. @throws ComityError `session-broken` if something else comes first */
export async function exchangeState(channel: FrameChannel, own: SessionState): Promise<SessionState> {
  const written = channel.write(sessionFrameCodec.encode({ kind: 'state', state: own }));
  const [bytes] = await Promise.all([channel.read(), written]);
  if (bytes === undefined) throw broken('The partner ended the session before it said what it has.');
  const frame = sessionFrameCodec.decode(bytes);
  if (frame.kind !== 'state') throw broken('The partner did not begin the session with its State.');
  return frame.state;
}

export function broken(sentence: string): ComityError<SessionErrorCode> {
  return new ComityError('session-broken', sentence);
}

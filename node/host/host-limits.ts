import { SIZES, WINDOWS } from '../../protocol/limits.ts';

/**
 * What this node allows its network stack, beside what the protocol bounds. Nothing of libp2p is left to its
 * defaults, which are made for open networks and allow terabytes of buffers.
 */
export interface HostLimits {
  /** All connections, both ways. 193 States with three each leave room for parties of States. */
  readonly connectionsMax: number;
  /** Incoming connections that have not proved yet who they are, over all addresses. */
  readonly pendingMax: number;
  /** Of these, from addresses that no partner's profile names. */
  readonly pendingStrangersMax: number;
  /**
   * Handshakes with such addresses in a second, in the long run; twice as many at once. Each takes a few ms
   * of a core, so this is a tenth of one.
   */
  readonly strangersPerSecond: number;
  /** Incoming connections of one address in a second. Several partners may share the address of a gateway. */
  readonly perAddressPerSecond: number;
  /** From the connection to the proof, in ms: three round trips, and some bytes, over the slowest link. */
  readonly upgradeMs: number;
  /** For one address of a partner to answer, in ms. */
  readonly addressDialMs: number;
  /** For all addresses of a partner together, in ms. */
  readonly dialMs: number;
  /** Partners dialled at the same time. */
  readonly parallelDialsMax: number;
  /** For what was written to leave when a connection closes, in ms. */
  readonly closeMs: number;
  /** Connections that the kernel holds before the node accepts them. */
  readonly backlog: number;
}

export const HOST_LIMITS: HostLimits = {
  connectionsMax: 1024,
  pendingMax: 64,
  pendingStrangersMax: 48,
  strangersPerSecond: 32,
  perAddressPerSecond: 16,
  upgradeMs: 5000,
  addressDialMs: 6000,
  dialMs: 15_000,
  parallelDialsMax: 16,
  closeMs: 1000,
  backlog: 128,
};

/** Relations that the parts of the stack rely on; a test asserts them. */
export const HOST_RELATIONS: readonly (readonly [string, boolean])[] = [
  ['a whole receive window fits into what may be read ahead', WINDOWS.streamBytesMax <= WINDOWS.readBytesMax],
  ['a stranger may send less than a stream may', SIZES.preHandshakeBytesMax < WINDOWS.streamBytesMax],
  ['an address may time out before the dial does', HOST_LIMITS.addressDialMs < HOST_LIMITS.dialMs],
  ['strangers cannot fill what partners need', HOST_LIMITS.pendingMax < HOST_LIMITS.connectionsMax],
  ['partners can come in beside strangers', HOST_LIMITS.pendingStrangersMax < HOST_LIMITS.pendingMax],
];

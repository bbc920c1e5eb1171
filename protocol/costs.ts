import type { ProtocolName } from './ids.ts';
import type { Allowance } from './token-bucket.ts';

const milliseconds = 1000;

/**
 * What a partner's doing takes of one processor core, in µs: measured, and rounded up. What brings something
 * new costs nothing here, however much of it there is; what a partner can send without work of its own, and
 * what is of no use to anyone, does.
 */
export const COSTS = {
  /** A Noise message shorter than 1 KiB: what is that small has few bytes to each decryption. */
  smallMessage: 5,
  /** A frame of the muxer, which nobody need have asked for. */
  muxerFrame: 1,
  /** It is answered. */
  muxerPing: 10,
  /** Opened, it holds memory for seconds, even when it is reset at once. */
  stream: 1 * milliseconds,
  /** Noise with a key that is known: agreements and signatures. */
  connection: 5 * milliseconds,
  /** Hello, ML-KEM and State, six streams, an inventory. */
  session: 20 * milliseconds,
  /** A connection that had to be cut off for what came over it: the next one may wait. */
  cutOff: 2000 * milliseconds,
  /** A frame that is opened, decoded and answered. */
  frame: 60,
  /** And for each KiB of it that is a list: every entry is decoded, checked and compared. */
  listKibibyte: 45,
  /** For each KiB of an item: it is opened and hashed. */
  kibibyte: 10,
  /** An item that is rejected, with up to nine signatures and certificates verified. */
  rejected: 2 * milliseconds,
  /** An item that is here already: it is verified before that is known. */
  repeated: 1 * milliseconds,
  /** Told to come later, without a look at it. */
  putOff: 200,
  /** Evidence, or a later rejection, that verifies. */
  statement: 200,
  /** An item that was taken in gives something back: who brings much may repeat some of it. */
  takenIn: -100,
} as const;

export type CostName = keyof typeof COSTS;

/**
 * What one partner may cost this node in vain, in µs: in each second for ever, and at once. The long run is
 * a small share of a core for each, so that all others keep theirs; the burst is what a bad hour of an honest
 * partner takes.
 */
export const ALLOWANCES: Readonly<Record<Exclude<ProtocolName, 'evidence'> | 'connections', Allowance>> = {
  /** A hundred reconnections at once; then several in a second, which no backoff reaches. */
  connections: { perSecond: 100 * milliseconds, burst: 4000 * milliseconds },
  /** Keepalives and pings of operators take a thousandth of it. */
  session: { perSecond: 5 * milliseconds, burst: 500 * milliseconds },
  /** The profiles of a whole federation, or the largest inventory four hundred times; then some in a second. */
  directory: { perSecond: 10 * milliseconds, burst: 1000 * milliseconds },
  /** All of a window repeated ten times over, or 1,500 items rejected; then five in a second. */
  delivery: { perSecond: 10 * milliseconds, burst: 3000 * milliseconds },
};

/**
 * The same for one connection below the streams, where the muxer and Noise would else do whatever they are
 * told. Twenty thousand small messages in each second are several times what two thousand items take.
 */
export const TRANSPORT_ALLOWANCE: Allowance = {
  perSecond: 100 * milliseconds,
  burst: 1000 * milliseconds,
};

/** Noise messages below it are small, in bytes. */
export const SMALL_MESSAGE_BYTES = 1024;

/** What one partner does in one protocol, as it is counted. */
export interface Meter {
  /** Notes that the partner did this, so many times. */
  charge(cost: CostName, times?: number): void;
  /** For how many ms nothing more of it should be taken up; 0 while it keeps to its allowance. */
  owedMs(): number;
}

import type { Timekeeper } from '../../../protocol/timekeeper.ts';
import type { Faults } from './faults.ts';

/** Bytes that leave at once; on a slow line few, so that those of several connections take turns. */
const PIECE_BYTES = 64 * 1024;
const SLOW_PIECE_BYTES = 2048;

/** A timer that fires late holds nobody up: what it was late by, up to so many ms, is made good. */
const LATE_MS = 20;

/** What becomes of a piece that is sent. */
export interface Passed {
  readonly bytes: Uint8Array;
  /** When it is at the far end, on the monotonic clock. */
  readonly arrivesAt: number;
  /** The connection breaks off behind it. */
  readonly broken: boolean;
}

/**
 * One direction of a line, shared by all connections over it, as a wire is: who sends waits until it is free,
 * and what has left arrives later.
 */
export class Way {
  readonly #clock: Timekeeper;
  readonly #fraction: () => number;
  #faults: Faults = {};
  #freeAt = 0;
  #leftToBreak = Infinity;
  #leftToCorrupt = Infinity;

  /** @param fraction draws from 0 up to 1; the same draws give the same faults */
  constructor(clock: Timekeeper, fraction: () => number) {
    this.#clock = clock;
    this.#fraction = fraction;
  }

  get faults(): Faults {
    return this.#faults;
  }

  get pieceBytes(): number {
    return this.#faults.kbps === undefined ? PIECE_BYTES : SLOW_PIECE_BYTES;
  }

  set(faults: Faults): void {
    this.#faults = faults;
    this.#freeAt = 0;
    this.#leftToBreak = faults.breakAfter ?? Infinity;
    this.#leftToCorrupt = this.#untilCorrupt();
  }

  /** Resolves when the piece has left and the next one may; undefined if it is lost on the way. */
  async send(piece: Uint8Array, signal: AbortSignal): Promise<Passed | undefined> {
    const { kbps } = this.#faults;
    if (kbps !== undefined) {
      const now = this.#clock.monotonic();
      this.#freeAt = Math.max(now - LATE_MS, this.#freeAt) + (piece.length * 8) / kbps;
      if (this.#freeAt > now) await this.#clock.delay(this.#freeAt - now, signal);
    }
    const { state, delayMs = 0, jitterMs = 0 } = this.#faults;
    if (state !== undefined) return undefined;
    const arrivesAt = this.#clock.monotonic() + delayMs + jitterMs * this.#fraction();
    return { ...this.#breakOff(this.#spoil(piece)), arrivesAt };
  }

  /** Half of a piece is surely no whole frame. */
  #breakOff(piece: Uint8Array): Pick<Passed, 'bytes' | 'broken'> {
    if (this.#leftToBreak > 0 || piece.length < 2) {
      this.#leftToBreak -= piece.length;
      return { bytes: piece, broken: false };
    }
    this.#leftToBreak = Infinity;
    const { breakAfter: _, ...others } = this.#faults;
    this.#faults = others;
    return { bytes: piece.subarray(0, piece.length >> 1), broken: true };
  }

  #spoil(piece: Uint8Array): Uint8Array {
    if (this.#leftToCorrupt >= piece.length) {
      this.#leftToCorrupt -= piece.length;
      return piece;
    }
    const spoilt = Uint8Array.from(piece);
    let at = this.#leftToCorrupt;
    for (; at < spoilt.length; at += 1 + this.#untilCorrupt()) {
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << Math.floor(this.#fraction() * 8));
    }
    this.#leftToCorrupt = at - spoilt.length;
    return spoilt;
  }

  /** How many bytes stay as they are, if each is spoilt by the same chance. */
  #untilCorrupt(): number {
    const { corrupt = 0 } = this.#faults;
    if (corrupt <= 0) return Infinity;
    return corrupt >= 1 ? 0 : Math.floor(Math.log(1 - this.#fraction()) / Math.log(1 - corrupt));
  }
}

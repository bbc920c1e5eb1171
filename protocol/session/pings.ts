import type { Timekeeper } from '../timekeeper.ts';
import type { Time } from '../value.ts';

/** Time as it passes, and the time of day. */
export interface WallClock extends Timekeeper {
  now(): Time;
}

/** What an answer to a ping tells. */
export interface Echo {
  readonly roundTripMs: number;
  /** How far the partner's clock is ahead of this one: to half a second, and half of the round trip. */
  readonly aheadMs: number;
}

/** Pings of this side that wait for their answers. */
export interface Pings {
  /** Rejects with what ended it, if no answer comes first. */
  ask(): Promise<Echo>;
  answered(pong: { readonly nonce: number; readonly atSeconds: number }): void;
  end(reason: Error): void;
}

const SECOND_MS = 1000;

/** The time of day as an answer to a ping has it. */
export function secondsOf(now: Time): number {
  return Math.floor(now / SECOND_MS);
}

export function createPings(clock: WallClock, send: (nonce: number) => Promise<void>): Pings {
  const waiting = new Map<number, { readonly pong: PromiseWithResolvers<Echo>; readonly start: number }>();
  let nonce = 0;
  return {
    async ask() {
      const sent = ++nonce;
      const pong = Promise.withResolvers<Echo>();
      waiting.set(sent, { pong, start: clock.monotonic() });
      const [echo] = await Promise.all([pong.promise, send(sent)]);
      return echo;
    },
    answered({ nonce: asked, atSeconds }) {
      const ping = waiting.get(asked);
      if (ping === undefined) return;
      waiting.delete(asked);
      const roundTripMs = clock.monotonic() - ping.start;
      const there = atSeconds * SECOND_MS + SECOND_MS / 2;
      ping.pong.resolve({ roundTripMs, aheadMs: there - (clock.now() - roundTripMs / 2) });
    },
    end(reason) {
      for (const { pong } of waiting.values()) pong.reject(reason);
    },
  };
}

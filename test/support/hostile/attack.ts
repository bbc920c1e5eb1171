import type { OpenedProfile } from '../../../protocol/identity/profile.ts';
import type { ForeignState } from '../foreign-state.ts';
import type { Target } from './muxed-wire.ts';

/** Who attacks whom: a State with its keys, pinned or not, and a daemon. */
export interface Attacker {
  readonly state: ForeignState;
  readonly target: Target;
  /** What the attacker knows of the daemon's State. */
  readonly profile: OpenedProfile;
}

/** Does one thing again and again until the signal aborts; how often it did. Never more than is said here. */
export interface Attack {
  /** Where it is felt. */
  readonly at: 'door' | 'muxer' | 'frames' | 'session' | 'directory' | 'delivery';
  /** Whether only a pinned State can do it. */
  readonly by: 'stranger' | 'partner';
  readonly does: string;
  run(by: Attacker, signal: AbortSignal): Promise<number>;
}

/** Nothing here goes on for ever, whatever the signal does. */
const TIMES_MAX = 5_000_000;

/** Repeats until the signal aborts, so many at once; what fails is counted as done. */
export async function again(
  signal: AbortSignal,
  once: () => Promise<unknown>,
  { atOnce = 1 }: { readonly atOnce?: number } = {},
): Promise<number> {
  let times = 0;
  const worker = async (): Promise<void> => {
    while (!signal.aborted && times < TIMES_MAX) {
      times += 1;
      await once().catch(() => undefined);
      // Whoever fails at once still lets the signal be heard.
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return times;
}

/** Resolves with the first of these, or when the signal aborts. */
export async function orAborted(signal: AbortSignal, ...any: readonly Promise<unknown>[]): Promise<void> {
  const aborted = Promise.withResolvers<undefined>();
  const abort = (): void => {
    aborted.resolve(undefined);
  };
  if (signal.aborted) abort();
  signal.addEventListener('abort', abort, { once: true });
  await Promise.race([aborted.promise, ...any]);
  signal.removeEventListener('abort', abort);
}

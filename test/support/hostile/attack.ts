import type { OpenedProfile } from '../../../protocol/identity/profile.ts';
import type { ForeignState } from '../foreign-state.ts';
import type { Target } from './muxed-wire.ts';

/** Who attacks whom: a State with its keys, pinned or not, and a daemon. */
export interface Attacker {
  readonly state: ForeignState;
  readonly target: Target;
  /** What the attacker knows of the daemon's State. */
  readonly profile: OpenedProfile;
  /** Called each time that the thing was done. */
  readonly did: () => void;
}

/** Does one thing again and again until the signal aborts. Never more often than is said here. */
export interface Attack {
  /** Where it is felt. */
  readonly at: 'door' | 'muxer' | 'frames' | 'session' | 'directory' | 'delivery';
  /** Whether only a pinned State can do it. */
  readonly by: 'stranger' | 'partner';
  readonly does: string;
  /** So often it should be done before it counts as borne. */
  readonly enough: number;
  run(by: Attacker, signal: AbortSignal): Promise<void>;
}

/** Nothing here goes on for ever, whatever the signal does. */
const TIMES_MAX = 5_000_000;

/** Repeats until the signal aborts, so many at once; what fails counts as well. */
export async function again(
  signal: AbortSignal,
  once: () => Promise<unknown>,
  { atOnce = 1 }: { readonly atOnce?: number } = {},
): Promise<void> {
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

import type { Clock } from '../clock.ts';
import { type Backoff, backoffMs, type Bell, pause, randomFraction } from '../supervise.ts';

/** Where a partner's node is, from the partner's current profile. */
export interface Contact {
  readonly party: string;
  /** The current PeerId, then the announced next one. */
  readonly peerIds: readonly string[];
  /** Multiaddrs without `/p2p/…`; none if the partner cannot be dialled. */
  readonly addresses: readonly string[];
}

export interface ReconnectDependencies {
  readonly clock: Clock;
  readonly backoff: Backoff;
  /** Rings when a session began or ended, and when contacts changed. */
  readonly bell: Bell;
  /** Undefined while the partner is not to be dialled. */
  readonly contact: () => Contact | undefined;
  readonly isConnected: () => boolean;
  /** Dials and greets; false if that failed. */
  readonly connect: (contact: Contact) => Promise<boolean>;
}

/**
 * Dials one partner, for ever, whenever there is no session: at once the first time, then after pauses that
 * grow with each attempt that failed. Contact in either direction starts the pauses from the shortest again,
 * and a changed address ends the one that runs. Returns by rejecting when the signal aborts.
 */
export async function keepConnected(
  dependencies: ReconnectDependencies,
  signal: AbortSignal,
): Promise<never> {
  const { clock, backoff, bell, contact, isConnected, connect } = dependencies;
  for (let attempts = 0; ;) {
    signal.throwIfAborted();
    const target = contact();
    if (isConnected() || target === undefined || target.addresses.length === 0) {
      // From here on there is always a pause, so that a session that ends at once is not begun again at once.
      attempts = 1;
      await bell.heard(signal);
      continue;
    }
    if (attempts > 0) await pause(clock, backoffMs(attempts, randomFraction(clock), backoff), bell, signal);
    if (isConnected()) continue;
    attempts = (await connect(contact() ?? target)) ? 1 : attempts + 1;
  }
}

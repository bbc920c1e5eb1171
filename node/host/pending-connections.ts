import type { MultiaddrConnection } from '@libp2p/interface';
import { createTokenBucket } from '../../protocol/token-bucket.ts';
import { guardConnection } from './connection-guard.ts';
import type { HostLimits } from './host-limits.ts';

/**
 * Incoming connections between `accept` and the proof of a PeerId. Their number and rate are bounded before
 * anything is made for them. Whoever comes from an address that stands in a partner's profile has a share
 * that strangers can not fill.
 */
export interface PendingConnections {
  /** False if there are too many already. Synchronous, so that the first byte is seen. */
  admits(connection: MultiaddrConnection): boolean;
  /** The other side has proved who it is, and the connection is no longer pending. */
  release(connection: MultiaddrConnection): void;
  readonly size: number;
}

export interface PendingDependencies {
  readonly limits: Pick<HostLimits, 'pendingMax' | 'pendingStrangersMax' | 'strangersPerSecond'>;
  /** Monotonic, in ms. */
  readonly now: () => number;
  /** Whether a partner's profile names this address. */
  readonly isFamiliar: (address: string) => boolean;
}

export function createPendingConnections(dependencies: PendingDependencies): PendingConnections {
  const { limits, now, isFamiliar } = dependencies;
  const { pendingMax, pendingStrangersMax, strangersPerSecond } = limits;
  const strangers = createTokenBucket({ perSecond: strangersPerSecond, burst: 2 * strangersPerSecond });
  const pending = new Map<MultiaddrConnection, { readonly familiar: boolean; readonly known: () => void }>();
  let pendingStrangers = 0;
  const forget = (connection: MultiaddrConnection): void => {
    if (pending.get(connection)?.familiar === false) pendingStrangers -= 1;
    pending.delete(connection);
  };
  const hasRoom = (familiar: boolean): boolean => {
    if (pending.size >= pendingMax) return false;
    return familiar || (pendingStrangers < pendingStrangersMax && strangers.owedMs(now()) === 0);
  };
  return {
    admits(connection) {
      const familiar = isFamiliar(addressOf(connection));
      if (!hasRoom(familiar)) return false;
      if (!familiar) {
        pendingStrangers += 1;
        strangers.spend(1, now());
      }
      pending.set(connection, { familiar, known: guardConnection(connection, now) });
      connection.addEventListener('close', () => {
        forget(connection);
      });
      return true;
    },
    release(connection) {
      pending.get(connection)?.known();
      forget(connection);
    },
    get size() {
      return pending.size;
    },
  };
}

/** The address of IP that the other side connects from, as profiles write it. */
function addressOf({ remoteAddr }: MultiaddrConnection): string {
  return remoteAddr.getComponents()[0]?.value ?? '';
}

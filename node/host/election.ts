import type { Hex } from '../../protocol/value.ts';

/** What decides between two sessions with one partner. */
export interface Candidate {
  /** Of the partner's process. */
  readonly bootId: Hex;
  readonly connection: { readonly dialler: 'own' | 'partner' };
}

/**
 * Which sessions a new one ends at once: those with an earlier process of the partner, and those that the
 * same side dialled, since a side dials again only when it has given up what it had.
 */
export function superseded<S extends Candidate>(known: readonly S[], arrived: S): S[] {
  return known.filter(
    ({ bootId, connection }) =>
      bootId !== arrived.bootId || connection.dialler === arrived.connection.dialler,
  );
}

/**
 * Which of the sessions with one partner carries what this node sends: that dialled by the lower PeerId. Both
 * sides find the same, so of two that crossed the other falls idle, and is closed by its dialler.
 */
export function elected<S extends Candidate>(
  sessions: readonly S[],
  ownPeerId: string,
  partnerPeerId: string,
): S | undefined {
  const lower = ownPeerId < partnerPeerId ? 'own' : 'partner';
  return sessions.find(({ connection }) => connection.dialler === lower) ?? sessions[0];
}

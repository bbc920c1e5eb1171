import { ComityError } from '../../protocol/errors.ts';
import type { OpenedProfile } from '../../protocol/identity/profile.ts';
import type { DirectoryBook } from './book.ts';
import type { KnownProfile } from './known-profile.ts';

/**
 * A PeerId stands for one party: should two have proved to hold its key, it stays with the one that was here
 * first.
 */
export function assertPeerIdFree(book: DirectoryBook, { profile }: Pick<OpenedProfile, 'profile'>): void {
  const { peerId, nextPeerId } = profile.node;
  const isTaken = (known: KnownProfile | undefined): boolean =>
    known?.peerIds.some((other) => other === peerId || other === nextPeerId) === true;
  const taken =
    isTaken(book.own) || book.pins.some((pin) => pin.party !== profile.party && isTaken(book.currentOf(pin)));
  if (taken) {
    throw new ComityError('refused', `The profile of ${profile.party} names the PeerId of another party.`);
  }
}

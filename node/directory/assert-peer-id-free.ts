import { ComityError } from '../../protocol/errors.ts';
import type { OpenedProfile } from '../../protocol/identity/profile.ts';
import type { DirectoryBook } from './book.ts';

/**
 * A PeerId stands for one party: should two have proved to hold its key, it stays with the one that was here
 * first.
 */
export function assertPeerIdFree(book: DirectoryBook, { profile }: Pick<OpenedProfile, 'profile'>): void {
  const others = book.pins.filter(({ party }) => party !== profile.party).map((pin) => book.currentOf(pin));
  const { peerId, nextPeerId } = profile.node;
  const taken = [book.own, ...others].some(
    (known) =>
      known !== undefined &&
      [known.profile.node.peerId, known.profile.node.nextPeerId].some(
        (other) => other !== undefined && (other === peerId || other === nextPeerId),
      ),
  );
  if (taken) {
    throw new ComityError('refused', `The profile of ${profile.party} names the PeerId of another party.`);
  }
}

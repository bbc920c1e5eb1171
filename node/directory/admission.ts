import type { Hex } from '../../protocol/value.ts';
import type { DirectoryBook } from './book.ts';

/** Deny by default: whose node has this PeerId, by the profile that is gone by of a party that is let in. */
export function admittedParty(book: DirectoryBook, peerId: Hex): string | undefined {
  return book.pins.find((pin) => {
    return !pin.suspended && book.currentOf(pin)?.peerIds.includes(peerId) === true;
  })?.party;
}

/** Whose node once had this PeerId, by an earlier profile on file, and has another now. */
export function retiredParty(book: DirectoryBook, peerId: Hex): string | undefined {
  const party = book.partyThatHad(peerId);
  const pin = party === undefined ? undefined : book.pin(party);
  if (pin === undefined || pin.suspended) return undefined;
  const current = book.currentOf(pin);
  return current === undefined || current.peerIds.includes(peerId) ? undefined : party;
}

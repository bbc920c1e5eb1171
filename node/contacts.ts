import { fromHex, toHex } from '../protocol/hash.ts';
import type { Hex } from '../protocol/value.ts';
import type { Config } from './config/schema.ts';
import type { Directory } from './directory/directory.ts';
import { peerIdFromBytes, peerIdToBytes } from './host/peer-id.ts';
import type { Contact } from './host/reconnect.ts';

/** The text of a PeerId that a profile carries as a multihash. */
export function peerIdText(multihash: Hex): string {
  return peerIdFromBytes(fromHex(multihash));
}

/** The party whose node has this PeerId, if it is a partner who is let in. */
export function admittedBy(directory: Directory): (peerId: string) => string | undefined {
  return (peerId) => directory.admitted(toHex(peerIdToBytes(peerId)));
}

/**
 * Where the nodes of all partners are: from their current profiles, or by the route that this node has to
 * them. Suspended ones are not dialled.
 */
export function contactsIn(directory: Directory, routes: Config['routes']): Contact[] {
  return directory.pins().flatMap((pin) => {
    if (pin.suspended || pin.current === undefined) return [];
    const { node, party } = directory.latestOf(pin).profile;
    const peerIds = [node.peerId, ...(node.nextPeerId === undefined ? [] : [node.nextPeerId])];
    const own = routesTo(party, routes);
    const addresses = own.length > 0 ? own : node.dialable ? node.addresses : [];
    return [{ party, peerIds: peerIds.map(peerIdText), addresses }];
  });
}

function routesTo(party: string, routes: Config['routes']): string[] {
  const name = `${party}=`;
  return routes.filter((route) => route.startsWith(name)).map((route) => route.slice(name.length));
}

import { fromHex, toHex } from '../protocol/hash.ts';
import type { Hex } from '../protocol/value.ts';
import type { Config } from './config/schema.ts';
import type { Conduct } from './conduct.ts';
import type { Directory } from './directory/directory.ts';
import type { PeerConduct } from './host/host.ts';
import { peerIdFromBytes, peerIdToBytes } from './host/peer-id.ts';
import type { Contact } from './host/reconnect.ts';
import type { Log } from './log.ts';
import type { PartnerWatch } from './partner-watch.ts';

/** The text of a PeerId that a profile carries as a multihash. */
export function peerIdText(multihash: Hex): string {
  return peerIdFromBytes(fromHex(multihash));
}

/** The party whose node has this PeerId, if it is a partner who is let in. */
export function admittedBy(directory: Directory): (peerId: string) => string | undefined {
  return (peerId) => directory.admitted(toHex(peerIdToBytes(peerId)));
}

interface DenialDependencies {
  readonly directory: Pick<Directory, 'retired'>;
  readonly watch: Pick<PartnerWatch, 'outdated'>;
  readonly log: Log;
}

/** Tells the operator, once, if who was not let in has a key that a partner has retired. */
export function deniedBy({ directory, watch, log }: DenialDependencies): (peerId: string) => void {
  return (peerId) => {
    const party = directory.retired(toHex(peerIdToBytes(peerId)));
    if (party === undefined || !watch.outdated(party)) return;
    log.warn({ partner: party, peerId }, 'a node came with a key that this partner has retired');
  };
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

/** What a partner does to the host, by the PeerId that it does it with. */
export function peerConduct(
  conduct: Conduct,
  admitted: (peerId: string) => string | undefined,
  denied: (peerId: string) => void,
): PeerConduct {
  const meterOf = (peerId: string) => {
    const party = admitted(peerId);
    return party === undefined ? undefined : conduct.meter(party, 'connections');
  };
  return {
    charge: (peerId, cost) => meterOf(peerId)?.charge(cost),
    isHeldOff: (peerId) => (meterOf(peerId)?.owedMs() ?? 0) > 0,
    denied,
  };
}

/** Whether a partner's profile names an address of IP, as of the latest change of any. */
export function familiarAddresses(directory: Directory): (address: string) => boolean {
  let known: ReadonlySet<string> | undefined;
  directory.onChanged(() => {
    known = undefined;
  });
  return (address) => (known ??= addressesIn(directory)).has(address);
}

function addressesIn(directory: Directory): ReadonlySet<string> {
  const addresses = directory.pins().flatMap((pin) => directory.latestOf(pin).profile.node.addresses);
  return new Set(addresses.map((address) => address.split('/')[2] ?? ''));
}

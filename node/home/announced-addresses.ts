import type { NetworkInterfaceInfo } from 'node:os';

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

const UNSPECIFIED = /^\/(ip4\/0\.0\.0\.0|ip6\/::)\/tcp\/(\d+)$/;

/**
 * What a profile says of where the node listens: an address that stands for all of a machine's is replaced by
 * each that others can reach. A machine that has none but its own loopback names that, which is good for
 * trying things out.
 */
export function announcedAddresses(listen: readonly string[], interfaces: Interfaces): string[] {
  return listen.flatMap((address) => {
    const [, family, port] = UNSPECIFIED.exec(address) ?? [];
    if (family === undefined || port === undefined) return [address];
    const wanted = family.startsWith('ip4') ? 'IPv4' : 'IPv6';
    const all = Object.values(interfaces).flatMap((entries) => entries ?? []);
    const usable = all.filter(({ family: kind, scopeid }) => kind === wanted && !scopeid);
    const reachable = usable.filter(({ internal }) => !internal);
    const protocol = wanted === 'IPv4' ? 'ip4' : 'ip6';
    return (reachable.length > 0 ? reachable : usable).map(
      (entry) => `/${protocol}/${entry.address}/tcp/${port}`,
    );
  });
}

import assert from 'node:assert/strict';
import { contactsIn } from '../../../node/contacts.ts';
import type { Directory } from '../../../node/directory/directory.ts';
import { knownProfile } from '../../../node/directory/known-profile.ts';
import { aProfile, signed } from '../../support/profiles.ts';

const announced = aProfile('JM').node.addresses;

/** A directory that has pinned Jamaica, and is asked for nothing else. */
function pinned(parts: { readonly suspended?: boolean; readonly dialable?: boolean } = {}): Directory {
  const { suspended = false, dialable = true } = parts;
  const profile = aProfile('JM');
  const current = signed({ ...profile, node: { ...profile.node, dialable } });
  const directory: Pick<Directory, 'pins' | 'latestOf'> = {
    pins: () => [{ party: 'JM', suspended, current: current.digest } as never],
    latestOf: () => knownProfile(current.bytes, {}),
  };
  return directory as Directory;
}

const addresses = (directory: Directory, routes: readonly string[]) =>
  contactsIn(directory, [...routes]).map((contact) => contact.addresses);

describe('partners are dialled', () => {
  it('at the addresses in their profiles', () => {
    assert.deepEqual(addresses(pinned(), []), [announced]);
    assert.deepEqual(addresses(pinned({ dialable: false }), []), [[]]);
  });

  it('by the routes to them instead, where the configuration has some', () => {
    const routes = ['JM=/ip4/10.0.0.2/tcp/4710', 'JM-POL=/ip4/10.0.0.3/tcp/1', 'JM=/ip6/::1/tcp/2'];
    assert.deepEqual(addresses(pinned(), routes), [['/ip4/10.0.0.2/tcp/4710', '/ip6/::1/tcp/2']]);
    assert.deepEqual(addresses(pinned({ dialable: false }), routes), [
      ['/ip4/10.0.0.2/tcp/4710', '/ip6/::1/tcp/2'],
    ]);
    assert.deepEqual(addresses(pinned(), ['TT=/ip4/10.0.0.2/tcp/4710']), [announced]);
  });

  it('not at all while they are suspended', () => {
    assert.deepEqual(addresses(pinned({ suspended: true }), ['JM=/ip4/10.0.0.2/tcp/4710']), []);
  });
});

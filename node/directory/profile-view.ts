import { toInstant } from '../../protocol/control/instant.ts';
import type { ProfileView } from '../../protocol/control/types.ts';
import { fingerprintOf } from '../../protocol/identity/fingerprint.ts';
import type { Hex } from '../../protocol/value.ts';
import type { KnownProfile } from './known-profile.ts';
import { nameOf } from './pin.ts';

/** The text of a PeerId from its multihash. */
export type PeerIdText = (multihash: Hex) => string;

/** A profile as the control API shows it. */
export function profileView({ profile, digest }: KnownProfile, peerIdText: PeerIdText): ProfileView {
  const { node, acceptance } = profile;
  return {
    state: profile.party,
    name: nameOf(profile),
    kind: profile.kind,
    network: profile.network,
    version: profile.version,
    digest,
    fingerprint: fingerprintOf(profile.stateKey.publicKey),
    issuedAt: toInstant(profile.issuedAt),
    validFrom: toInstant(profile.validFrom),
    validUntil: toInstant(profile.validUntil),
    peerId: peerIdText(node.peerId),
    addresses: [...node.addresses],
    dialable: node.dialable,
    desks: profile.desks.map(({ id, role, name, territory, languages, hours, aroundTheClock }) => ({
      id,
      role,
      name,
      territory,
      languages: [...languages],
      hours,
      aroundTheClock,
    })),
    instruments: profile.instruments.map(({ id, version, digest: of }) => ({ id, version, digest: of })),
    languages: [...acceptance.languages],
    itemBytesMax: acceptance.itemBytesMax,
    attachmentBytesMax: acceptance.attachmentBytesMax,
    channels: [...acceptance.channels],
    declarations: profile.declarations,
  };
}

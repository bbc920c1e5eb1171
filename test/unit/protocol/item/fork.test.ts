import { expect } from 'chai';
import { fingerprintOf } from '../../../../protocol/identity/fingerprint.ts';
import { signedProfileCodec } from '../../../../protocol/identity/profile.ts';
import { type Fork, forkCodec, forkOf, openFork, type SignedHeader } from '../../../../protocol/item/fork.ts';
import { TAGS } from '../../../../protocol/ids.ts';
import { headerCodec, itemIdOf, type Header } from '../../../../protocol/item/header.ts';
import { anItem } from '../../../support/items.ts';
import { authorityOf, CENTRAL } from '../../../support/party-officers.ts';
import { aProfile, keyOf, signed } from '../../../support/profiles.ts';
import { refuses } from '../../../support/refuses.ts';

const authority = authorityOf('GD', CENTRAL);
const bare = aProfile('GD');
const own = signed({
  ...bare,
  desks: bare.desks.map((desk) => ({ ...desk, id: CENTRAL, keys: [keyOf(authority)] })),
});
const place: Header = {
  ...anItem().header,
  network: bare.network,
  sender: { party: 'GD', authority: CENTRAL },
  senderProfile: own.digest,
  createdAt: bare.issuedAt + 1000,
  expiresAt: bare.issuedAt + 2000,
};

function header(parts: Partial<Header> = {}, signer = authority): SignedHeader {
  const headerBytes = headerCodec.encode({ ...place, ...parts });
  const profile = signedProfileCodec.decode(own.bytes);
  return { headerBytes, authority: signer.sign(TAGS.signHeader, headerBytes), profile };
}

const one = header();
const other = header({ urgency: 'emergency' });
const open = (fork: Fork) => openFork(forkCodec.encode(fork));

describe('the proof of a fork', () => {
  it('is the same whichever item comes first, and says whose the two are', () => {
    const fork = forkOf(one, other);
    expect(forkOf(other, one)).to.deep.equal(fork);
    const { items, profiles, header: said } = open(fork);
    expect([...items].sort()).to.deep.equal([one, other].map((each) => itemIdOf(each.headerBytes)).sort());
    expect(said.sequence).to.equal(place.sequence);
    const key = own.profile.stateKey.publicKey;
    expect(profiles.map(({ profile }) => fingerprintOf(profile.stateKey.publicKey))).to.deep.equal([
      fingerprintOf(key),
      fingerprintOf(key),
    ]);
  });

  it('is none of one item, or of two places', () => {
    refuses('malformed', () => forkCodec.encode(forkOf(one, one)));
    const next = { sequence: place.sequence + 1, previous: itemIdOf(one.headerBytes) };
    const elsewhere = [next, { caseId: 'ab'.repeat(16) }, { network: 'drill' }];
    for (const parts of elsewhere) refuses('unauthentic', () => open(forkOf(one, header(parts))));
  });

  it('is none if a header is not signed by an authority of the profile that it pins', () => {
    const foreign = [
      header({ expiresAt: place.expiresAt + 1 }, authorityOf('JM', CENTRAL)),
      header({ senderProfile: 'ab'.repeat(32) }),
      header({ sender: { party: 'JM', authority: CENTRAL } }),
      header({ sender: { party: 'GD', authority: 'police' } }),
      { ...other, authority: one.authority },
    ];
    for (const forged of foreign) refuses('unauthentic', () => open(forkOf(one, forged)));
  });
});

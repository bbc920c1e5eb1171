import { expect } from 'chai';
import {
  contradictionCodec,
  contradictionOf,
  openContradiction,
} from '../../../../protocol/identity/contradiction.ts';
import { type Profile, signProfile } from '../../../../protocol/identity/profile.ts';
import { handedOver, keyOf, proven, signerFrom, aProfile } from '../../../support/profiles.ts';
import { refuses } from '../../../support/refuses.ts';

const state = signerFrom('JM state');
const sign = (parts: Partial<Profile>, signer = state) => signProfile(proven(aProfile('JM', parts)), signer);
const proof = (...pair: Parameters<typeof contradictionOf>): Uint8Array =>
  contradictionCodec.encode(contradictionOf(...pair));

describe('the proof that a State contradicts itself', () => {
  const [one, other] = [sign({ issuedAt: 1 }), sign({ issuedAt: 2 })];

  it('is two profiles of one version under one State key, the same in whichever order', () => {
    expect(proof(one, other)).to.deep.equal(proof(other, one));
    const opened = openContradiction(proof(one, other));
    expect(opened.map(({ profile }) => [profile.party, profile.version])).to.deep.equal([
      ['JM', 1],
      ['JM', 1],
    ]);
    expect(opened[0].digest < opened[1].digest).to.equal(true);
  });

  it('holds for a State key and the one to which it has handed over', () => {
    const young = signerFrom('JM new state');
    const later = sign(handedOver(state, young), young);
    expect(openContradiction(proof(one, later)).length).to.equal(2);
  });

  it('is none with one profile twice, two versions, two parties, two networks or a foreign State key', () => {
    refuses('malformed', () => proof(one, one));
    const thief = signerFrom('thief');
    for (const unlike of [
      sign({ version: 2, previous: 'ab'.repeat(32) }),
      sign({ network: 'other' }),
      sign({ stateKey: keyOf(thief) }, thief),
      signProfile(proven(aProfile('TT', { stateKey: keyOf(state) })), state),
    ]) {
      refuses('unauthentic', () => openContradiction(proof(one, unlike)));
    }
  });

  it('is none if one of the two is not authentic', () => {
    const forged = { ...other, signature: signerFrom('thief').sign('comity/sign/profile/1', other.profile) };
    refuses('unauthentic', () => openContradiction(proof(one, forged)));
  });
});

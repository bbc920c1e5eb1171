import { createSigner, type Signer } from '../../protocol/identity/keys.ts';
import {
  openProfile,
  signProfile,
  type OpenedProfile,
  type Profile,
} from '../../protocol/identity/profile.ts';
import { toHex } from '../../protocol/hash.ts';
import { SUITES } from '../../protocol/ids.ts';
import type { Key } from '../../protocol/identity/key.ts';

/** A key that is the same in every run. */
export function signerFrom(seed: string): Signer {
  return createSigner(Buffer.alloc(32, seed));
}

export function keyOf(signer: Signer, from = 1): Key {
  return { suite: SUITES.ed25519, publicKey: toHex(signer.publicKey), from };
}

/** PeerId of a node whose key is made from this seed, as a multihash. */
export function peerIdFrom(seed: string): string {
  return `002408011220${toHex(signerFrom(seed).publicKey)}`;
}

/** A profile of a party with one central authority; every part of it can be another one. */
export function aProfile(party: string, parts: Partial<Profile> = {}): Profile {
  return {
    network: 'test',
    party,
    kind: 'state',
    names: [{ language: 'en', text: `State of ${party}` }],
    version: 1,
    supersedes: [],
    issuedAt: Date.UTC(2026, 0, 1),
    validFrom: Date.UTC(2026, 0, 1),
    validUntil: Date.UTC(2030, 0, 1),
    stateKey: keyOf(signerFrom(`${party} state`)),
    stateKeyHistory: [],
    desks: [
      {
        id: 'central-authority',
        role: 'CA',
        name: 'Central Authority',
        function: '',
        competence: ['*'],
        territory: 'whole',
        contact: '',
        languages: ['en'],
        hours: '',
        timeZone: '',
        utcOffsetMinutes: -240,
        aroundTheClock: false,
        keys: [keyOf(signerFrom(`${party} authority`))],
      },
    ],
    node: {
      peerId: peerIdFrom(`${party} node`),
      receiptKeys: [keyOf(signerFrom(`${party} receipt`))],
      recordKeys: [keyOf(signerFrom(`${party} record`))],
      addresses: ['/ip4/127.0.0.1/tcp/4710'],
      dialable: true,
    },
    instruments: [],
    periods: [],
    acceptance: {
      languages: ['en'],
      itemBytesMax: 288 * 1024,
      attachmentBytesMax: 2 ** 40,
      channels: ['node'],
    },
    declarations: {},
    extensions: [],
    ...parts,
  };
}

/** The profile signed by the State key that it names, or by others. */
export function signed(profile: Profile, ...signers: readonly Signer[]): OpenedProfile {
  return openProfile(
    signProfile(profile, ...(signers.length > 0 ? signers : [signerFrom(`${profile.party} state`)])),
  );
}

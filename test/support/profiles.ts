import { createSigner, type Signature, type Signer } from '../../protocol/identity/keys.ts';
import { peerIdOfKey, provePossession } from '../../protocol/identity/node-entry.ts';
import {
  openProfile,
  signProfile,
  type OpenedProfile,
  type Profile,
} from '../../protocol/identity/profile.ts';
import { signHandover } from '../../protocol/identity/state-key.ts';
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

const nodeKeys = new Map<string, Signer>();

/** PeerId of a node whose key is made from this seed, as a multihash. */
export function peerIdFrom(seed: string): string {
  const signer = signerFrom(seed);
  const peerId = peerIdOfKey(signer.publicKey);
  nodeKeys.set(peerId, signer);
  return peerId;
}

/** The profile as the node keys behind the PeerIds that it names would have it. */
export function proven(profile: Profile): Profile {
  const { possession, nextPossession: _old, ...node } = profile.node;
  const prove = (peerId: string | undefined): Signature | undefined => {
    const signer = nodeKeys.get(peerId ?? '');
    return signer && provePossession(signer, profile);
  };
  const nextPossession = prove(node.nextPeerId);
  return {
    ...profile,
    node: {
      ...node,
      possession: prove(node.peerId) ?? possession,
      ...(nextPossession !== undefined && { nextPossession }),
    },
  };
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
      possession: provePossession(signerFrom(`${party} node`), { network: 'test', party }),
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

/** The profile signed by the State key of its party, or by another, with the node keys' consent. */
export function signed(profile: Profile, signer = signerFrom(`${profile.party} state`)): OpenedProfile {
  return openProfile(signProfile(proven(profile), signer));
}

/** What a profile says of its State keys once the first has handed over to the second. */
export function handedOver(former: Signer, next: Signer): Pick<Profile, 'stateKey' | 'stateKeyHistory'> {
  const stateKey = keyOf(next);
  const handover = signHandover(former, 'test', stateKey.publicKey);
  return { stateKey, stateKeyHistory: [{ key: keyOf(former), handover }] };
}

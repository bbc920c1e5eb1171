import { toHex } from '../../protocol/hash.ts';
import { SUITES } from '../../protocol/ids.ts';
import type { Key } from '../../protocol/identity/key.ts';
import type { Signer } from '../../protocol/identity/keys.ts';
import { contradictionOf } from '../../protocol/identity/contradiction.ts';
import { type Profile, type SignedProfile, signProfile } from '../../protocol/identity/profile.ts';
import { peerIdOfKey, provePossession } from '../../protocol/identity/node-entry.ts';
import { signHandover } from '../../protocol/identity/state-key.ts';
import { digestOf, signerOf } from './items.ts';

const day = 24 * 3_600_000;
const issuedAt = Date.UTC(2026, 0, 1);

function keyOf(signer: Signer, parts: Partial<Key> = {}): Key {
  return { suite: SUITES.ed25519, publicKey: toHex(signer.publicKey), from: issuedAt, ...parts };
}

const owner = { network: 'caricom', party: 'GD' };
export const stateSigner = signerOf(80);
export const formerStateSigner = signerOf(81);

/** A profile in which every field is set; a golden sample, so it is never edited. */
export const aFullProfile: Profile = {
  ...owner,
  kind: 'state',
  names: [
    { language: 'en', text: 'Grenada' },
    { language: 'fr', text: 'Grenade' },
  ],
  version: 4,
  previous: digestOf(82),
  supersedes: [digestOf(83), digestOf(84)].sort(),
  issuedAt,
  validFrom: issuedAt,
  validUntil: issuedAt + 365 * day,
  stateKey: keyOf(stateSigner),
  stateKeyHistory: [
    {
      key: keyOf(formerStateSigner, { from: issuedAt - 365 * day, until: issuedAt }),
      handover: signHandover(formerStateSigner, 'caricom', toHex(stateSigner.publicKey)),
    },
  ],
  desks: [
    {
      id: 'central-authority',
      role: 'CA',
      name: 'Office of the Attorney General',
      function: 'Central authority',
      competence: ['mla.*', 'ext.request'],
      territory: 'whole',
      contact: 'St. George’s, Grenada',
      languages: ['en', 'fr'],
      hours: 'Mo-Fr 08:00-16:00',
      timeZone: 'America/Grenada',
      utcOffsetMinutes: -240,
      aroundTheClock: false,
      keys: [keyOf(signerOf(1)), keyOf(signerOf(85), { from: 1, until: issuedAt, revokedAt: issuedAt })],
    },
    {
      id: 'contact-point',
      role: 'POC',
      name: 'Royal Grenada Police Force',
      function: '',
      competence: ['*'],
      territory: 'Carriacou',
      contact: '',
      languages: [],
      hours: '',
      timeZone: '',
      utcOffsetMinutes: 330,
      aroundTheClock: true,
      keys: [],
    },
  ],
  node: {
    peerId: peerIdOfKey(signerOf(86).publicKey),
    nextPeerId: peerIdOfKey(signerOf(87).publicKey),
    receiptKeys: [keyOf(signerOf(88))],
    recordKeys: [keyOf(signerOf(89))],
    addresses: ['/ip4/192.0.2.7/tcp/4710', '/dns4/node.example/tcp/4710'],
    dialable: true,
    possession: provePossession(signerOf(86), owner),
    nextPossession: provePossession(signerOf(87), owner),
  },
  instruments: [{ id: 'caricom-mla', version: '1.0', digest: digestOf(90) }],
  periods: [
    { timer: 'preservation', amount: 90, unit: 'days' },
    { timer: 'acknowledge', urgency: 'emergency', amount: 60, unit: 'minutes' },
  ],
  acceptance: {
    languages: ['en'],
    itemBytesMax: 288 * 1024,
    attachmentBytesMax: 2 ** 40,
    channels: ['node', 'diplomatic'],
  },
  declarations: { 'mla.oral_requests': 'urgent_only', preservation: { usual_period_days: 120 } },
  restricted: digestOf(91),
  extensions: [
    { id: 1, critical: false, bytes: new Uint8Array([1, 2, 3]) },
    { id: 300, critical: false, bytes: new Uint8Array() },
  ],
};

export const aSignedProfile: SignedProfile = signProfile(aFullProfile, stateSigner);

/** Another version 4 of the same party: with the first it proves that its State key has signed both. */
export const aContradiction = contradictionOf(
  aSignedProfile,
  signProfile({ ...aFullProfile, issuedAt: issuedAt + 1 }, stateSigner),
);

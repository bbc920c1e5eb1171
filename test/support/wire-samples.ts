import { anchorCodec } from '../../protocol/anchor.ts';
import { checkpointCodec } from '../../protocol/checkpoint.ts';
import type { Codec } from '../../protocol/codec.ts';
import { type DeliveryFrame, deliveryFrameCodec } from '../../protocol/delivery/messages.ts';
import {
  type Evidence,
  evidenceCodec,
  evidenceStatement,
  type Receipt,
  receiptCodec,
  receiptStatement,
  rejectionCodec,
  type RejectionStatement,
  rejectionStatement,
} from '../../protocol/delivery/statements.ts';
import { type DirectoryFrame, directoryFrameCodec } from '../../protocol/directory/messages.ts';
import { toHex } from '../../protocol/hash.ts';
import { certificateCodec, readCertificate } from '../../protocol/identity/certificate.ts';
import { forkCodec, forkOf } from '../../protocol/item/fork.ts';
import { contradictionCodec } from '../../protocol/identity/contradiction.ts';
import { profileDraftCodec } from '../../protocol/identity/draft.ts';
import { profileCodec } from '../../protocol/identity/profile-codec.ts';
import { signedProfileCodec } from '../../protocol/identity/profile.ts';
import { signedCodec } from '../../protocol/identity/signed.ts';
import { actCodec } from '../../protocol/item/act.ts';
import { bodyCodec } from '../../protocol/item/body.ts';
import { envelopeCodec } from '../../protocol/item/envelope.ts';
import { headerCodec } from '../../protocol/item/header.ts';
import { withholdBody } from '../../protocol/item/item.ts';
import type { Quote } from '../../protocol/item/quote.ts';
import type { LinkState, ProfileVersion } from '../../protocol/session/link-state.ts';
import {
  type Hello,
  helloCodec,
  type SessionFrame,
  sessionFrameCodec,
} from '../../protocol/session/messages.ts';
import { aBody, anAct, anItem, certificateOf, digestOf, filled, officer, signerOf } from './items.ts';
import { aContradiction, aFullProfile, aSignedProfile } from './full-profile.ts';

/** A message with a value in which every field is set, or every field that can be set beside the others. */
export interface Sample {
  readonly name: string;
  readonly codec: Codec<unknown>;
  readonly value: unknown;
}

function sample<T>(name: string, codec: Codec<T>, value: T): Sample {
  return { name, codec: codec as Codec<unknown>, value };
}

const item = anItem();
const receiptSigner = signerOf(4);
const at = item.header.createdAt + 1200;

const receipt: Receipt = {
  network: 'caricom',
  receiver: 'JM',
  sender: 'GD',
  itemId: item.id,
  act: item.header.act,
  body: item.header.body,
  attachments: item.header.attachments,
  parts: 1,
  complete: true,
  receivedAt: at,
  defects: ['MLA-20f'],
  authority: 'central-authority',
};
const rejected: RejectionStatement = {
  network: 'caricom',
  receiver: 'JM',
  sender: 'GD',
  itemId: item.id,
  code: 'sequence-taken',
  sentence: 'Another item already stands at this place of the chain.',
  rejectedAt: at,
};
const evidence: Evidence = {
  network: 'caricom',
  party: 'JM',
  itemId: item.id,
  level: 'retrieval',
  at,
  authority: 'central-authority',
};
const signedReceipt = receiptStatement.sign(receipt, receiptSigner);
const signedRejection = rejectionStatement.sign(rejected, receiptSigner);

const quote: Quote = {
  headerBytes: item.headerBytes,
  actBytes: item.actBytes,
  actSalt: item.actSalt,
  authority: item.authority,
  officers: item.officers,
  receipt: signedReceipt,
};

const link: LinkState = {
  epoch: toHex(filled(16, 60)),
  watermark: 41,
  ranges: [
    { first: 43, last: 43 },
    { first: 50, last: 2 ** 40 },
  ],
};
const versions: ProfileVersion[] = [
  { party: 'GD', version: 3, digest: digestOf(61) },
  { party: 'GD-RGPF', version: 1, digest: digestOf(62) },
];
const hello: Hello = {
  network: 'caricom',
  bootId: toHex(filled(16, 63)),
  versions: [1, 2],
  kemPublicKey: filled(1184, 64),
};
const { kemPublicKey: _key, ...plainHello } = hello;
const place = { epoch: link.epoch, number: 44 };

const sessionFrames: Record<string, SessionFrame> = {
  keepalive: { kind: 'keepalive' },
  state: {
    kind: 'state',
    state: { profiles: versions, outgoing: [{ ...link, ranges: [] }], incoming: [link], recovering: true },
  },
  ping: { kind: 'ping', nonce: 77 },
  pong: { kind: 'pong', nonce: 77, atSeconds: 1_790_000_000 },
};
const deliveryFrames: Record<string, DeliveryFrame> = {
  deliver: { kind: 'deliver', ...place, parcel: { kind: 'item', item: item.bytes, withheld: false } },
  'deliver withheld': {
    kind: 'deliver',
    ...place,
    parcel: { kind: 'item', item: withholdBody(item), receipt: signedReceipt, withheld: true },
  },
  'deliver rejection': {
    kind: 'deliver',
    ...place,
    parcel: { kind: 'rejection', statement: signedRejection },
  },
  'deliver evidence': {
    kind: 'deliver',
    ...place,
    parcel: { kind: 'evidence', statement: evidenceStatement.sign(evidence, receiptSigner) },
  },
  receipt: { kind: 'receipt', ...place, receipt: signedReceipt },
  rejection: { kind: 'rejection', ...place, rejection: signedRejection },
  'sequence taken': {
    kind: 'rejection',
    ...place,
    rejection: signedRejection,
    standing: { item: item.bytes, receipt: signedReceipt },
  },
  busy: { kind: 'busy', ...place, retryAfterMs: 1500, needProfiles: [digestOf(65), digestOf(66)] },
  ack: { kind: 'ack', link },
  'caught up': { kind: 'caughtUp', ...place },
};
const signedHeader = { headerBytes: item.headerBytes, authority: item.authority, profile: aSignedProfile };
const otherHeader = headerCodec.encode({ ...item.header, createdAt: item.header.createdAt + 1 });
const aFork = forkOf(signedHeader, { ...signedHeader, headerBytes: otherHeader });
const directoryFrames: Record<string, DirectoryFrame> = {
  inventory: { kind: 'inventory', profiles: versions },
  want: { kind: 'want', digests: [digestOf(67)] },
  profile: { kind: 'profile', profile: aSignedProfile },
  done: { kind: 'done' },
};

function frames<T>(name: string, codec: Codec<T>, values: Readonly<Record<string, T>>): Sample[] {
  return Object.entries(values).map(([kind, value]) => sample(`${name} ${kind}`, codec, value));
}

/** Every message that stands alone on the wire or under a signature. */
export const wireSamples: readonly Sample[] = [
  sample('OfficerCertificate', certificateCodec, readCertificate(certificateOf(officer))),
  sample('Signed', signedCodec, certificateOf(officer)),
  sample('Profile', profileCodec, aFullProfile),
  sample('SignedProfile', signedProfileCodec, aSignedProfile),
  sample('Contradiction', contradictionCodec, aContradiction),
  sample('ProfileDraft', profileDraftCodec, { profile: aFullProfile, before: aSignedProfile }),
  sample('Fork', forkCodec, aFork),
  sample('Header', headerCodec, item.header),
  sample('Act', actCodec, anAct),
  sample('Act with a quote', actCodec, { ...anAct, basis: digestOf(68), quotes: [quote] }),
  sample('Body', bodyCodec, aBody),
  sample('Envelope', envelopeCodec, envelopeCodec.decode(item.bytes)),
  sample('Envelope withheld', envelopeCodec, envelopeCodec.decode(withholdBody(item))),
  sample('Hello of the dialler', helloCodec, hello),
  sample('Hello of the other', helloCodec, { ...plainHello, kemCiphertext: filled(1088, 69) }),
  ...frames('SessionFrame', sessionFrameCodec, sessionFrames),
  ...frames('DeliveryFrame', deliveryFrameCodec, deliveryFrames),
  ...frames('DirectoryFrame', directoryFrameCodec, directoryFrames),
  sample('ReceiptStatement', receiptCodec, receipt),
  sample('RejectionStatement', rejectionCodec, rejected),
  sample('EvidenceStatement', evidenceCodec, evidence),
  sample('Checkpoint', checkpointCodec, {
    network: 'caricom',
    party: 'GD',
    size: 12_345,
    root: digestOf(70),
    at,
  }),
  sample('Anchor', anchorCodec, { network: 'caricom', party: 'GD', digest: digestOf(71), at }),
];

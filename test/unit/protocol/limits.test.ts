import { expect } from 'chai';
import { deliveryFrameCodec } from '../../../protocol/delivery/messages.ts';
import { receiptCodec, rejectionStatement, receiptStatement } from '../../../protocol/delivery/statements.ts';
import { directoryFrameCodec } from '../../../protocol/directory/messages.ts';
import { toHex } from '../../../protocol/hash.ts';
import { signProfile, signedProfileCodec } from '../../../protocol/identity/profile.ts';
import { profileCodec } from '../../../protocol/identity/profile-codec.ts';
import { issueCertificate, readCertificate } from '../../../protocol/identity/certificate.ts';
import { envelopeCodec } from '../../../protocol/item/envelope.ts';
import { headerCodec } from '../../../protocol/item/header.ts';
import { COUNTS, FRAME_BYTES_MAX, LANE_TIMES, SIZES, TIMES, WINDOWS } from '../../../protocol/limits.ts';
import type { LinkState } from '../../../protocol/session/link-state.ts';
import { helloCodec, sessionFrameCodec } from '../../../protocol/session/messages.ts';
import { aFullProfile, stateSigner } from '../../support/full-profile.ts';
import {
  aDraft,
  anItem,
  authority,
  certificateOf,
  digestOf,
  filled,
  officer,
  signerOf,
} from '../../support/items.ts';

const longId = (index: number): string => `P${index}`.padEnd(COUNTS.idCharacters, 'x');
const digests = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => index.toString(16).padStart(64, '0'));
const huge = Number.MAX_SAFE_INTEGER;
const receipt = {
  network: longId(0),
  receiver: longId(1),
  sender: longId(2),
  itemId: digestOf(1),
  act: digestOf(2),
  body: digestOf(3),
  attachments: digests(COUNTS.attachments),
  parts: 0xffff_ffff,
  complete: true,
  receivedAt: TIMES.timeMax,
  defects: Array.from({ length: COUNTS.paragraphs }, (_, index) =>
    `${index}`.padEnd(COUNTS.codeCharacters, '-'),
  ),
};
const rejected = {
  network: longId(0),
  receiver: longId(1),
  sender: longId(2),
  itemId: digestOf(1),
  code: 'x'.repeat(COUNTS.codeCharacters),
  sentence: '漢'.repeat(COUNTS.sentenceCharacters),
  rejectedAt: TIMES.timeMax,
};

/** A link with so many ranges, each number as long as it can be. */
function linkWith(ranges: number, epoch: number): LinkState {
  const first = huge - 4 * ranges;
  return {
    epoch: epoch.toString(16).padStart(32, '0'),
    watermark: first - 2,
    ranges: Array.from({ length: ranges }, (_, index) => ({
      first: first + 3 * index,
      last: first + 3 * index,
    })),
  };
}

function largestEnvelope(): Uint8Array {
  const certificate = certificateOf(officer);
  const padded = { ...certificate, statement: new Uint8Array(SIZES.certificateBytesMax) };
  const { signature } = certificate;
  return envelopeCodec.encode({
    headerBytes: new Uint8Array(SIZES.headerBytesMax),
    actBytes: new Uint8Array(SIZES.actBytesMax),
    actSalt: filled(32, 1),
    bodyBytes: new Uint8Array(SIZES.bodyBytesMax),
    bodySalt: filled(32, 2),
    authority: signature,
    officers: Array.from({ length: COUNTS.officers }, () => ({ signature, certificate: padded })),
  });
}

describe('limits fit into each other', () => {
  it('a header holds the most roots and voids, under the longest ids', () => {
    const address = { party: longId(1), authority: longId(2), scope: longId(3) };
    const { header } = anItem();
    const bytes = headerCodec.encode({
      ...header,
      network: longId(0),
      sender: address,
      recipient: address,
      createdAt: TIMES.timeMax - 1,
      expiresAt: TIMES.timeMax,
      sequence: 0xffff_ffff,
      voids: digests(COUNTS.voids),
      attachments: digests(COUNTS.attachments),
      extensions: Array.from({ length: COUNTS.extensions }, (_, index) => ({
        id: 0xffff_0000 + index,
        critical: false,
        bytes: new Uint8Array(32),
      })),
    });
    expect(bytes.length).to.be.at.most(SIZES.headerBytesMax);
  });

  it('a certificate holds the longest ids and a function in any script', () => {
    const certificate = readCertificate(certificateOf(officer));
    const function_ = '漢'.repeat(COUNTS.lineCharacters / 2);
    issueCertificate(
      { ...certificate, network: longId(0), party: longId(1), desk: longId(2), function: function_ },
      authority,
    );
  });

  it('an envelope holds the largest parts and all officers; a delivery frame holds it with what may go with it', () => {
    const item = largestEnvelope();
    const signedReceipt = receiptStatement.sign(receipt, signerOf(4));
    const rejection = rejectionStatement.sign(rejected, signerOf(4));
    expect(receiptCodec.encode(receipt).length).to.be.at.most(SIZES.receiptBytesMax);
    const full = { ...signedReceipt, statement: new Uint8Array(SIZES.receiptBytesMax) };
    const whole = new Uint8Array(SIZES.envelopeBytesMax);
    const place = { epoch: toHex(filled(16, 1)), number: huge };
    expect(item.length).to.be.at.most(SIZES.envelopeBytesMax);
    deliveryFrameCodec.encode({
      kind: 'deliver',
      ...place,
      parcel: { kind: 'item', item: whole, receipt: full, withheld: true },
    });
    deliveryFrameCodec.encode({
      kind: 'rejection',
      ...place,
      rejection: { ...rejection, statement: new Uint8Array(SIZES.rejectionBytesMax) },
      standing: { item: whole, receipt: full },
    });
    deliveryFrameCodec.encode({
      kind: 'busy',
      ...place,
      retryAfterMs: TIMES.busyMsMax,
      needProfiles: digests(COUNTS.wantedProfiles),
    });
  });

  it('frames hold the most profiles, epochs and ranges, and are read back', () => {
    const ack = { kind: 'ack', link: linkWith(COUNTS.ranges, 1) } as const;
    expect(deliveryFrameCodec.decode(deliveryFrameCodec.encode(ack))).to.deep.equal(ack);
    const profiles = Array.from({ length: COUNTS.parties }, (_, index) => ({
      party: longId(1000 + index),
      version: 0xffff_ffff,
      digest: digestOf(index),
    }));
    const links = Array.from({ length: COUNTS.epochs }, (_, index) =>
      linkWith(COUNTS.stateRanges / COUNTS.epochs / 2, index),
    );
    const state = { profiles, outgoing: links, incoming: links, recovering: true };
    const frame = { kind: 'state', state } as const;
    expect(sessionFrameCodec.decode(sessionFrameCodec.encode(frame))).to.deep.equal(frame);
    const inventory = { kind: 'inventory', profiles } as const;
    expect(directoryFrameCodec.decode(directoryFrameCodec.encode(inventory))).to.deep.equal(inventory);
  });

  it('a profile holds every desk and every key in half of its bytes; a directory frame holds the largest', () => {
    const [desk] = aFullProfile.desks;
    if (desk === undefined) throw new Error('the sample has desks');
    const keys = digests(COUNTS.profileKeys / COUNTS.desks).map((publicKey) => ({
      suite: 1,
      publicKey,
      from: TIMES.timeMax - 1,
      until: TIMES.timeMax,
      revokedAt: TIMES.timeMax,
    }));
    const desks = Array.from({ length: COUNTS.desks }, (_, index) => ({ ...desk, id: longId(index), keys }));
    const node = { ...aFullProfile.node, receiptKeys: [], recordKeys: [] };
    const profile = { ...aFullProfile, desks, node };
    const bytes = profileCodec.encode(profile);
    expect(bytes.length).to.be.at.most(SIZES.profileBytesMax / 2);
    expect(profileCodec.decode(bytes)).to.deep.equal(profile);
    const { signature } = signProfile(aFullProfile, stateSigner);
    const largest = { profile: new Uint8Array(SIZES.profileBytesMax), signature };
    signedProfileCodec.encode(largest);
    directoryFrameCodec.encode({ kind: 'profile', profile: largest });
  });

  it('a Hello holds the most versions beside the longer half of the exchange', () => {
    const versions = Array.from({ length: COUNTS.versions }, (_, index) => 0xffff_0000 + index);
    helloCodec.encode({
      network: longId(0),
      bootId: aDraft.caseId,
      versions,
      kemPublicKey: new Uint8Array(1184),
    });
  });

  it('a frame fits into a stream window, a window into the connection, an item into the window of a link', () => {
    for (const bytes of Object.values(FRAME_BYTES_MAX)) expect(bytes).to.be.below(WINDOWS.streamBytesMax / 2);
    expect(WINDOWS.streamBytesMax).to.be.below(WINDOWS.readBytesMax);
    expect(WINDOWS.readBytesMax).to.be.below(WINDOWS.writeBytesMax);
    expect(SIZES.envelopeBytesMax).to.be.below(WINDOWS.parcelBytesMax);
    expect(SIZES.chunkBytes).to.be.below(FRAME_BYTES_MAX.evidence);
    expect(WINDOWS.evidenceBytesMin).to.be.below(WINDOWS.evidenceBytesMax);
    expect(WINDOWS.parcelsMax).to.be.below(COUNTS.ranges);
    expect(SIZES.helloBytesMax).to.be.below(SIZES.preHandshakeBytesMax);
    expect(SIZES.paddingStepBytes % SIZES.paddingBytesMin).to.equal(0);
  });

  it('silence takes three keepalives, a pause ends before it is felt as an outage, lanes keep their order', () => {
    expect(TIMES.silenceMs).to.be.at.least(3 * TIMES.keepaliveMs);
    expect(TIMES.ackMs).to.be.below(TIMES.keepaliveMs);
    expect(TIMES.progressMs).to.be.at.most(TIMES.silenceMs);
    expect(TIMES.retryMsMin).to.be.below(TIMES.retryMsMax);
    expect(TIMES.busyMsMax).to.be.below(LANE_TIMES.emergency.delayMs);
    expect(TIMES.retryMsMax).to.be.below(LANE_TIMES.emergency.delayMs);
    const lanes = [LANE_TIMES.emergency, LANE_TIMES.urgent, LANE_TIMES.routine];
    for (const [index, lane] of lanes.entries()) {
      const next = lanes[index + 1];
      expect(lane.delayMs).to.be.below(lane.expiryMs);
      if (next)
        expect([lane.delayMs < next.delayMs, lane.expiryMs < next.expiryMs]).to.deep.equal([true, true]);
    }
    expect(new Date(TIMES.timeMax).toISOString()).to.equal('9999-12-31T23:59:59.999Z');
  });
});

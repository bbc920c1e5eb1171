import { receiptStatement } from '../../protocol/delivery/statements.ts';
import { openCertificate } from '../../protocol/identity/certificate.ts';
import { profileCodec } from '../../protocol/identity/profile-codec.ts';
import { openProfile, signedProfileCodec } from '../../protocol/identity/profile.ts';
import { signedCodec } from '../../protocol/identity/signed.ts';
import { TAGS } from '../../protocol/ids.ts';
import { actCodec } from '../../protocol/item/act.ts';
import { type Envelope, envelopeCodec } from '../../protocol/item/envelope.ts';
import { headerCodec } from '../../protocol/item/header.ts';
import { itemIdOfEnvelope, openEnvelope, readItem } from '../../protocol/item/item.ts';
import { commitment } from '../../protocol/item/parts.ts';
import { type Keyring, verifyItem, verifyQuote } from '../../protocol/item/verify.ts';
import { aFullProfile, aSignedProfile, stateSigner } from '../support/full-profile.ts';
import {
  aDraft,
  anAct,
  anItem,
  aSealing,
  authority,
  certificateOf,
  decidedBy,
  keyring,
  officer,
  signerOf,
} from '../support/items.ts';
import { join } from '../support/wire-surgery.ts';
import { behind, MESSAGE, type Target } from './target.ts';

/** Signed things as they come in: bounds, signatures and commitments first, contents afterwards. */
const item = anItem();
const receiptKey = signerOf(4);

/** Knows the authority's key for every profile and desk: what is signed anew may name another one. */
const trusting: Keyring = {
  authorityKey: (_, __, keyId) => (keyId === authority.keyId ? authority.publicKey : undefined),
};

const PARTS = ['header', 'act', 'body'] as const;
const partBytes = { header: item.headerBytes, act: item.actBytes, body: item.bodyBytes ?? new Uint8Array() };

/** A part of an item, behind the number of the part. */
const parts = PARTS.map((part, index) => join([Uint8Array.of(index), partBytes[part]]));

/** The item with one part exchanged, everything round it committed to and signed by those who may. */
function signedAnew(input: Uint8Array): Envelope {
  const part = PARTS[(input[0] ?? 0) % PARTS.length] ?? 'header';
  const bytes = input.subarray(1);
  if (part === 'header') {
    return { ...envelope, headerBytes: bytes, authority: authority.sign(TAGS.signHeader, bytes) };
  }
  const sealing = { ...aSealing(), [`${part}Bytes`]: bytes };
  const { actBytes, actSalt, bodyBytes, bodySalt } = sealing;
  const act = commitment(TAGS.act, actSalt, actBytes);
  const body = commitment(TAGS.body, bodySalt, bodyBytes);
  const headerBytes = headerCodec.encode({ ...aDraft, act, body });
  return {
    ...{ headerBytes, actBytes, actSalt, bodyBytes, bodySalt },
    authority: authority.sign(TAGS.signHeader, headerBytes),
    officers: decidedBy([officer], { ...sealing, actCommitment: act, bodyCommitment: body }),
  };
}

const envelope = envelopeCodec.decode(item.bytes);

export const openingTargets: readonly Target[] = [
  {
    name: 'item, as it came',
    corpus: [item.bytes],
    mutate: MESSAGE,
    take: (input) => {
      itemIdOfEnvelope(input);
      const opened = openEnvelope(input);
      return verifyItem(opened, keyring).bytes;
    },
  },
  {
    name: 'item, read without verifying',
    corpus: [item.bytes],
    mutate: MESSAGE,
    take: (input) => readItem(input).bytes,
  },
  {
    name: 'item, signed anew by its authors',
    corpus: parts,
    mutate: behind(1, MESSAGE),
    share: 250,
    take: (input) => {
      const bytes = envelopeCodec.encode(signedAnew(input));
      verifyItem(openEnvelope(bytes), trusting);
      return undefined;
    },
  },
  {
    name: 'quote',
    corpus: [item.actBytes, actCodec.encode({ ...anAct, quotes: [quoted()] })],
    mutate: MESSAGE,
    take: (input) => {
      for (const quote of actCodec.decode(input).quotes) verifyQuote(quote, trusting);
      return undefined;
    },
  },
  {
    name: 'profile, as it came',
    corpus: [signedProfileCodec.encode(aSignedProfile)],
    mutate: MESSAGE,
    take: (input) => openProfile(input).bytes,
  },
  {
    name: 'profile, signed anew by its State',
    corpus: [profileCodec.encode(aFullProfile)],
    mutate: MESSAGE,
    share: 250,
    take: (input) => {
      // A signed profile has the form of every other signed statement.
      const signature = stateSigner.sign(TAGS.signProfile, input);
      openProfile(signedCodec.encode({ statement: input, signature }));
      return undefined;
    },
  },
  {
    name: 'certificate, as it came',
    corpus: [signedCodec.encode(certificateOf(officer))],
    mutate: MESSAGE,
    take: (input) => {
      const signed = signedCodec.decode(input);
      openCertificate(signed, () => authority.publicKey);
      return signedCodec.encode(signed);
    },
  },
  {
    name: 'certificate, signed anew by its authority',
    corpus: [certificateOf(officer).statement],
    mutate: MESSAGE,
    share: 250,
    take: (input) => {
      const signature = authority.sign(TAGS.signCertificate, input);
      openCertificate({ statement: input, signature }, () => authority.publicKey);
      return undefined;
    },
  },
  {
    name: 'receipt, signed anew by its node',
    corpus: [receiptBytes()],
    mutate: MESSAGE,
    share: 250,
    take: (input) => {
      const signature = receiptKey.sign(TAGS.signReceipt, input);
      receiptStatement.open({ statement: input, signature }, receiptKey.publicKey);
      return undefined;
    },
  },
];

function quoted() {
  const { headerBytes, actBytes, actSalt, officers } = item;
  return { headerBytes, actBytes, actSalt, authority: item.authority, officers };
}

function receiptBytes(): Uint8Array {
  const { header, id } = item;
  return receiptStatement.sign(
    {
      ...{ network: 'caricom', receiver: 'JM', sender: 'GD', itemId: id, act: header.act, body: header.body },
      ...{ attachments: [], parts: 2, complete: true, receivedAt: header.createdAt, defects: [] },
    },
    receiptKey,
  ).statement;
}

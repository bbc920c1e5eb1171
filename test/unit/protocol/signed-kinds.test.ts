import { expect } from 'chai';
import { openAnchor, signAnchor } from '../../../protocol/anchor.ts';
import { openCheckpoint, signCheckpoint } from '../../../protocol/checkpoint.ts';
import {
  evidenceStatement,
  receiptStatement,
  rejectionStatement,
} from '../../../protocol/delivery/statements.ts';
import { toHex } from '../../../protocol/hash.ts';
import {
  issueCertificate,
  openCertificate,
  readCertificate,
} from '../../../protocol/identity/certificate.ts';
import type { Signer } from '../../../protocol/identity/keys.ts';
import { peerIdOfKey, provePossession, verifyPossession } from '../../../protocol/identity/node-entry.ts';
import { openProfile, signProfile } from '../../../protocol/identity/profile.ts';
import { signHandover, verifyHandovers } from '../../../protocol/identity/state-key.ts';
import { TAGS } from '../../../protocol/ids.ts';
import { assembleItem, openEnvelope } from '../../../protocol/item/item.ts';
import { verifyItem } from '../../../protocol/item/verify.ts';
import { aFullProfile, stateSigner } from '../../support/full-profile.ts';
import {
  aDraft,
  aSealing,
  authority,
  certificateOf,
  decidedBy,
  digestOf,
  keyring,
  officer,
  signerOf,
} from '../../support/items.ts';
import { refuses } from '../../support/refuses.ts';

type Tag = (typeof TAGS)[keyof typeof TAGS];

const by = { network: 'caricom', party: 'JM', at: 1 };
const between = { network: 'caricom', receiver: 'JM', sender: 'GD' };
const [parts, [former, key]] = [aSealing(), [signerOf(8), signerOf(9)]];
const item = (officers = decidedBy([officer], parts), signer: Signer = authority): unknown =>
  verifyItem(
    openEnvelope(assembleItem({ header: aDraft, parts, officers, authority: signer }).bytes),
    keyring,
  );

/** Signs and opens one of each kind, with all right but for what the signer does. */
const KINDS: Readonly<Record<string, readonly [Signer, Tag, (signer: Signer) => unknown]>> = {
  profile: [stateSigner, TAGS.signProfile, (signer) => openProfile(signProfile(aFullProfile, signer))],
  handover: [
    former,
    TAGS.signHandover,
    (signer) => {
      const [next, old] = [toHex(key.publicKey), toHex(former.publicKey)];
      const handover = signHandover(signer, 'caricom', next);
      verifyHandovers({
        network: 'caricom',
        stateKey: { suite: 1, publicKey: next, from: 2 },
        stateKeyHistory: [{ key: { suite: 1, publicKey: old, from: 1 }, handover }],
      });
    },
  ],
  'node key': [
    key,
    TAGS.signNode,
    (signer) => {
      const [peerId, possession] = [peerIdOfKey(key.publicKey), provePossession(signer, aFullProfile)];
      verifyPossession({ ...aFullProfile.node, peerId, possession }, aFullProfile);
    },
  ],
  certificate: [
    authority,
    TAGS.signCertificate,
    (signer) =>
      openCertificate(
        issueCertificate(readCertificate(certificateOf(officer)), signer),
        () => authority.publicKey,
      ),
  ],
  header: [authority, TAGS.signHeader, (signer) => item(undefined, signer)],
  act: [officer, TAGS.signAct, (signer) => item([{ ...onlyOf(decidedBy([signer], parts)), certificate }])],
  receipt: [
    key,
    TAGS.signReceipt,
    (signer) => {
      const ids = { itemId: digestOf(1), act: digestOf(2), body: digestOf(3), attachments: [], defects: [] };
      const receipt = { ...between, ...ids, parts: 2, complete: true, receivedAt: 1 };
      return receiptStatement.open(receiptStatement.sign(receipt, signer), key.publicKey);
    },
  ],
  rejection: [
    key,
    TAGS.signRejection,
    (signer) => {
      const said = { ...between, code: 'malformed', sentence: 'It is not well formed.', rejectedAt: 1 };
      return rejectionStatement.open(rejectionStatement.sign(said, signer), key.publicKey);
    },
  ],
  evidence: [
    key,
    TAGS.signEvidence,
    (signer) => {
      const said = { ...by, itemId: digestOf(1), level: 'relay' } as const;
      return evidenceStatement.open(evidenceStatement.sign(said, signer), key.publicKey);
    },
  ],
  checkpoint: [
    key,
    TAGS.signCheckpoint,
    (signer) => openCheckpoint(signCheckpoint({ ...by, size: 1, root: digestOf(1) }, signer), key.publicKey),
  ],
  anchor: [
    key,
    TAGS.signAnchor,
    (signer) => openAnchor(signAnchor({ ...by, digest: digestOf(1) }, signer), key.publicKey),
  ],
};

const certificate = certificateOf(officer);
const SIGNED = Object.values(TAGS).filter((tag) => tag.startsWith('comity/sign/'));

describe('a signature of one kind', () => {
  for (const [kind, [signer, tag, signAndOpen]] of Object.entries(KINDS)) {
    it(`holds under its own tag and no other, that of a ${kind}`, () => {
      expect(() => signAndOpen(signer)).not.to.throw();
      for (const other of SIGNED.filter((one) => one !== tag)) {
        const disguised: Signer = { ...signer, sign: (_, ...said) => signer.sign(other, ...said) };
        refuses('unauthentic', () => signAndOpen(disguised));
      }
    });
  }
});

function onlyOf<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Error('there is none');
  return one;
}

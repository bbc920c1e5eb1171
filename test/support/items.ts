import { plain, toHex } from '../../protocol/hash.ts';
import { SUITES, TAGS } from '../../protocol/ids.ts';
import { issueCertificate, type OfficerCertificate } from '../../protocol/identity/certificate.ts';
import { createSigner, type Signer } from '../../protocol/identity/keys.ts';
import type { Signed } from '../../protocol/identity/signed.ts';
import type { Act } from '../../protocol/item/act.ts';
import type { Body } from '../../protocol/item/body.ts';
import type { Header } from '../../protocol/item/header.ts';
import { assembleItem, type Item } from '../../protocol/item/item.ts';
import { officerMessage, type OfficerSignature } from '../../protocol/item/officer-signature.ts';
import { type Parts, sealParts } from '../../protocol/item/parts.ts';
import type { Keyring } from '../../protocol/item/verify.ts';
import type { Hex } from '../../protocol/value.ts';

/** Bytes that are the same in every run, and look unlike each other. */
export function filled(length: number, value: number): Uint8Array {
  return plain(Uint8Array.from({ length }, (_, index) => (value * 31 + index) % 256));
}

export function digestOf(value: number): Hex {
  return toHex(filled(32, value));
}

export function signerOf(value: number): Signer {
  return createSigner(filled(32, value));
}

export const authority = signerOf(1);
export const officer = signerOf(2);
export const approver = signerOf(3);

const createdAt = Date.UTC(2026, 2, 14, 15, 9, 26, 535);

export function certificateOf(signer: Signer, parts: Partial<OfficerCertificate> = {}): Signed {
  const certificate: OfficerCertificate = {
    network: 'caricom',
    party: 'GD',
    desk: 'central-authority',
    suite: SUITES.ed25519,
    publicKey: toHex(signer.publicKey),
    function: 'Senior Crown Counsel',
    role: 'officer',
    from: Date.UTC(2026, 0, 1),
    until: Date.UTC(2027, 0, 1),
    ...parts,
  };
  return issueCertificate(certificate, authority);
}

export const anAct: Act = {
  kind: 'mla.general',
  verb: 'request',
  paragraphs: ['MLA-1', 'MLA-3e', 'MLA-20'],
  regime: {
    legalBasis: [{ basis: 'convention' }, { basis: 'treaty', reference: 'GD-JM-1994' }],
    procedure: 'mla_9_29',
    catalogueVersion: '1',
  },
  exercise: false,
  content: {
    deadline: '2026-06-30',
    measures: [
      { code: 'MLA-3e', id: 'm1', months: 12, urgent: true },
      { code: 'MLA-3f', id: 'm2', offence: filled(32, 40) },
    ],
    offences: ['fraud', 'money-laundering'],
  },
  quotes: [],
  extensions: [{ id: 7, critical: false, bytes: filled(5, 41) }],
};

export const aBody: Body = {
  language: 'en',
  content: {
    facts: 'Between March and May, three accounts were emptied — by “J. Doe”, it is said.',
    persons: [{ name: 'Zoë Ågren', nationality: 'GD', role: 'suspect' }],
    purpose: { text: 'Trial.', proceedings: [{ nature: 'criminal' }] },
  },
  extensions: [],
};

export const aDraft: Omit<Header, 'act' | 'body'> = {
  network: 'caricom',
  sender: { party: 'GD', authority: 'central-authority' },
  recipient: { party: 'JM', authority: 'central-authority', scope: 'port-royal' },
  caseId: toHex(filled(16, 10)),
  urgency: 'urgent',
  createdAt,
  expiresAt: createdAt + 7 * 24 * 3_600_000,
  instrument: digestOf(11),
  catalogue: digestOf(12),
  senderProfile: digestOf(13),
  recipientProfile: digestOf(14),
  sequence: 2,
  previous: digestOf(15),
  seen: digestOf(16),
  voids: [digestOf(17), digestOf(18)].sort(),
  fold: digestOf(19),
  attachments: [digestOf(20)],
  extensions: [],
};

/** Salts that differ, the same in every run. */
export function saltsFrom(value: number): (count: number) => Uint8Array {
  let next = value;
  return (count) => filled(count, next++);
}

export function aSealing(act: Act = anAct, body: Body = aBody): Parts {
  return sealParts(act, body, saltsFrom(50));
}

export type Draft = Omit<Header, 'act' | 'body'>;

export function decidedBy(
  signers: readonly Signer[],
  parts: Parts,
  { draft = aDraft, certificate = {} }: { draft?: Draft; certificate?: Partial<OfficerCertificate> } = {},
): OfficerSignature[] {
  const message = officerMessage({ ...draft, act: parts.actCommitment, body: parts.bodyCommitment });
  return signers.map((signer) => ({
    signature: signer.sign(TAGS.signAct, ...message),
    certificate: certificateOf(signer, certificate),
  }));
}

/** An item decided by one officer and approved by another. */
export function anItem(draft: Draft = aDraft, parts: Parts = aSealing()): Item {
  const officers = decidedBy([officer, approver], parts, { draft });
  return assembleItem({ header: draft, parts, officers, authority });
}

/** Knows the one authority key, under the sender's profile. */
export const keyring: Keyring = {
  authorityKey: (profile, desk, keyId) => {
    const known = profile === aDraft.senderProfile && desk === 'central-authority';
    return known && keyId === authority.keyId ? authority.publicKey : undefined;
  },
};

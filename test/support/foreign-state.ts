import { randomBytes } from 'node:crypto';
import { CENTRAL_AUTHORITY, firstProfile } from '../../node/home/first-profile.ts';
import type { Urgency } from '../../protocol/convention/instrument.ts';
import { currentPins } from '../../protocol/convention/instruments.ts';
import { toHex } from '../../protocol/hash.ts';
import { issueCertificate } from '../../protocol/identity/certificate.ts';
import { createSigner, type Signer } from '../../protocol/identity/keys.ts';
import { nextProfile } from '../../protocol/identity/next-profile.ts';
import { openProfile, type OpenedProfile, signProfile } from '../../protocol/identity/profile.ts';
import { SUITES, TAGS } from '../../protocol/ids.ts';
import type { Act } from '../../protocol/item/act.ts';
import type { Header } from '../../protocol/item/header.ts';
import { assembleItem, type Item } from '../../protocol/item/item.ts';
import { officerMessage } from '../../protocol/item/officer-signature.ts';
import { sealParts } from '../../protocol/item/parts.ts';
import type { Fields, Hex, Time } from '../../protocol/value.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What an item says; all that is not given is made to fit, and nothing is checked against any rule. */
export interface ForeignItem {
  readonly caseId: Hex;
  readonly sequence: number;
  readonly verb: string;
  readonly kind?: string;
  readonly previous?: Hex;
  readonly seen?: Hex;
  readonly urgency?: Urgency;
  readonly act?: Fields;
  readonly body?: Fields;
  /** What else the header says, right or wrong. */
  readonly header?: Partial<Header>;
  readonly extensions?: Act['extensions'];
  /** Signs the header instead of the State's authority. */
  readonly authority?: Signer;
}

/** A State with its keys, whose implementation is another one than ours. */
export interface ForeignState {
  readonly code: string;
  readonly profile: OpenedProfile;
  /** Of its node: the seed of the key behind its PeerId. */
  readonly nodeSeed: Uint8Array;
  readonly receiptKey: Signer;
  /** An authentic item for the central authority of a partner, whatever it says. */
  item(to: OpenedProfile, said: ForeignItem): Item;
  /** The same State, which has revoked the key of its authority and given itself another one. */
  revoked(now: Time): ForeignState;
}

/** What it calls itself, its desk and its officer. */
export function foreignState(
  code: string,
  network: string,
  { now, called = `State of ${code}` }: { readonly now: number; readonly called?: string },
): ForeignState {
  const nodeSeed = randomBytes(32);
  const [state, authority, officer, receiptKey, record] = Array.from({ length: 5 }, () =>
    createSigner(randomBytes(32)),
  ) as [Signer, Signer, Signer, Signer, Signer];
  const bare = firstProfile({
    ...{ network, party: code, name: called, languages: ['en'] },
    desks: [{ ...CENTRAL_AUTHORITY, name: called }],
    ...{ utcOffsetMinutes: -240, addresses: [], inForceFrom: '2020-01-01', now },
    keys: {
      state: state.publicKey,
      node: createSigner(nodeSeed),
      receipt: receiptKey,
      record,
      authority: () => authority,
    },
  });
  const keys = { nodeSeed, state, officer, receiptKey };
  return stateWith(openProfile(signProfile(bare, state)), { ...keys, authority, now, called });
}

interface Held {
  readonly nodeSeed: Uint8Array;
  readonly state: Signer;
  readonly authority: Signer;
  readonly officer: Signer;
  readonly receiptKey: Signer;
  readonly now: Time;
  readonly called: string;
}

function stateWith(profile: OpenedProfile, held: Held): ForeignState {
  const { nodeSeed, authority, officer, receiptKey, now, called } = held;
  const { party: code, network } = profile.profile;
  const certificate = issueCertificate(
    {
      ...{ network, party: code, desk: CENTRAL_AUTHORITY.id, suite: SUITES.ed25519 },
      ...{ publicKey: toHex(officer.publicKey), function: called, role: 'officer' },
      ...{ from: now - DAY_MS / 2, until: now + 60 * DAY_MS },
    },
    authority,
  );

  const item = (to: OpenedProfile, said: ForeignItem): Item => {
    const { caseId, sequence, previous, seen, urgency = 'routine' } = said;
    const parts = sealParts(
      {
        ...{ kind: said.kind ?? 'mla.general', verb: said.verb, paragraphs: ['MLA-20'], exercise: false },
        ...{ content: said.act ?? {}, quotes: [], extensions: said.extensions ?? [] },
      },
      { language: 'en', content: said.body ?? {}, extensions: [] },
      randomBytes,
    );
    const header = {
      ...{ network, caseId, sequence, urgency, voids: [], attachments: [], extensions: [] },
      sender: { party: code, authority: CENTRAL_AUTHORITY.id },
      recipient: { party: to.profile.party, authority: CENTRAL_AUTHORITY.id },
      createdAt: Date.now(),
      expiresAt: Date.now() + DAY_MS,
      ...currentPins(),
      senderProfile: profile.digest,
      recipientProfile: to.digest,
      ...(previous !== undefined && { previous }),
      ...(seen !== undefined && { seen }),
      // It folds no case.
      fold: toHex(randomBytes(32)),
      ...said.header,
    };
    const subject = { ...header, act: parts.actCommitment, body: parts.bodyCommitment };
    const signature = officer.sign(TAGS.signAct, ...officerMessage(subject));
    const officers = [{ signature, certificate }];
    return assembleItem({ header, parts, officers, authority: said.authority ?? authority });
  };
  const revoked = (at: Time): ForeignState => {
    const next = createSigner(randomBytes(32));
    const { version } = profile.profile;
    const key = { use: { desk: CENTRAL_AUTHORITY.id }, publicKey: toHex(next.publicKey) };
    const change = { keys: [key], revoked: [authority.keyId] };
    const follows = { version, digest: profile.digest, supersedes: [] };
    const changed = signProfile(nextProfile(profile.profile, change, follows, at), held.state);
    return stateWith(openProfile(changed), { ...held, authority: next });
  };
  return { code, profile, nodeSeed, receiptKey, item, revoked };
}

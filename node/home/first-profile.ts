import { digestOfInstrument } from '../../protocol/convention/digest.ts';
import type { DeskRole } from '../../protocol/convention/instrument.ts';
import { INSTRUMENTS } from '../../protocol/convention/instruments.ts';
import { defaultDeclarations } from '../../protocol/convention/profile-fields.ts';
import { toHex } from '../../protocol/hash.ts';
import type { Desk } from '../../protocol/identity/desk.ts';
import type { Key } from '../../protocol/identity/key.ts';
import type { Signer } from '../../protocol/identity/keys.ts';
import { peerIdOfKey, provePossession } from '../../protocol/identity/node-entry.ts';
import type { Profile } from '../../protocol/identity/profile.ts';
import { SUITES } from '../../protocol/ids.ts';
import { SIZES } from '../../protocol/limits.ts';
import type { Time } from '../../protocol/value.ts';

/** What an operator says of a desk; the rest is said by a later version of the profile. */
export interface NewDesk {
  readonly id: string;
  readonly role: DeskRole;
  readonly name: string;
  readonly languages?: readonly string[];
  readonly aroundTheClock?: boolean;
}

export interface FirstProfile {
  readonly network: string;
  readonly party: string;
  readonly name: string;
  readonly desks: readonly NewDesk[];
  readonly languages: readonly string[];
  /** Days of this party are counted at this offset. */
  readonly utcOffsetMinutes: number;
  /** Where partners reach the node; with none it only dials. */
  readonly addresses: readonly string[];
  /** Date from which the convention is in force for the State, as the State says. */
  readonly inForceFrom: string;
  readonly keys: {
    readonly state: Uint8Array;
    readonly node: Signer;
    readonly receipt: Signer;
    readonly record: Signer;
    authority(desk: string): Signer;
  };
  readonly now: Time;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const VALID_DAYS = 2 * 365;
/**
 * Keys stand for a day before the profile is made, so that a clock that is set back does not undo what is
 * signed.
 */
const KEYS_BEFORE_MS = DAY_MS;
const ATTACHMENT_BYTES_MAX = 2 ** 40;

/** Where a State has one desk, that is its central authority (MLA-15). */
export const CENTRAL_AUTHORITY: NewDesk = {
  id: 'central-authority',
  role: 'CA',
  name: 'Central Authority',
};

/**
 * Version 1 of a party's profile: what is needed to work, with cautious declarations where the text asks for
 * one.
 */
export function firstProfile(options: FirstProfile): Profile {
  const { now, keys, addresses, languages } = options;
  const from = now - KEYS_BEFORE_MS;
  return {
    network: options.network,
    party: options.party,
    kind: 'state',
    names: [{ language: 'en', text: options.name }],
    version: 1,
    supersedes: [],
    issuedAt: now,
    validFrom: from,
    validUntil: now + VALID_DAYS * DAY_MS,
    stateKey: key(keys.state, from),
    stateKeyHistory: [],
    desks: options.desks.map((desk) => firstDesk(desk, options, from)),
    node: {
      peerId: peerIdOfKey(keys.node.publicKey),
      receiptKeys: [key(keys.receipt.publicKey, from)],
      recordKeys: [key(keys.record.publicKey, from)],
      addresses,
      dialable: addresses.length > 0,
      possession: provePossession(keys.node, options),
    },
    instruments: INSTRUMENTS.map((instrument) => ({
      id: instrument.id,
      version: instrument.version,
      digest: digestOfInstrument(instrument),
    })).sort((a, b) => (a.digest < b.digest ? -1 : 1)),
    periods: [],
    acceptance: {
      languages,
      itemBytesMax: SIZES.envelopeBytesMax,
      attachmentBytesMax: ATTACHMENT_BYTES_MAX,
      channels: ['node'],
    },
    declarations: defaultDeclarations(options.inForceFrom, languages),
    extensions: [],
  };
}

function key(publicKey: Uint8Array, from: Time): Key {
  return { suite: SUITES.ed25519, publicKey: toHex(publicKey), from };
}

function firstDesk(desk: NewDesk, { keys, languages, utcOffsetMinutes }: FirstProfile, from: Time): Desk {
  return {
    id: desk.id,
    role: desk.role,
    name: desk.name,
    function: '',
    competence: ['*'],
    territory: 'whole',
    contact: '',
    languages: desk.languages ?? languages,
    hours: '',
    timeZone: '',
    utcOffsetMinutes,
    aroundTheClock: desk.aroundTheClock ?? desk.role === 'POC',
    keys: [key(keys.authority(desk.id).publicKey, from)],
  };
}

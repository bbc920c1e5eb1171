import { Type } from 'typebox';
import {
  base64url,
  content,
  exactly,
  fingerprint,
  hex,
  instant,
  language,
  lanes,
  nothing,
  oneOf,
  party,
  word,
  warning,
} from './shared.ts';
import { COUNTS, SIZES } from '../../limits.ts';

/** Largest signed profile, draft of one, or proof made of two. */
const PROFILE_BYTES_MAX = SIZES.signedProfileBytesMax;
const PAIR_BYTES_MAX = 2 * PROFILE_BYTES_MAX + 16;

const desk = Type.Object({
  id: Type.String(),
  role: Type.String(),
  name: Type.String(),
  territory: Type.String(),
  languages: Type.Array(Type.String()),
  hours: Type.String(),
  aroundTheClock: Type.Boolean(),
});

const profileView = Type.Object({
  state: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  network: Type.String(),
  version: Type.Integer(),
  digest: Type.String(),
  fingerprint: Type.String(),
  issuedAt: instant,
  validFrom: instant,
  validUntil: instant,
  peerId: Type.String(),
  addresses: Type.Array(Type.String()),
  dialable: Type.Boolean(),
  desks: Type.Array(desk),
  instruments: Type.Array(Type.Object({ id: Type.String(), version: Type.String(), digest: Type.String() })),
  languages: Type.Array(language),
  itemBytesMax: Type.Integer(),
  attachmentBytesMax: Type.Integer(),
  channels: Type.Array(Type.String()),
  declarations: content,
});

/** `candidate`: known, inert. `approved`: pinned. `suspended`: pinned, and not let in. */
const partnerStatus = oneOf(['candidate', 'approved', 'suspended']);

const partnerFields = {
  state: Type.String(),
  name: Type.String(),
  status: partnerStatus,
  fingerprint: Type.String(),
  version: Type.Integer(),
  validUntil: instant,
  introducedBy: Type.Array(Type.String()),
  /** Of a candidate: its State key was compared already, for another party of its State. */
  kin: Type.Optional(Type.Boolean()),
  connected: Type.Boolean(),
  lastContactAt: Type.Optional(instant),
  queued: lanes,
  warnings: Type.Array(warning),
};
const partner = Type.Object(partnerFields);
const partnerDetails = Type.Object({ ...partnerFields, profile: profileView });

const keyUse = oneOf(['authority', 'receipt', 'record', 'node']);
const key = Type.Object({
  use: keyUse,
  desk: Type.Optional(Type.String()),
  keyId: Type.String(),
  state: oneOf(['active', 'retired', 'revoked']),
  from: instant,
  until: Type.Optional(instant),
  revokedAt: Type.Optional(instant),
  held: Type.Boolean(),
});

const state = exactly({ state: party });
const compared = exactly({ fingerprint: Type.Optional(fingerprint) });

const exportedProfile = Type.Object({
  state: Type.String(),
  version: Type.Integer(),
  digest: Type.String(),
  fingerprint: Type.String(),
  profile: base64url(PROFILE_BYTES_MAX),
});

export const directorySchemas = {
  'profile.show': { reply: profileView },
  'profile.export': { reply: exportedProfile },
  'partners.export': { params: state, reply: exportedProfile },
  'profile.draft': {
    body: exactly({
      name: Type.Optional(Type.String({ minLength: 1, maxLength: COUNTS.lineCharacters })),
      addresses: Type.Optional(Type.Array(Type.String({ maxLength: 256 }), { maxItems: COUNTS.addresses })),
      validDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3660 })),
      rotate: Type.Optional(
        Type.Array(exactly({ use: keyUse, desk: Type.Optional(word) }), { maxItems: 64 }),
      ),
      revoke: Type.Optional(Type.Array(hex(32), { maxItems: 64 })),
      completeNodeKey: Type.Optional(Type.Boolean()),
      after: Type.Optional(base64url(PROFILE_BYTES_MAX)),
    }),
    reply: Type.Object({ draft: base64url(PAIR_BYTES_MAX) }),
  },
  'profile.publish': {
    body: exactly({
      profile: base64url(PROFILE_BYTES_MAX),
      force: Type.Optional(Type.Boolean()),
      stateKeyLost: Type.Optional(Type.Boolean()),
    }),
    reply: profileView,
  },
  'keys.list': {
    reply: Type.Object({
      version: Type.Integer(),
      rows: Type.Array(key),
      peerId: Type.String(),
      nextPeerId: Type.Optional(Type.String()),
      awaited: Type.Array(Type.String()),
    }),
  },
  'partners.list': { reply: Type.Object({ rows: Type.Array(partner) }) },
  'partners.show': { params: state, reply: partnerDetails },
  'partners.ping': {
    params: state,
    reply: Type.Object({
      state: Type.String(),
      roundTripMs: Type.Number(),
      /** How far the clock there is ahead of this one, to the second. */
      aheadS: Type.Integer(),
    }),
  },
  'partners.add': { body: exactly({ profile: base64url(PROFILE_BYTES_MAX) }), reply: partnerDetails },
  'partners.approve': { params: state, body: compared, reply: partnerDetails },
  'partners.repin': { params: state, body: exactly({ fingerprint }), reply: partnerDetails },
  'partners.proof': {
    params: state,
    reply: Type.Object({ state: Type.String(), version: Type.Integer(), proof: base64url(PAIR_BYTES_MAX) }),
  },
  'partners.acknowledge': { params: state, body: nothing, reply: partnerDetails },
  'partners.remove': {
    params: state,
    body: compared,
    reply: Type.Object({
      state: Type.String(),
      status: oneOf(['candidate', 'partner']),
      count: Type.Integer(),
      /** Whether the party is a partner still: then what was removed were other claims to its code. */
      isPartner: Type.Boolean(),
    }),
  },
  'partners.suspend': { params: state, body: nothing, reply: partnerDetails },
  'partners.resume': { params: state, body: nothing, reply: partnerDetails },
};

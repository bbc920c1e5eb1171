import { Type } from 'typebox';
import {
  base64url,
  content,
  exactly,
  fingerprint,
  instant,
  language,
  lanes,
  nothing,
  oneOf,
  party,
  warning,
} from './shared.ts';

/** Largest profile that is read from a file, with all its versions of keys. */
const PROFILE_BYTES_MAX = 256 * 1024;

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
  connected: Type.Boolean(),
  lastContactAt: Type.Optional(instant),
  queued: lanes,
  warnings: Type.Array(warning),
};
const partner = Type.Object(partnerFields);
const partnerDetails = Type.Object({ ...partnerFields, profile: profileView });

const state = exactly({ state: party });
const compared = exactly({ fingerprint: Type.Optional(fingerprint) });

export const directorySchemas = {
  'profile.show': { reply: profileView },
  'profile.export': {
    reply: Type.Object({
      state: Type.String(),
      version: Type.Integer(),
      digest: Type.String(),
      fingerprint: Type.String(),
      profile: base64url(PROFILE_BYTES_MAX),
    }),
  },
  'profile.publish': { body: exactly({ profile: base64url(PROFILE_BYTES_MAX) }), reply: profileView },
  'partners.list': { reply: Type.Object({ rows: Type.Array(partner) }) },
  'partners.show': { params: state, reply: partnerDetails },
  'partners.ping': {
    params: state,
    reply: Type.Object({ state: Type.String(), roundTripMs: Type.Number() }),
  },
  'partners.add': { body: exactly({ profile: base64url(PROFILE_BYTES_MAX) }), reply: partnerDetails },
  'partners.approve': { params: state, body: compared, reply: partnerDetails },
  'partners.repin': { params: state, body: exactly({ fingerprint }), reply: partnerDetails },
  'partners.suspend': { params: state, body: nothing, reply: partnerDetails },
  'partners.resume': { params: state, body: nothing, reply: partnerDetails },
};

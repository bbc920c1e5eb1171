import { Type } from 'typebox';
import { base64url, exactly, fingerprint, hex, instant, nothing, role, word } from './shared.ts';

const officerFields = {
  name: Type.String(),
  roles: Type.Array(role),
  desks: Type.Array(Type.String()),
  fingerprint: Type.String(),
  /** Whether the key with this fingerprint has been shown to the node. */
  enrolled: Type.Boolean(),
  addedAt: instant,
  removedAt: Type.Optional(instant),
  lastLoginAt: Type.Optional(instant),
};

/**
 * The authority's word that this key acts for the desk. One for each desk of an officer who acts in cases.
 */
const certificate = Type.Object({
  certificateId: Type.String(),
  desk: Type.String(),
  until: instant,
  certificate: base64url(4096),
});

const session = Type.Object({
  ...officerFields,
  keyId: Type.String(),
  state: Type.String(),
  stateName: Type.String(),
  network: Type.String(),
  peerId: Type.String(),
  expiresAt: instant,
  certificates: Type.Array(certificate),
});

const publicKey = base64url(32);

/** A person's login name at the node. It stays in the node: no certificate carries it. */
const officerName = Type.String({
  minLength: 1,
  maxLength: 64,
  pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]*$',
});

export const officerSchemas = {
  'login.challenge': {
    body: exactly({ publicKey }),
    reply: Type.Object({ challenge: base64url(32), peerId: Type.String(), expiresAt: instant }),
  },
  'login.open': {
    body: exactly({ publicKey, challenge: base64url(32), signature: base64url(64) }),
    reply: Type.Object({ token: base64url(32), session }),
  },
  'login.close': { body: nothing, reply: Type.Object({ closed: Type.Boolean() }) },
  whoami: { reply: session },
  'officers.list': { reply: Type.Object({ rows: Type.Array(Type.Object(officerFields)) }) },
  'officers.add': {
    body: exactly({
      name: officerName,
      roles: Type.Array(role, { minItems: 1, maxItems: 6 }),
      desks: Type.Array(word, { maxItems: 64 }),
      fingerprint,
    }),
    reply: Type.Object(officerFields),
  },
  'officers.remove': {
    params: exactly({ name: officerName }),
    reply: Type.Object({ name: Type.String(), removed: Type.Boolean(), sessionsEnded: Type.Integer() }),
  },
};

/** A signature by the officer's key, with the certificate that it goes by. */
export const officerSignature = exactly({ keyId: hex(32), value: base64url(64) });

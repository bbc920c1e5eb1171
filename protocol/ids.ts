/**
 * Names on the wire that are not fields: protocols, domain tags, versions. None is ever used for a second
 * meaning; what changes its meaning gets a new number.
 */

export type ProtocolName = 'session' | 'delivery' | 'directory' | 'evidence';

/** libp2p protocol ids, one stream protocol each. */
export const PROTOCOLS: Readonly<Record<ProtocolName, string>> = {
  session: '/comity/session/1',
  delivery: '/comity/delivery/1',
  directory: '/comity/directory/1',
  evidence: '/comity/evidence/1',
};

/** Versions that a `Hello` offers; a session speaks the highest that both sides offer. */
export const SESSION_VERSIONS: readonly number[] = [1];

/** Of headers and profiles. Within one format only extensions are added. */
export const FORMAT_VERSION = 1;

/** Version of the fold, frozen in each instrument (`Instrument.machine`). */
export const FOLD_MACHINE = 1;

/**
 * Domain tags: each thing that is hashed or signed has its own, so that bytes made for one purpose prove
 * nothing for another. No tag is the beginning of another one.
 */
export const TAGS = {
  // Hashed: SHA-256(tag, parts …).
  itemId: 'comity/hash/item/1',
  act: 'comity/hash/act/1',
  body: 'comity/hash/body/1',
  keyId: 'comity/hash/key/1',
  fingerprint: 'comity/hash/fingerprint/1',
  profile: 'comity/hash/profile/1',
  restricted: 'comity/hash/restricted/1',
  certificate: 'comity/hash/certificate/1',
  instrument: 'comity/hash/instrument/1',
  catalogue: 'comity/hash/catalogue/1',
  caseDigest: 'comity/hash/case/1',
  caseReference: 'comity/hash/reference/1',
  recordLeaf: 'comity/hash/leaf/1',
  anchor: 'comity/hash/anchor/1',
  hello: 'comity/hash/hello/1',
  // Signed: LP(tag, suite, key id, parts …).
  signProfile: 'comity/sign/profile/1',
  signHandover: 'comity/sign/handover/1',
  signNode: 'comity/sign/node/1',
  signCertificate: 'comity/sign/certificate/1',
  signHeader: 'comity/sign/header/1',
  signAct: 'comity/sign/act/1',
  signReceipt: 'comity/sign/receipt/1',
  signRejection: 'comity/sign/rejection/1',
  signEvidence: 'comity/sign/evidence/1',
  signCheckpoint: 'comity/sign/checkpoint/1',
  signAnchor: 'comity/sign/anchor/1',
  signPossession: 'comity/sign/possession/1',
  signLogin: 'comity/sign/login/1',
  // Derived: the info of HKDF-SHA256.
  deriveStream: 'comity/session/1',
} as const;

export type Tag = (typeof TAGS)[keyof typeof TAGS];

/** Signature suites, a closed list: 1 = Ed25519 (RFC 8032). */
export const SUITES = { ed25519: 1 } as const;

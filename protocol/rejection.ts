import { ComityError } from './errors.ts';

/**
 * Why an item is answered with a rejection: the code travels, the sentence is for the person who reads it.
 * What breaks a rule of the convention has no code here: it is delivered and flagged.
 */
export const REJECTIONS = {
  malformed: 'The item is not formed as the protocol says: its sender should send it anew.',
  'too-large': 'The item is larger than the protocol allows: send what is long as an attachment.',
  'unknown-version':
    'The item has a format that this node does not know: one of the two needs a newer release.',
  'critical-extension': 'The item carries an extension that must be understood and is not known here.',
  'unknown-suite': 'The item is signed in a way that this node does not know.',
  unauthentic: 'A signature or a commitment of the item does not hold: it was not accepted as anybody’s.',
  impostor: 'The item names a State as its sender that is not the one on this connection.',
  misaddressed: 'The item is addressed to a party or an authority that this node does not serve.',
  'wrong-network': 'The item belongs to another network.',
  'unknown-kind': 'The instrument of the item does not have this kind of request.',
  'unknown-verb': 'The instrument of the item does not have this verb.',
  'unknown-instrument': 'This node does not have the instrument or the catalogue that the item goes by.',
  'foreign-case': 'The case belongs to two other parties.',
  'sequence-taken': 'Another item already stands at this place of the chain: it comes back with this answer.',
  'chain-broken': 'The item contradicts the chain that it continues.',
  'not-opened': 'The item that opens the case was rejected: what is asked has to be sent as a new request.',
  'absurd-time': 'The item says that it was made days from now: the sender should check its clock.',
  'not-processed':
    'The item was received and could not be processed: its evidence is kept for the operators.',
} as const satisfies Readonly<Record<string, string>>;

export type RejectionCode = keyof typeof REJECTIONS;

/** What must not be in it: secrets, content, names. `where` names a message or a field. */
export interface RejectionDetails {
  readonly where?: string;
  readonly why?: string;
  readonly [name: string]: unknown;
}

/** The error that stands for a rejection until it is written as a message. */
export function rejection(
  code: RejectionCode,
  details?: RejectionDetails,
  cause?: unknown,
): ComityError<RejectionCode> {
  return new ComityError(code, REJECTIONS[code], {
    ...(details && { details }),
    ...(cause !== undefined && { cause }),
  });
}

export function isRejectionCode(code: string): code is RejectionCode {
  return Object.hasOwn(REJECTIONS, code);
}

import { ComityError } from '../errors.ts';
import { isRejectionCode } from '../rejection.ts';

/** How an error travels over the control API, and how `--json` prints it. */
export interface ErrorDocument {
  readonly error: {
    readonly code: string;
    /** One sentence: what happened, and what to do. */
    readonly message: string;
    readonly paragraph?: string;
    readonly details?: Readonly<Record<string, unknown>>;
  };
}

/**
 * What an error means to whoever asked. The daemon makes an HTTP status of it, the command line an exit code.
 */
export type ErrorClass =
  | 'usage'
  | 'not-logged-in'
  | 'not-permitted'
  | 'not-found'
  | 'conflict'
  | 'case-changed'
  | 'refused'
  | 'unavailable'
  | 'failed';

export const HTTP_STATUS = {
  usage: 400,
  'not-logged-in': 401,
  'not-permitted': 403,
  'not-found': 404,
  conflict: 409,
  'case-changed': 412,
  refused: 422,
  unavailable: 503,
  failed: 500,
} as const satisfies Record<ErrorClass, number>;

/** Codes whose name does not say their class. All others: with a paragraph they are refused, else failed. */
const CLASSES: Readonly<Record<string, ErrorClass>> = {
  usage: 'usage',
  'weak-key': 'usage',
  'bad-peer-id': 'usage',
  'empty-passphrase': 'usage',
  'reference-ambiguous': 'usage',
  'reference-mistyped': 'usage',
  'not-logged-in': 'not-logged-in',
  'login-refused': 'not-permitted',
  'wrong-passphrase': 'not-permitted',
  'not-permitted': 'not-permitted',
  'wrong-desk': 'not-permitted',
  'not-found': 'not-found',
  'unknown-state': 'not-found',
  'unknown-officer': 'not-found',
  'unknown-case': 'not-found',
  'unknown-item': 'not-found',
  'unknown-draft': 'not-found',
  erased: 'not-found',
  'unknown-kind': 'not-found',
  'unknown-form': 'not-found',
  'unknown-verb': 'not-found',
  'unknown-paragraph': 'not-found',
  'unknown-desk': 'not-found',
  'no-such-route': 'not-found',
  conflict: 'conflict',
  'case-changed': 'case-changed',
  'fingerprint-differs': 'conflict',
  refused: 'refused',
  'refused-by-rules': 'refused',
  'opening-rejected': 'refused',
  unavailable: 'unavailable',
  recovering: 'unavailable',
  'low-space': 'unavailable',
  stopping: 'unavailable',
  'storage-failed': 'unavailable',
  'not-connected': 'unavailable',
};

/** The class of an error, from its code and whether a paragraph stands behind it. */
export function classOf(error: {
  readonly code: string;
  readonly paragraph?: string | undefined;
}): ErrorClass {
  const known = CLASSES[error.code];
  if (known !== undefined) return known;
  // What a partner would reject was formed by whoever has sent it here.
  if (isRejectionCode(error.code)) return 'usage';
  return error.paragraph === undefined ? 'failed' : 'refused';
}

export function toDocument(error: ComityError): ErrorDocument {
  return {
    error: {
      code: error.code,
      message: error.message,
      ...(error.paragraph !== undefined && { paragraph: error.paragraph }),
      ...(error.details !== undefined && { details: error.details }),
    },
  };
}

/** The error in a document, or `undefined` if it is none of ours. */
export function fromDocument(document: unknown): ComityError | undefined {
  if (typeof document !== 'object' || document === null || !('error' in document)) return undefined;
  const { code, message, paragraph, details } = membersOf(document.error);
  if (typeof code !== 'string' || typeof message !== 'string') return undefined;
  return new ComityError(code, message, {
    ...(typeof paragraph === 'string' && { paragraph }),
    ...(typeof details === 'object' && details !== null && { details: membersOf(details) }),
  });
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

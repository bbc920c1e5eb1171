import type { Socket } from 'node:net';
import { classOf, HTTP_STATUS, toDocument, type ErrorDocument } from '../../protocol/control/errors.ts';
import { ComityError, isComityError } from '../../protocol/errors.ts';
import { toHex } from '../../protocol/hash.ts';
import type { ApiDependencies } from './dependencies.ts';

export interface Failure {
  readonly status: number;
  readonly document: ErrorDocument;
}

/**
 * What is answered when a handler throws. A ComityError tells the caller all; anything else is a bug, of
 * which the caller gets a reference and the log the rest.
 */
export function failureOf(error: unknown, { log, clock }: Pick<ApiDependencies, 'log' | 'clock'>): Failure {
  if (isComityError(error)) {
    return { status: HTTP_STATUS[classOf(error)], document: toDocument(error) };
  }
  const refused = refusedByServer(error);
  if (refused !== undefined) return { status: HTTP_STATUS.usage, document: toDocument(refused) };
  const reference = toHex(clock.randomBytes(6));
  log.error({ reference, error }, 'a request failed because of a mistake in the daemon');
  const sentence = `Something went wrong in the daemon — its log says what, under the reference ${reference}.`;
  return {
    status: HTTP_STATUS.failed,
    document: toDocument(new ComityError('internal', sentence, { details: { reference } })),
  };
}

/** Ends a connection on which something else than a request has come, and says so. */
export function refuseNoHttp(_: Error, socket: Socket): void {
  const body = JSON.stringify(toDocument(notTaken(NO_REQUEST)));
  const head = [
    'HTTP/1.1 400 Bad Request',
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}

const NO_REQUEST = 'The daemon does not take a request like this.';

const SERVER_SENTENCES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'The request is larger than any act may be — say it in several acts.',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'The request is no JSON — send it with content-type application/json.',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The request is broken JSON.',
  FST_ERR_BAD_URL: 'The path of the request is not formed as it should be.',
  FST_ERR_MAX_PARAM_LENGTH: 'A name in the path of the request is longer than any is.',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The request is empty where a JSON document is expected.',
};

/** What the HTTP server itself says no to, before any handler. */
function refusedByServer(error: unknown): ComityError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  if (typeof statusCode !== 'number' || statusCode >= 500) return undefined;
  return notTaken(SERVER_SENTENCES[String(code)] ?? NO_REQUEST, error);
}

function notTaken(sentence: string, cause?: Error): ComityError {
  return new ComityError('usage', sentence, { ...(cause !== undefined && { cause }) });
}

import { request as httpRequest, type IncomingMessage } from 'node:http';
import { fromDocument } from '../../protocol/control/errors.ts';
import { ROUTES, type RouteName } from '../../protocol/control/routes.ts';
import type { Reply, Request, WatchEvent } from '../../protocol/control/types.ts';
import { requestUrl } from '../../protocol/control/url.ts';
import { ComityError } from '../../protocol/errors.ts';
import { readEvents } from './event-stream.ts';
import { explainSilence } from './silence.ts';

/** Routes that answer with a file. */
type FileRoute = 'backup.make';

export interface ControlClient {
  /**
   * Asks the daemon and gives its answer.
   * @throws ComityError what the daemon answered, or `daemon-silent`.
   */
  call<Name extends Exclude<RouteName, 'watch' | FileRoute>>(
    name: Name,
    request: Request<Name>,
    options?: CallOptions,
  ): Promise<Reply<Name>>;
  /** A file as the daemon makes it; who reads slowly slows it down. @throws ComityError `daemon-silent` */
  download<Name extends FileRoute>(
    name: Name,
    request: Request<Name>,
    signal: AbortSignal,
  ): AsyncIterable<Uint8Array>;
  /** What happens at the node, until the daemon stops or the signal is aborted. */
  watch(request: Request<'watch'>, signal: AbortSignal): AsyncIterable<WatchEvent>;
}

export interface CallOptions {
  /** Gives up asking; what the daemon had begun it may still finish. */
  readonly signal?: AbortSignal;
  /** Longest silence of the daemon. */
  readonly silenceMs?: number;
}

export interface ControlClientOptions {
  readonly socketPath: string;
  readonly token?: string | undefined;
}

/**
 * An answer that takes longer than this will not come: no route but a wait does more than one synced write.
 */
const SILENCE_MS = 30_000;

type Parts = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
};

/**
 * The control API over a Unix socket. Each call is a connection of its own: it costs nothing here and leaves
 * nothing.
 */
export function createControlClient(options: ControlClientOptions): ControlClient {
  return {
    call: async (name, request, callOptions = {}) => {
      const response = await send(options, name, request, callOptions);
      const reply: unknown = await readReply(response, options.socketPath);
      return reply as Reply<typeof name>;
    },
    download: async function* (name, request, signal) {
      const response = await send(options, name, request, { signal, silenceMs: 0 });
      if (response.statusCode !== 200) await readReply(response, options.socketPath);
      try {
        for await (const chunk of response) yield chunk as Uint8Array;
      } catch (error) {
        throw explainSilence(error as Error, options.socketPath);
      }
    },
    watch: async function* (request, signal) {
      const response = await send(options, 'watch', request, { signal, silenceMs: 0 });
      if (response.statusCode !== 200) await readReply(response, options.socketPath);
      for await (const data of readEvents(response, signal)) yield JSON.parse(data) as WatchEvent;
    },
  };
}

function send(
  { socketPath, token }: ControlClientOptions,
  name: RouteName,
  request: unknown,
  { signal, silenceMs = SILENCE_MS }: CallOptions,
): Promise<IncomingMessage> {
  const { params, query, body } = request as Parts;
  const { method } = ROUTES[name];
  const payload = method === 'POST' ? JSON.stringify(body ?? {}) : undefined;
  return new Promise((resolve, reject) => {
    const asking = httpRequest({
      socketPath,
      method,
      path: requestUrl(name, params, query),
      agent: false,
      timeout: silenceMs,
      ...(signal && { signal }),
      headers: {
        host: 'comity',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(payload !== undefined && {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(payload),
        }),
      },
    });
    asking.on('response', resolve);
    asking.on('timeout', () => {
      asking.destroy(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' }));
    });
    asking.on('error', (error) => {
      reject(explainSilence(error, socketPath));
    });
    asking.end(payload);
  });
}

async function readReply(response: IncomingMessage, socketPath: string): Promise<unknown> {
  const text = await readText(response, socketPath);
  const isJson = (response.headers['content-type'] ?? '').startsWith('application/json');
  const document = isJson ? parse(text) : text;
  if (response.statusCode === 200) return document;
  throw (
    fromDocument(document) ??
    new ComityError(
      'failed',
      `the daemon answered ${response.statusCode ?? 0} without saying why — look at its log`,
    )
  );
}

async function readText(response: IncomingMessage, socketPath: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of response) chunks.push(chunk as Uint8Array);
  } catch (error) {
    throw explainSilence(error as Error, socketPath);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ComityError('failed', 'the daemon answered with broken JSON — look at its log', { cause });
  }
}

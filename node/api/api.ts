import { rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { AnsweredRoute, Caller, Handler } from '../../protocol/control/handlers.ts';
import { HTTP_STATUS, toDocument } from '../../protocol/control/errors.ts';
import { ROUTE_NAMES, ROUTES, type Route, type RouteName } from '../../protocol/control/routes.ts';
import { SCHEMAS, type RouteSchemas } from '../../protocol/control/schemas.ts';
import { ComityError } from '../../protocol/errors.ts';
import { admit, stillAdmits } from './access.ts';
import type { ApiDependencies, ApiOptions } from './dependencies.ts';
import { failureOf, refuseNoHttp } from './failures.ts';
import { createApiMetrics, type ApiMetrics } from './metrics.ts';
import { openToGroup, prepareSocket } from './socket-file.ts';
import { createValidator } from './validate.ts';
import { streamEvents } from './watch-stream.ts';

/** The largest act with its body has 363 KiB, in base64; a call with several of them 4 MiB. */
const BODY_BYTES_MAX = 512 * 1024;
const ACTS_BYTES_MAX = 4 * 1024 * 1024;
/** For a whole request to come in. It limits no answer: a wait may take an hour. */
const REQUEST_MS = 30_000;
const WATCHERS_MAX = 64;

export interface Api {
  readonly socketPath: string;
  /**
   * Takes no new request, ends the watchers, and waits for what is under way, at most until the signal
   * aborts.
   */
  stop(hurry: AbortSignal): Promise<void>;
}

/** Serves the control API on a Unix socket. @throws ComityError as `prepareSocket`. */
export async function startApi(dependencies: ApiDependencies, options: ApiOptions): Promise<Api> {
  const { socketPath, group, ownFolder } = options;
  const stopping = new AbortController();
  const server = createServer(dependencies, options, stopping.signal);
  await prepareSocket(socketPath);
  await server.listen({ path: socketPath });
  const shared = await openToGroup(socketPath, group, { folder: ownFolder });
  dependencies.log.info({ socketPath, group: shared ? group : 'none' }, 'control socket open');
  return {
    socketPath,
    stop: async (hurry) => {
      stopping.abort();
      const cut = (): void => {
        server.server.closeAllConnections();
      };
      hurry.addEventListener('abort', cut, { once: true });
      if (hurry.aborted) cut();
      await server.close();
      if (ownFolder) await rmdir(dirname(socketPath)).catch(() => undefined);
    },
  };
}

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | undefined;
  }
}

/** The server without a socket, for tests to ask. */
export function createServer(
  dependencies: ApiDependencies,
  options: Pick<ApiOptions, 'metricsWithoutLogin'>,
  stopping: AbortSignal,
): FastifyInstance {
  const server = fastify({
    logger: false,
    requestTimeout: REQUEST_MS,
    routerOptions: { maxParamLength: 128 },
    return503OnClosing: true,
    // A watch that is asked for its head alone would answer nothing, and go on.
    exposeHeadRoutes: false,
    frameworkErrors: (error, _, reply) => {
      fail(reply, error, dependencies);
    },
    clientErrorHandler: refuseNoHttp,
  });
  const metrics = createApiMetrics(dependencies.metrics);
  server.decorateRequest('caller', undefined);
  server.setValidatorCompiler(({ schema, httpPart }) => {
    const validate = createValidator(schema, httpPart ?? 'body');
    return validate;
  });
  server.setErrorHandler((error, _, reply) => fail(reply, error, dependencies));
  server.setNotFoundHandler((_, reply) => {
    const error = new ComityError(
      'no-such-route',
      'The daemon has no such route — client and daemon may differ in release.',
    );
    return reply.code(HTTP_STATUS['not-found']).send(toDocument(error));
  });
  const watchers = { count: 0 };
  for (const name of ROUTE_NAMES)
    addRoute(server, name, { dependencies, options, metrics, stopping, watchers });
  return server;
}

interface Serving {
  readonly dependencies: ApiDependencies;
  readonly options: Pick<ApiOptions, 'metricsWithoutLogin'>;
  readonly metrics: ApiMetrics;
  readonly stopping: AbortSignal;
  readonly watchers: { count: number };
}

function addRoute(server: FastifyInstance, name: RouteName, serving: Serving): void {
  const { method, path, produces }: Route = ROUTES[name];
  const { dependencies, options, metrics } = serving;
  const isOpen = name === 'metrics' && options.metricsWithoutLogin;
  server.route({
    method,
    url: path,
    bodyLimit: name === 'acts.submitEach' ? ACTS_BYTES_MAX : BODY_BYTES_MAX,
    schema: schemaOf(SCHEMAS[name], produces),
    onRequest: (request, _, done) => {
      if (!isOpen) request.caller = admit(name, request.headers.authorization, dependencies.authenticate);
      done();
    },
    onResponse: (_, reply, done) => {
      metrics.answered(name, reply.statusCode, reply.elapsedTime);
      done();
    },
    handler:
      name === 'watch'
        ? (request, reply) => watch(request, reply, serving)
        : (request, reply) => answer(name, request, reply.type(MEDIA_TYPES[produces]), dependencies),
  });
}

const MEDIA_TYPES = {
  json: 'application/json; charset=utf-8',
  text: 'text/plain; version=0.0.4; charset=utf-8',
  events: 'text/event-stream',
  bytes: 'application/octet-stream',
} as const satisfies Record<Route['produces'], string>;

function schemaOf({ params, query, body, reply }: RouteSchemas, produces: Route['produces']) {
  return {
    ...(params !== undefined && { params }),
    ...(query !== undefined && { querystring: query }),
    ...(body !== undefined && { body }),
    ...(produces === 'json' && { response: { 200: reply } }),
  };
}

/**
 * The table of routes and the table of handlers have the same keys; what joins them can't be typed key by
 * key.
 */
async function answer(
  name: AnsweredRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  { handlers }: ApiDependencies,
): Promise<FastifyReply> {
  const handler = handlers[name] as Handler<AnsweredRoute> as (request: unknown, caller: unknown) => unknown;
  const { params, query, body } = request;
  const answered = await handler({ params, query, body }, request.caller);
  return reply.send(isBytes(answered) ? Readable.from(answered, { objectMode: false }) : answered);
}

/** Taken as fast as the client reads it, and no faster. */
function isBytes(answered: unknown): answered is AsyncIterable<Uint8Array> {
  return typeof answered === 'object' && answered !== null && Symbol.asyncIterator in answered;
}

async function watch(request: FastifyRequest, reply: FastifyReply, serving: Serving): Promise<void> {
  const { dependencies, stopping, watchers } = serving;
  const { caller } = request;
  if (caller === undefined) throw new Error('watching without a caller');
  if (watchers.count >= WATCHERS_MAX) {
    throw new ComityError('unavailable', 'Too many are watching already — end one of the others.');
  }
  const { partner } = request.query as { partner?: string };
  watchers.count++;
  reply.hijack();
  try {
    const { watch: source, clock, authenticate } = dependencies;
    const { authorization } = request.headers;
    const mayWatch = (): boolean => stillAdmits('watch', authorization, authenticate);
    await streamEvents(reply.raw, { caller, source, clock, partner, stopping, mayWatch });
  } finally {
    watchers.count--;
  }
}

function fail(reply: FastifyReply, error: unknown, dependencies: ApiDependencies): FastifyReply {
  const { status, document } = failureOf(error, dependencies);
  return reply.code(status).type(MEDIA_TYPES.json).send(document);
}

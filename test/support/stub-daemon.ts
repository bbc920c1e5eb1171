import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { HTTP_STATUS, classOf, toDocument } from '../../protocol/control/errors.ts';
import { ROUTES, ROUTE_NAMES, type RouteName } from '../../protocol/control/routes.ts';
import { ComityError } from '../../protocol/errors.ts';

/** What was asked of a stub, for a test to look at. */
export interface Asked {
  readonly name: RouteName;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** Replies by route: a document, an error to answer with, or a function of what was asked. */
export type StubReplies = Partial<Record<RouteName, unknown>>;

/** A server that answers as a daemon would, with replies that a test gives. To be called in a `describe`. */
export function useStubDaemons(): (folder: string, replies: StubReplies) => Promise<StubDaemon> {
  const servers: ReturnType<typeof createServer>[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });
  return (folder, replies) =>
    new Promise((resolve) => {
      const asked: Asked[] = [];
      const server = createServer((request, response) => void answer(request, response, { replies, asked }));
      servers.push(server);
      const socketPath = join(folder, 'stub.sock');
      server.listen(socketPath, () => {
        resolve({ socketPath, asked });
      });
    });
}

export interface StubDaemon {
  readonly socketPath: string;
  readonly asked: readonly Asked[];
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { replies, asked }: { readonly replies: StubReplies; readonly asked: Asked[] },
): Promise<void> {
  const url = request.url ?? '';
  const name = routeOf(request.method ?? '', url);
  if (name === undefined) {
    const error = new ComityError('no-such-route', 'The stub has no such route.');
    response.writeHead(404, { 'content-type': 'application/json' }).end(JSON.stringify(toDocument(error)));
    return;
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const text = Buffer.concat(chunks).toString();
  const question = {
    name,
    url,
    authorization: request.headers.authorization,
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
  };
  asked.push(question);
  const given = replies[name];
  const reply: unknown =
    typeof given === 'function' ? await (given as (asked: Asked) => unknown)(question) : given;
  if (ROUTES[name].produces === 'events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(String(reply));
    return;
  }
  const failed = isError(reply);
  response.writeHead(failed ? HTTP_STATUS[classOf(reply)] : 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(failed ? toDocument(reply) : reply));
}

function routeOf(method: string, url: string): RouteName | undefined {
  const path = url.split('?')[0] ?? '';
  const found = ROUTE_NAMES.find((name) => {
    const pattern = ROUTES[name].path.replaceAll(/:\w+/g, '[^/]+');
    return ROUTES[name].method === method && new RegExp(`^${pattern}$`).test(path);
  });
  return found;
}

function isError(reply: unknown): reply is ComityError {
  return reply instanceof ComityError;
}

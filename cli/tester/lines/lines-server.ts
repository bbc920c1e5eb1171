import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ErrorDocument, toDocument } from '../../../protocol/control/errors.ts';
import { ComityError, isComityError } from '../../../protocol/errors.ts';
import { type Faults, faultsFrom } from './faults.ts';
import type { Line } from './line.ts';

/** How the line between two States is: what it does to what each of them sends. */
export interface LineView {
  readonly between: readonly [string, string];
  readonly faults: Readonly<Record<string, Faults>>;
}

/** What the lines are told: all of them, the one between two States, or what the first of two sends. */
export interface LinesOrder {
  readonly between?: readonly [string, string];
  readonly oneWay?: boolean;
  readonly faults: Faults;
}

export interface LinesServer {
  readonly port: number;
  readonly token: string;
  close(): void;
}

const ORDER_BYTES_MAX = 4096;

/** Tells who knows the token how the lines are, and does with them what it is told. On loopback only. */
export async function serveLines(lines: readonly Line[]): Promise<LinesServer> {
  const token = randomBytes(32).toString('base64url');
  const server: Server = createServer((request, response) => {
    void answer(request, lines, token).then(
      (document) => {
        send(response, 200, document);
      },
      (error: unknown) => {
        send(
          response,
          400,
          toDocument(isComityError(error) ? error : new ComityError('failed', String(error))),
        );
      },
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, token, close: () => void server.close() };
}

async function answer(
  request: IncomingMessage,
  lines: readonly Line[],
  token: string,
): Promise<readonly LineView[]> {
  const said = Buffer.from(request.headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  if (said.length !== expected.length || !timingSafeEqual(said, expected)) {
    throw new ComityError('not-permitted', 'whoever tells the lines what to do must know their token');
  }
  if (request.method === 'POST') obey(lines, JSON.parse(await textOf(request)) as LinesOrder);
  return lines.map(viewOf);
}

function obey(lines: readonly Line[], { between, oneWay = false, faults: given }: LinesOrder): void {
  const faults = faultsFrom(given as Readonly<Record<string, unknown>>);
  const meant = lines.filter((line) => between === undefined || joins(line, between));
  if (meant.length === 0) throw new ComityError('usage', 'there is no line between these two');
  for (const line of meant) line.set(faults, oneWay ? between?.[0] : undefined);
}

function joins({ ends }: Line, between: readonly string[]): boolean {
  return ends.every(({ name }) => between.includes(name)) && between[0] !== between[1];
}

function viewOf(line: Line): LineView {
  const [a, b] = line.ends.map(({ name }) => name) as [string, string];
  return { between: [a, b], faults: { [a]: line.faultsFrom(a), [b]: line.faultsFrom(b) } };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString('utf8');
    if (text.length > ORDER_BYTES_MAX) throw new ComityError('too-large', 'this is too long for an order');
  }
  return text;
}

function send(response: ServerResponse, status: number, document: readonly LineView[] | ErrorDocument): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(document));
}

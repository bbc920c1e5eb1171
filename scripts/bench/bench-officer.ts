import { Agent, request as httpRequest } from 'node:http';
import { ROUTES } from '../../protocol/control/routes.ts';
import type { RouteName } from '../../protocol/control/routes.ts';
import type { Draft, Prepared } from '../../protocol/control/types.ts';
import { requestUrl } from '../../protocol/control/url.ts';
import type { NetNode } from '../../test/support/net.ts';
import { officerIn, type Place, signedAct, signedDraft } from '../../test/support/signing-officer.ts';

export interface SubmittedItem {
  readonly itemId: string;
  readonly reference: string;
}

/** A case that the officer has opened, with what every further act of it needs. */
export interface BenchCase extends Place {
  readonly draft: Draft;
  readonly reference: string;
}

/** An officer whose program talks to the control API over many kept connections. */
export interface BenchOfficer {
  call(name: RouteName, request?: ApiRequest): Promise<unknown>;
  openCase(to: string, urgency: string, content: object): Promise<BenchCase>;
  /** One further item of the case, signed here and submitted in one call. */
  say(to: BenchCase, verb: string, text: string): Promise<SubmittedItem>;
  close(): void;
}

interface ApiRequest {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string | number>;
  readonly body?: object;
}

/** Connections kept to the daemon, and so calls under way at once. */
export const CONNECTIONS = 64;

export async function benchOfficer({ officer: folder }: NetNode): Promise<BenchOfficer> {
  const officer = await officerIn(folder);
  const { socketPath, token } = officer;
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const call = (name: RouteName, request: ApiRequest = {}): Promise<unknown> =>
    send({ agent, socketPath, token }, name, request);
  const submit = async (body: object): Promise<SubmittedItem> =>
    (await call('acts.submit', { body })) as SubmittedItem;

  return {
    call,
    openCase: async (to, urgency, content) => {
      const body = { kind: 'mla.general', to, urgency, content, language: 'en' };
      const { draft, problems } = (await call('acts.prepare', { body })) as Prepared;
      if (draft === undefined) throw new Error(`the opening was not prepared: ${JSON.stringify(problems)}`);
      const { reference } = await submit(signedDraft(officer, draft));
      const shown = (await call('cases.show', { params: { reference } })) as { foldDigest: string };
      return { draft, reference, basis: shown.foldDigest };
    },
    say: (place, verb, text) => submit(signedAct(officer, place, verb, { body: { text } })),
    close: () => {
      agent.destroy();
    },
  };
}

interface Connection {
  readonly agent: Agent;
  readonly socketPath: string;
  readonly token: string;
}

function send(
  { agent, socketPath, token }: Connection,
  name: RouteName,
  asked: ApiRequest,
): Promise<unknown> {
  const { method } = ROUTES[name];
  const payload = asked.body === undefined ? undefined : JSON.stringify(asked.body);
  return new Promise((resolve, reject) => {
    const headers = {
      host: 'comity',
      authorization: `Bearer ${token}`,
      ...(payload !== undefined && {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(payload),
      }),
    };
    const path = requestUrl(name, asked.params, asked.query);
    const request = httpRequest({ agent, socketPath, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        if (response.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Error(`${name} was answered ${String(response.statusCode)}: ${text}`));
      });
    });
    request.on('error', reject);
    request.end(payload);
  });
}

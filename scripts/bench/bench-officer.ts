import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { requestUrl } from '../../protocol/control/url.ts';
import { ROUTES } from '../../protocol/control/routes.ts';
import type { RouteName } from '../../protocol/control/routes.ts';
import { openKeyText } from '../../protocol/key-text.ts';
import type { Signer } from '../../protocol/identity/keys.ts';
import { TAGS } from '../../protocol/ids.ts';
import { officerMessage } from '../../protocol/item/officer-signature.ts';
import type { Draft, Prepared, SessionView } from '../../protocol/control/types.ts';
import { type Parts, sealParts } from '../../protocol/item/parts.ts';
import type { BenchNode } from './net.ts';

export interface SubmittedItem {
  readonly itemId: string;
  readonly reference: string;
}

/** A case that the officer has opened, with what every further act of it needs. */
export interface BenchCase {
  readonly draft: Draft;
  readonly reference: string;
  readonly basis: string;
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

export async function benchOfficer({ officer }: BenchNode): Promise<BenchOfficer> {
  const text = (name: string): string => readFileSync(join(officer, name), 'utf8');
  const stored = JSON.parse(text('session.json')) as {
    socketPath: string;
    token: string;
    session: SessionView;
  };
  const signer = await openKeyText(text('key.json'), 'officer', text('passphrase').trim());
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const call = (name: RouteName, request: ApiRequest = {}): Promise<unknown> =>
    send({ agent, socketPath: stored.socketPath, token: stored.token }, name, request);

  const submit = async (draft: Draft, parts: Parts, act: object): Promise<SubmittedItem> => {
    const { keyId, value } = sign(signer, draft, parts);
    const signature = { keyId, value: Buffer.from(value).toString('base64url') };
    const body = { ...act, signature, certificateId: draft.certificateId };
    return (await call('acts.submit', { body })) as SubmittedItem;
  };

  return {
    call,
    openCase: async (to, urgency, content) => {
      const body = { kind: 'mla.general', to, urgency, content, language: 'en' };
      const { draft, problems } = (await call('acts.prepare', { body })) as Prepared;
      if (draft === undefined) throw new Error(`the opening was not prepared: ${JSON.stringify(problems)}`);
      const decode = (field: string): Uint8Array => Buffer.from(field, 'base64url');
      const { openParts } = await import('../../protocol/item/parts.ts');
      const parts = openParts({
        actBytes: decode(draft.actBytes),
        actSalt: decode(draft.actSalt),
        bodyBytes: decode(draft.bodyBytes),
        bodySalt: decode(draft.bodySalt),
      });
      const { reference } = await submit(draft, parts, { draftId: draft.draftId });
      const shown = (await call('cases.show', { params: { reference } })) as { foldDigest: string };
      return { draft, reference, basis: shown.foldDigest };
    },
    say: ({ draft, basis }, verb, said) => {
      const act = {
        kind: draft.kind,
        verb,
        paragraphs: ['MLA-21'],
        exercise: false,
        basis,
        content: {},
        quotes: [],
        extensions: [],
      };
      const body = { language: 'en', content: { text: said }, extensions: [] };
      const parts = sealParts(act, body, randomBytes);
      const encode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
      const { network, caseId, recipient, desk, urgency } = draft;
      return submit(draft, parts, {
        act: {
          ...{ network, caseId, recipient, desk, urgency, attachments: [] },
          actBytes: encode(parts.actBytes),
          actSalt: encode(parts.actSalt),
          bodyBytes: encode(parts.bodyBytes),
          bodySalt: encode(parts.bodySalt),
        },
      });
    },
    close: () => {
      agent.destroy();
    },
  };
}

function sign(signer: Signer, draft: Draft, parts: Parts): ReturnType<Signer['sign']> {
  const { network, caseId, recipient } = draft;
  const { actCommitment: act, bodyCommitment: body } = parts;
  return signer.sign(
    TAGS.signAct,
    ...officerMessage({ network, caseId, recipient, act, body, attachments: [] }),
  );
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

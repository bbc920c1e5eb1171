import { Agent, request as httpRequest } from 'node:http';
import { ROUTES } from '../../protocol/control/routes.ts';
import type { RouteName } from '../../protocol/control/routes.ts';
import type { Draft, Outcome, Prepared } from '../../protocol/control/types.ts';
import { requestUrl } from '../../protocol/control/url.ts';
import type { NetNode } from '../../test/support/net.ts';
import {
  officerIn,
  type Place,
  signedAct,
  signedDraft,
  type SubmitBody,
} from '../../test/support/signing-officer.ts';

export interface SubmittedItem {
  readonly itemId: string;
  readonly reference: string;
}

/** A case that the officer has opened, with what every further act of it needs. */
export interface BenchCase extends Place {
  readonly draft: Draft;
  readonly reference: string;
}

/** An officer whose program talks to the control API over kept connections. */
export interface BenchOfficer {
  call(name: RouteName, request?: ApiRequest): Promise<unknown>;
  openCase(to: string, urgency: string, content: object): Promise<BenchCase>;
  /**
   * One further item of the case, signed here. Those that are said while as many calls as there may be are
   * under way go together in the next one.
   */
  say(to: BenchCase, verb: string, text: string): Promise<SubmittedItem>;
  close(): void;
}

interface ApiRequest {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string | number>;
  readonly body?: object;
}

/** Connections kept to the daemon. */
const CONNECTIONS = 16;

/** Calls with acts under way at once, and acts in one of them. */
const SUBMISSIONS = 4;
const ACTS_MAX = 32;

export async function benchOfficer({ officer: folder }: NetNode): Promise<BenchOfficer> {
  const officer = await officerIn(folder);
  const { socketPath, token } = officer;
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const call = (name: RouteName, request: ApiRequest = {}): Promise<unknown> =>
    send({ agent, socketPath, token }, name, request);
  const submit = async (body: object): Promise<SubmittedItem> =>
    (await call('acts.submit', { body })) as SubmittedItem;

  const say = submitter(async (acts) => {
    const { outcomes } = (await call('acts.submitEach', { body: { acts } })) as { outcomes: Outcome[] };
    return outcomes;
  });

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
    say: (place, verb, text) => say(signedAct(officer, place, verb, { body: { text } })),
    close: () => {
      agent.destroy();
    },
  };
}

interface Waiting {
  readonly act: SubmitBody;
  readonly resolve: (item: SubmittedItem) => void;
  readonly reject: (error: Error) => void;
}

/** Sends acts on at once, and those that come meanwhile together. */
function submitter(submitEach: (acts: SubmitBody[]) => Promise<Outcome[]>) {
  const waiting: Waiting[] = [];
  let underWay = 0;
  const send = async (taken: readonly Waiting[]): Promise<void> => {
    const outcomes = await submitEach(taken.map(({ act }) => act));
    for (const [index, { resolve, reject }] of taken.entries()) {
      const outcome = outcomes[index];
      if (outcome !== undefined && 'submitted' in outcome) resolve(outcome.submitted as SubmittedItem);
      else reject(new Error(`an act was answered ${JSON.stringify(outcome)}`));
    }
  };
  const next = (): void => {
    if (underWay >= SUBMISSIONS || waiting.length === 0) return;
    const taken = waiting.splice(0, ACTS_MAX);
    underWay += 1;
    send(taken)
      .catch((error: unknown) => {
        for (const { reject } of taken) reject(error as Error);
      })
      .finally(() => {
        underWay -= 1;
        next();
      });
  };
  return (act: SubmitBody): Promise<SubmittedItem> =>
    new Promise((resolve, reject) => {
      waiting.push({ act, resolve, reject });
      queueMicrotask(next);
    });
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

import assert from 'node:assert/strict';
import { createServer } from '../../../node/api/api.ts';
import { createLog } from '../../../node/log.ts';
import { createMetrics } from '../../../node/metrics.ts';
import type { Caller, Handlers } from '../../../protocol/control/handlers.ts';
import { ROLES, type Role } from '../../../protocol/control/roles.ts';
import { permits, ROUTE_NAMES, ROUTES, type RouteName } from '../../../protocol/control/routes.ts';
import { ComityError } from '../../../protocol/errors.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const caller = (...roles: Role[]): Caller => ({
  officerId: 'aa'.repeat(16),
  name: 'Jane',
  roles,
  desks: ['central-authority'],
  sessionId: 'bb'.repeat(16),
});

/** A server whose handlers all answer alike, and whose tokens are named after the roles that they give. */
function open(answers: Partial<Record<RouteName, () => unknown>> = {}, metricsWithoutLogin = false) {
  const logged: string[] = [];
  const asked: { name: string; request: unknown; caller: unknown }[] = [];
  const clock = createFakeClock();
  const handlers = Object.fromEntries(
    ROUTE_NAMES.map((name) => [
      name,
      (request: unknown, by: unknown) => {
        asked.push({ name, request, caller: by });
        return answers[name]?.() ?? {};
      },
    ]),
  ) as unknown as Handlers;
  const log = createLog({
    level: 'debug',
    format: 'json',
    now: clock.now,
    write: (line) => logged.push(line),
  });
  const authenticate = (token: string) => {
    const role = ROLES.find((known) => known === token);
    return role === undefined ? undefined : caller(role);
  };
  const watch = { subscribe: () => () => undefined };
  const dependencies = { handlers, watch, authenticate, clock, log, metrics: createMetrics() };
  const server = createServer(dependencies, { metricsWithoutLogin }, new AbortController().signal);
  const ask = async (name: RouteName, options: { token?: string; body?: unknown; url?: string } = {}) => {
    const { method, path } = ROUTES[name];
    const response = await server.inject({
      method,
      url: options.url ?? path.replaceAll(/:\w+/g, 'x'),
      headers: { ...(options.token !== undefined && { authorization: `Bearer ${options.token}` }) },
      ...(method === 'POST' && { payload: options.body ?? {} }),
    });
    const isJson = response.headers['content-type']?.toString().startsWith('application/json');
    return {
      status: response.statusCode,
      reply: isJson ? response.json<Record<string, unknown>>() : response.body,
    };
  };
  return { ask, asked, logged, server };
}

const errorOf = (reply: unknown) =>
  (reply as { error: { code: string; message: string; details?: unknown } }).error;

describe('the control API', () => {
  it('refuses every route without a session, but for health and login', async () => {
    const { ask, asked } = open();
    for (const name of ROUTE_NAMES) {
      const { status, reply } = await ask(name);
      if (ROUTES[name].access === 'anyone') {
        assert.notEqual(status, 401, name);
        continue;
      }
      assert.equal(status, 401, name);
      assert.equal(errorOf(reply).code, 'not-logged-in', name);
    }
    assert.deepEqual([...new Set(asked.map(({ name }) => name))], ['health', 'ready']);
  });

  it('refuses every route to a role that the table does not give it to', async () => {
    const { ask, asked } = open();
    for (const name of ROUTE_NAMES) {
      for (const role of ROLES.filter((known) => !permits(ROUTES[name], [known]))) {
        const { status, reply } = await ask(name, { token: role });
        assert.equal(status, 403, `${name} ${role}`);
        assert.equal(errorOf(reply).code, 'not-permitted');
      }
    }
    assert.deepEqual(asked, []);
  });

  it('refuses what is no session before it reads the request', async () => {
    const { ask } = open();
    for (const token of ['nobody', '', 'operator x', 'a'.repeat(65)]) {
      assert.equal((await ask('partners.add', { token, body: { nonsense: 1 } })).status, 401, token);
    }
  });

  it('gives the handler the checked request and the caller', async () => {
    const { ask, asked } = open({ 'cases.list': () => ({ rows: [] }) });
    const { status } = await ask('cases.list', { token: 'officer', url: '/cases?open=true&limit=5' });
    assert.equal(status, 200);
    assert.deepEqual({ ...(asked[0]?.request as { query: object }).query }, { open: true, limit: 5 });
    assert.deepEqual(asked[0]?.caller, caller('officer'));
  });

  it('takes a case reference with its slashes for one parameter', async () => {
    const { ask, asked } = open();
    await ask('cases.show', { token: 'officer', url: '/cases/GD%2F2026%2F7K4Q-2M9T' });
    assert.deepEqual(
      { ...(asked[0]?.request as { params: object }).params },
      { reference: 'GD/2026/7K4Q-2M9T' },
    );
  });

  it('names every mistake in a request, an unknown key among them', async () => {
    const { ask } = open();
    const body = { name: 'Jane', roles: ['boss'], desks: [], fingerprnt: 'x' };
    const { status, reply } = await ask('officers.add', { token: 'operator', body });
    assert.equal(status, 400);
    const { mistakes } = errorOf(reply).details as { mistakes: string[] };
    assert.ok(mistakes.includes('fingerprnt is not known here'), mistakes.join('; '));
    assert.ok(mistakes.some((mistake) => mistake.startsWith('roles.0')));
    assert.ok(mistakes.some((mistake) => mistake.includes('fingerprint')));
  });

  it('sends of a reply only what its schema knows', async () => {
    const { ask } = open({ health: () => ({ alive: true, secret: 'x' }) });
    assert.deepEqual((await ask('health')).reply, { alive: true });
  });

  it('answers a typed error with its document and the status of its class', async () => {
    const refuse = () => {
      throw new ComityError('reasons-missing', 'A refusal needs reasons.', {
        paragraph: 'MLA-28',
        details: { a: 1 },
      });
    };
    const { ask } = open({ 'acts.prepare': refuse });
    const { status, reply } = await ask('acts.prepare', { token: 'officer', body: { content: {} } });
    assert.equal(status, 422);
    const error = {
      code: 'reasons-missing',
      message: 'A refusal needs reasons.',
      paragraph: 'MLA-28',
      details: { a: 1 },
    };
    assert.deepEqual(reply, { error });
  });

  it('answers a bug with a reference, and keeps the stack for the log', async () => {
    const { ask, logged } = open({
      status: () => {
        throw new TypeError('undefined is not a function');
      },
    });
    const { status, reply } = await ask('status', { token: 'operator' });
    assert.equal(status, 500);
    const { code, message, details } = errorOf(reply);
    assert.equal(code, 'internal');
    assert.ok(!message.includes('undefined'));
    assert.ok(logged.join('').includes((details as { reference: string }).reference));
    assert.ok(logged.join('').includes('undefined is not a function'));
  });

  it('answers what is no JSON, too large or nowhere with a document of its own', async () => {
    const { ask, server } = open();
    const headers = { authorization: 'Bearer operator', 'content-type': 'application/json' };
    const broken = await server.inject({ method: 'POST', url: '/officers', headers, payload: '{' });
    assert.equal(broken.statusCode, 400);
    assert.equal(errorOf(broken.json()).code, 'usage');
    const large = await ask('officers.add', { token: 'operator', body: { name: 'x'.repeat(600_000) } });
    assert.equal(large.status, 400);
    const nowhere = await server.inject({ url: '/nowhere' });
    assert.equal(nowhere.statusCode, 404);
    assert.equal(errorOf(nowhere.json()).code, 'no-such-route');
  });

  it('answers a path that can be no route with a document, and takes no head for a whole request', async () => {
    const { server } = open();
    const headers = { authorization: 'Bearer officer' };
    for (const url of ['/drafts%ff', `/cases/${'x'.repeat(200)}`]) {
      const response = await server.inject({ url, headers });
      assert.equal(response.statusCode, 400, url);
      assert.equal(errorOf(response.json()).code, 'usage', url);
    }
    assert.equal((await server.inject({ method: 'HEAD', url: '/watch', headers })).statusCode, 404);
  });

  it('gives metrics without a session only if the configuration says so', async () => {
    const closed = open({ metrics: () => 'up 1\n' });
    assert.equal((await closed.ask('metrics')).status, 401);
    assert.deepEqual(await closed.ask('metrics', { token: 'auditor' }), { status: 200, reply: 'up 1\n' });
    const opened = open({ metrics: () => 'up 1\n' }, true);
    assert.deepEqual(await opened.ask('metrics'), { status: 200, reply: 'up 1\n' });
  });
});

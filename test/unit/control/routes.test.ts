import assert from 'node:assert/strict';
import { ROUTES, ROUTE_NAMES, permits } from '../../../protocol/control/routes.ts';
import { ROLES } from '../../../protocol/control/roles.ts';
import { SCHEMAS, type RouteSchemas } from '../../../protocol/control/schemas.ts';
import { requestUrl } from '../../../protocol/control/url.ts';

describe('the table of control routes', () => {
  it('gives each method and path to one route only', () => {
    const places = ROUTE_NAMES.map((name) => `${ROUTES[name].method} ${ROUTES[name].path}`);
    assert.equal(new Set(places).size, places.length);
  });

  it('has a schema for exactly the parameters that stand in the path', () => {
    for (const name of ROUTE_NAMES) {
      const inPath = [...ROUTES[name].path.matchAll(/:(\w+)/g)].map((match) => match[1]);
      const schemas: RouteSchemas = SCHEMAS[name];
      const known = Object.keys((schemas.params as { properties?: object } | undefined)?.properties ?? {});
      assert.deepEqual(known.sort(), inPath.sort(), name);
    }
  });

  it('lets no route that reads a case be used by an operator who is nothing else', () => {
    for (const name of ROUTE_NAMES) {
      if (!/^(acts|drafts|inbox|outbox|cases|items)\./.test(name)) continue;
      assert.equal(permits(ROUTES[name], ['operator']), false, name);
    }
  });

  it('opens to anyone nothing but health and login', () => {
    const open = ROUTE_NAMES.filter((name) => permits(ROUTES[name], []));
    assert.deepEqual(open, ['health', 'ready', 'login.challenge', 'login.open']);
  });

  it('lets each role log out and ask who it is', () => {
    for (const role of ROLES) {
      assert.ok(permits(ROUTES['login.close'], [role]));
      assert.ok(permits(ROUTES.whoami, [role]));
    }
  });

  it('refuses a key that a request does not know', () => {
    for (const name of ROUTE_NAMES) {
      const schemas: RouteSchemas = SCHEMAS[name];
      for (const part of [schemas.params, schemas.query, schemas.body]) {
        if (part === undefined) continue;
        assert.equal((part as { additionalProperties?: unknown }).additionalProperties, false, name);
      }
    }
  });
});

describe('the URL of a request', () => {
  it('carries a case reference with its slashes as one segment', () => {
    assert.equal(
      requestUrl('cases.show', { reference: 'GD/2026/7K4Q-2M9T' }),
      '/cases/GD%2F2026%2F7K4Q-2M9T',
    );
  });

  it('leaves out what is not given in the query', () => {
    assert.equal(
      requestUrl('cases.list', {}, { open: true, search: undefined, limit: 5 }),
      '/cases?open=true&limit=5',
    );
  });
});

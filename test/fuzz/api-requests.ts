import { ROUTES, type RouteName } from '../../protocol/control/routes.ts';
import { requestUrl } from '../../protocol/control/url.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import type { Sample } from './api-samples.ts';
import type { Asked } from './fuzzed-node.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { mutateJson } from './mutate-json.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const DEEP = 100_000;
/** Of a path or a query: what is longer is no request line. */
const LINE_MAX = 4000;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'];

/** Bodies that are no JSON document of ours, whatever the route. */
const BODIES: readonly (readonly [type: string, body: string])[] = [
  ['application/json', '{'],
  ['application/json', ''],
  ['application/json', 'null'],
  ['application/json', '[]'],
  ['application/json', '"x"'],
  ['application/json', '['.repeat(DEEP)],
  ['application/json', `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`],
  ['application/json', `${'{"content":'.repeat(DEEP / 4)}1${'}'.repeat(DEEP / 4)}`],
  ['application/json', '{"__proto__":{"name":"x"}}'],
  ['application/json', '{"constructor":{"prototype":{"x":1}}}'],
  ['application/json', '{"name":"x","name":"y"}'],
  ['application/json', `{"name":"${'x'.repeat(600_000)}"}`],
  ['application/json', '{"name":"\\ud800"}'],
  ['application/json; charset=utf-16', '{}'],
  ['text/plain', '{}'],
  ['application/x-www-form-urlencoded', 'name=x'],
  ['multipart/form-data; boundary=x', '--x--'],
  ['', '{}'],
];

const TARGETS = [
  '%00',
  '%ff',
  '%',
  '..%2f..',
  '?',
  '//',
  'x'.repeat(9000),
  '?a=1&a=2',
  '?limit=1&limit=2',
  '?open[]=true',
  '?%ff=%ff',
  '#x',
  '*',
];
const AUTHORIZATIONS: readonly string[] = [
  '',
  'Bearer',
  'Bearer x',
  'bearer x',
  `Bearer ${'a'.repeat(64)}`,
  'Basic eDp5',
  'Bearer \t',
  'x'.repeat(4000),
];

/** A request to a route with one of its parts changed, or with a part that no route has. */
export function spoiltRequest(name: RouteName, sample: Sample, random: SeededRandom): Asked {
  const { method } = ROUTES[name];
  const { params, query, body } = sample;
  const target = requestUrl(name, textsIn(params, random, 3), textsIn(query, random, 2));
  if (method !== 'POST') return { method, target };
  return {
    method,
    target,
    headers: JSON_TYPE,
    body: JSON.stringify(mutateJson(someOf(body, random), random)),
  };
}

/** What a route takes may be left out: some of it, in half of the requests. */
function someOf(body: unknown, random: SeededRandom): unknown {
  if (random.below(2) === 0) return body;
  return Object.fromEntries(Object.entries(body as object).filter(() => random.below(3) > 0));
}

/** Names and values, of which one in so many is another one. */
function textsIn(values: Sample['query'], random: SeededRandom, oneIn: number): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      random.below(oneIn) > 0 ? textOf(value) : otherText(value, random),
    ]),
  );
}

function otherText(value: unknown, random: SeededRandom): string {
  if (random.below(2) === 0)
    return Buffer.from(mutateBytes(Buffer.from(textOf(value)), random, Buffer.from('x/y'))).toString();
  const other = mutateJson(value, random);
  return (typeof other === 'string' ? other : JSON.stringify(other)).slice(0, LINE_MAX).toWellFormed();
}

/** A request that is wrong before its route looks at it: in path, query, headers or the form of its body. */
export function wrongRequest(name: RouteName, sample: Sample, random: SeededRandom): Asked {
  const { method } = ROUTES[name];
  const target = requestUrl(name, stringsOf(sample.params), stringsOf(sample.query));
  switch (random.below(3)) {
    case 0:
      return { method: random.pick(METHODS), target };
    case 1:
      return { method, target: `${target}${random.pick(TARGETS)}` };
    default: {
      const [type, body] = random.pick(BODIES);
      return { method: 'POST', target, headers: { ...(type !== '' && { 'content-type': type }) }, body };
    }
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function stringsOf(values: Sample['query']): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOf(value)]));
}

export function anyAuthorization(random: SeededRandom, tokens: readonly string[]): string {
  return random.below(4) > 0 ? `Bearer ${random.pick(tokens)}` : random.pick(AUTHORIZATIONS);
}

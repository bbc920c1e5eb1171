import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { ROUTE_NAMES, type RouteName } from '../../protocol/control/routes.ts';
import { type RouteSchemas, SCHEMAS } from '../../protocol/control/schemas.ts';
import { smallRequest } from '../support/small-request.ts';

/** The parts of a request, as a client gives them. */
export interface Sample {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** Values by the names of the fields that take them: what is there in the node that is asked. */
export type Known = Readonly<Record<string, unknown>>;

/** Names that every node knows. */
const COMMON: Known = {
  ...{ kind: 'mla.general', to: 'JM', state: 'JM', partner: 'JM', paragraph: 'MLA-28', verb: 'info-request' },
  ...{ content: smallRequest(), desk: 'central-authority', language: 'en', type: 'node.started', after: '5' },
};
/** For strings of which nothing but the form is known. */
const TEXTS = [
  'x',
  'en',
  'GD',
  '5',
  '2030-01-01T00:00:00Z',
  'a'.repeat(32),
  'a'.repeat(64),
  'A'.repeat(43),
  'A'.repeat(32),
];

/** Schemas as plain data, which they are. */
interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
}

/** A request to each route, in the form that its schema asks for, about what is there. */
export function samplesFor(known: Known): ReadonlyMap<RouteName, Sample> {
  const names = { ...COMMON, ...known };
  return new Map(ROUTE_NAMES.map((name) => [name, sampleOf(SCHEMAS[name], names)]));
}

function sampleOf({ params, query, body }: RouteSchemas, known: Known): Sample {
  const fill = (schema: TSchema | undefined): Readonly<Record<string, unknown>> =>
    schema === undefined ? {} : (fitting(schema, '', known) as Readonly<Record<string, unknown>>);
  return { params: fill(params), query: fill(query), body: fill(body) };
}

/** A value that the schema takes. @throws Error if nobody has thought of one. */
function fitting(schema: Schema, name: string, known: Known): unknown {
  if (Object.hasOwn(known, name) && Value.Check(schema as TSchema, known[name])) return known[name];
  const made = makers[schema.enum === undefined ? (schema.type ?? '') : 'enum']?.(schema, known);
  if (made !== undefined && Value.Check(schema as TSchema, made)) return made;
  throw new Error(`no value is known for the field ${name}: add one to test/fuzz/api-samples.ts`);
}

const makers: Readonly<Record<string, (schema: Schema, known: Known) => unknown>> = {
  enum: (schema) => schema.enum?.[0],
  boolean: () => true,
  integer: (schema) => schema.minimum ?? 0,
  number: (schema) => schema.minimum ?? 0,
  string: (schema) => TEXTS.find((text) => Value.Check(schema as TSchema, text)),
  array: ({ items = {}, minItems = 1 }, known) =>
    Array.from({ length: minItems }, () => fitting(items, '', known)),
  object: ({ properties = {} }, known) =>
    Object.fromEntries(
      Object.entries(properties).map(([name, inner]) => [name, fitting(inner, name, known)]),
    ),
};

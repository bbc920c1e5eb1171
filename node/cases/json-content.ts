import type { Fields, Value } from '../../protocol/value.ts';

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

/** Content as the control API shows it: bytes as base64url. */
export function jsonContent(fields: Fields): Readonly<Record<string, Json>> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, jsonValue(value)]));
}

function jsonValue(value: Value): Json {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64url');
  if (isList(value)) return value.map(jsonValue);
  return typeof value === 'object' ? jsonContent(value) : value;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

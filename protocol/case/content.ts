import type { Fields, Value } from '../value.ts';

/** Reading what a partner wrote: each reader answers for any content, and takes a wrong shape for absence. */

export function fieldOf(content: Fields, name: string): Value | undefined {
  return Object.hasOwn(content, name) ? content[name] : undefined;
}

export function textIn(content: Fields, name: string): string | undefined {
  const value = fieldOf(content, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function truthIn(content: Fields, name: string): boolean {
  return fieldOf(content, name) === true;
}

export function recordIn(content: Fields, name: string): Fields | undefined {
  const value = fieldOf(content, name);
  return isRecord(value) ? value : undefined;
}

/** The records of a list, in their order. */
export function recordsIn(content: Fields, name: string): readonly Fields[] {
  const value = fieldOf(content, name);
  return isList(value) ? value.filter(isRecord) : [];
}

/** The texts of a list, or the ids of its records, each once. */
export function idsIn(content: Fields, name: string): readonly string[] {
  const value = fieldOf(content, name);
  if (!isList(value)) return [];
  const ids = value.map((entry) => (isRecord(entry) ? textIn(entry, 'id') : entry));
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

export function hasField(content: Fields, name: string): boolean {
  return fieldOf(content, name) !== undefined;
}

function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

function isRecord(value: Value | undefined): value is Fields {
  return typeof value === 'object' && !Array.isArray(value) && !(value instanceof Uint8Array);
}

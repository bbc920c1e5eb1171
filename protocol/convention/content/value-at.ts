import type { Fields, Value } from '../../value.ts';
import type { FieldEquals } from '../verb-spec.ts';
import { given, isRecord } from './form-value.ts';

/**
 * The value of a field of untrusted content; `confidentiality.required` looks into a record. Own properties
 * only.
 */
export function valueAt(content: Fields, path: string): Value | undefined {
  const { record, name } = placeOf(content, path);
  return record === undefined ? undefined : given(record, name);
}

/** Whether a field has one of the values that a rule names. */
export function holds(content: Fields, { field, equals }: FieldEquals): boolean {
  return isOneOf(valueAt(content, field), equals);
}

/** Whether a value is a wanted one. */
export function isOneOf(value: Value | undefined, wanted: FieldEquals['equals']): boolean {
  if (typeof value !== 'string' && typeof value !== 'boolean') return false;
  return typeof wanted === 'object' ? wanted.includes(value) : wanted === value;
}

/** Whether a field has any value, or the act says that its wording stands in the body (D-17). */
export function isGivenAt(content: Fields, path: string): boolean {
  const { record, name } = placeOf(content, path);
  if (record === undefined) return false;
  const value = given(record, name);
  if (value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)) return true;
  return given(record, `${name}_given`) === true;
}

function placeOf(content: Fields, path: string): { record: Fields | undefined; name: string } {
  let record: Fields | undefined = content;
  const names = path.split('.');
  const name = names.pop() ?? '';
  for (const group of names) {
    const inner: Value | undefined = record && given(record, group);
    record = isRecord(inner) ? inner : undefined;
  }
  return { record, name };
}

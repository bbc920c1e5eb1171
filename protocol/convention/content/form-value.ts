import type { FieldCondition } from '../field-spec.ts';
import type { Fields, Value } from '../../value.ts';

/** Content as people and programs write it: a value may be missing, and numbers may be texts. */
export interface FormContent {
  readonly [name: string]: FormValue;
}

export type FormValue = string | number | boolean | null | readonly FormValue[] | FormContent;

export function isRecord(value: unknown): value is Readonly<Record<string, Value>> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
  );
}

export function isList(value: unknown): value is readonly Value[] {
  return Array.isArray(value);
}

/** A field of untrusted content: own properties only. */
export function given(content: Fields, name: string): Value | undefined {
  return Object.hasOwn(content, name) ? content[name] : undefined;
}

/** A text of a record; empty if there is none. */
export function textOf(record: Fields, name: string): string {
  const value = given(record, name);
  return typeof value === 'string' ? value : '';
}

/** Whether a condition holds among the fields of one record; `true` stands for always. */
export function holds(condition: boolean | FieldCondition, content: Fields): boolean {
  if (typeof condition === 'boolean') return condition;
  if ('whenGiven' in condition) return given(content, condition.whenGiven.field) !== undefined;
  if ('whenField' in condition) {
    const value = given(content, condition.whenField.field);
    return condition.whenField.values.some((wanted) => wanted === value);
  }
  const { list, field, values } = condition.unlessEvery;
  const entries = given(content, list);
  if (!isList(entries) || entries.length === 0) return true;
  return !entries.every(
    (entry) => isRecord(entry) && values.some((wanted) => wanted === given(entry, field)),
  );
}

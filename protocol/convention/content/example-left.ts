import type { Fields, Value } from '../../value.ts';
import type { FieldSpec } from '../field-spec.ts';
import type { Finding } from '../problem.ts';
import { given, isList, isRecord } from './form-value.ts';

/** Shorter texts may be what the officer means. */
const TELLING_CHARACTERS = 40;

/** One warning that names every field in which the example of the printed form was left standing. */
export function exampleLeft(specs: readonly FieldSpec[], form: Fields): readonly Finding[] {
  const paths = leftIn(specs, form, '');
  if (paths.length === 0) return [];
  return [
    { path: '', paragraph: '', level: 'WARN', code: 'still-example', details: { paths: paths.join(', ') } },
  ];
}

function leftIn(specs: readonly FieldSpec[], record: Fields, path: string): readonly string[] {
  return specs.flatMap((spec) => leftInField(spec, given(record, spec.name), `${path}${spec.name}`));
}

function leftInField(spec: FieldSpec, value: Value | undefined, path: string): readonly string[] {
  if (spec.fields === undefined) return isExample(spec, isList(value) ? value[0] : value) ? [path] : [];
  if (isRecord(value)) return leftIn(spec.fields, value, `${path}.`);
  if (!isList(value)) return [];
  const fields = spec.fields;
  return value.flatMap((entry, index) =>
    isRecord(entry) ? leftIn(fields, entry, `${path}[${index}].`) : [],
  );
}

function isExample(spec: FieldSpec, value: Value | undefined): boolean {
  const example = spec.example;
  if (typeof value !== 'string' || value.length < TELLING_CHARACTERS || typeof example !== 'object')
    return false;
  return value === example.en || value === example.fr;
}

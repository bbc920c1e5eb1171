import { fieldsOf } from '../../protocol/convention/verb-in.ts';
import type { FieldSpec } from '../../protocol/convention/field-spec.ts';
import { CARICOM } from '../../protocol/convention/instruments.ts';

/** Every form of the instrument: a kind and a verb that is said in it. */
export function everyForm(): readonly { kind: string; verb: string; fields: readonly FieldSpec[] }[] {
  return Object.values(CARICOM.kinds).flatMap(({ kind, verbs }) =>
    verbs.map((verb) => ({ kind, verb, fields: fieldsOf(CARICOM, kind, verb) ?? [] })),
  );
}

/** The fields of one form; a test that names one that is not there fails. */
export function formFields(kind: string, verb: string): readonly FieldSpec[] {
  const fields = fieldsOf(CARICOM, kind, verb);
  if (fields === undefined) throw new Error(`no form ${kind} ${verb}`);
  return fields;
}

import type { Fields, Value } from '../../value.ts';
import type { FieldSpec } from '../field-spec.ts';
import { given, holds, isList, isRecord } from './form-value.ts';
import { joinContent } from './split-content.ts';

/**
 * Paragraphs whose contents a received opening item lacks, each once, in the order of the form. It is
 * mechanical: it binds nobody and refuses nothing (MLA-20). Our own demands are no defects (MLA-20f without
 * the list of proceedings), nor is what the text asks for only where possible (MLA-20e). `body` is undefined
 * if it was withheld: then its fields are not judged.
 */
export function defectsOf(
  specs: readonly FieldSpec[],
  act: Fields,
  body: Fields | undefined,
): readonly string[] {
  const judged = body === undefined ? specs.filter((spec) => spec.part === 'act') : specs;
  return [...new Set(missingIn(judged, joinContent(judged, act, body)))];
}

function missingIn(specs: readonly FieldSpec[], content: Fields): readonly string[] {
  return specs.flatMap((spec) => {
    const value = given(content, spec.name);
    if (isMissing(spec, value)) return isOwed(spec, content) ? [spec.paragraph] : [];
    return recordsOf(value).flatMap((record) => missingIn(spec.fields ?? [], record));
  });
}

function isMissing(spec: FieldSpec, value: Value | undefined): boolean {
  return value === undefined || value === '' || (isList(value) && value.length < (spec.countMin ?? 0));
}

function isOwed(spec: FieldSpec, content: Fields): boolean {
  const where = spec.missingLevel === undefined || spec.missingLevel === 'BLOCK';
  return where && spec.derived !== true && holds(spec.required, content);
}

function recordsOf(value: Value | undefined): readonly Fields[] {
  if (isList(value)) return value.filter(isRecord);
  return isRecord(value) ? [value] : [];
}

import type { Fields } from '../../value.ts';
import type { Catalogue } from '../catalogue.ts';
import type { CodeFormat, FieldSpec, FieldType, Language } from '../field-spec.ts';
import type { Finding } from '../problem.ts';
import { say } from '../say.ts';
import type { Flaw } from './check-value.ts';
import { codeFormats, typeWords } from './code-formats.ts';
import type { TakenIds } from './complete-content.ts';

export interface CheckContext {
  /** Of the messages; English if left out. */
  readonly language?: Language;
  /** Offences established in accordance with the convention (MLA-1); not checked if left out. */
  readonly catalogue?: Catalogue;
  /** Authorities of the own profile (MLA-20a); not checked if left out. */
  readonly authorities?: readonly { readonly id: string; readonly name: string }[];
  readonly taken?: TakenIds;
}

/** Where a check stands: the record, its path, and the whole form round it. */
export interface Place {
  readonly form: Fields;
  readonly record: Fields;
  readonly path: string;
  readonly context: CheckContext;
}

/** A finding about a field, with its label in the language of the officer. */
export function finding(
  spec: FieldSpec,
  place: Place,
  flaw: Flaw,
  level: Finding['level'] = 'BLOCK',
): Finding {
  return { ...entryFinding(spec, place, flaw, level), path: join(place.path, spec.name) };
}

/** A finding about what the place itself stands for: one entry of a list. */
export function entryFinding(
  spec: FieldSpec,
  place: Place,
  flaw: Flaw,
  level: Finding['level'] = 'BLOCK',
): Finding {
  const language = place.context.language ?? 'en';
  const wanted = flaw.details?.['wanted'];
  const details = {
    label: say(spec.label, language),
    help: say(spec.help, language),
    ...flaw.details,
    ...(typeof wanted === 'string' ? { wanted: wantedWords(wanted, language) } : {}),
  };
  return { path: place.path, paragraph: spec.paragraph, level, code: flaw.code, details };
}

function wantedWords(wanted: string, language: Language): string {
  const type = typeWords[wanted as FieldType] as (typeof typeWords)[FieldType] | undefined;
  return say(type ?? codeFormats[wanted as CodeFormat].wanted, language);
}

export function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

export function at(place: Place, spec: FieldSpec, index: number): string {
  return `${join(place.path, spec.name)}[${index}]`;
}

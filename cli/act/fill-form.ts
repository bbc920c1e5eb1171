import { checkContent } from '../../protocol/convention/content/check-content.ts';
import { type FormContent, type FormValue, holds } from '../../protocol/convention/content/form-value.ts';
import type { FieldSpec } from '../../protocol/convention/field-spec.ts';
import type { Fields } from '../../protocol/value.ts';

/** How a person is asked. An empty answer leaves a field out. */
export interface Asker {
  /** Says what comes now. */
  explain(field: FieldSpec, place: string, required: boolean): Promise<void>;
  /** `flaw` tells what is wrong with an answer, or gives undefined. */
  text(field: FieldSpec, flaw: (answer: string) => string | undefined): Promise<string>;
  choice(field: FieldSpec, required: boolean): Promise<string>;
  several(field: FieldSpec): Promise<readonly string[]>;
  yesOrNo(field: FieldSpec, required: boolean): Promise<string>;
  /** Whether there is one more entry of a list. */
  oneMore(field: FieldSpec, count: number): Promise<boolean>;
}

export interface FillOptions {
  readonly ask: Asker;
  /** Called after every answer with all that has been said, so that nothing is lost if it ends here. */
  readonly onAnswer: (content: FormContent) => void;
}

/**
 * Asks for the fields of a form one by one: only for those that apply, after what has been answered before.
 */
export function fillForm(specs: readonly FieldSpec[], { ask, onAnswer }: FillOptions): Promise<FormContent> {
  return fillRecord(specs, { ask, place: '', keep: onAnswer });
}

interface Filling {
  readonly ask: Asker;
  readonly place: string;
  readonly keep: (content: FormContent) => void;
}

async function fillRecord(specs: readonly FieldSpec[], filling: Filling): Promise<FormContent> {
  let record: FormContent = {};
  for (const spec of specs) {
    if (!isAsked(spec) || !holds(spec.appliesWhen ?? true, record as Fields)) continue;
    const place = filling.place === '' ? spec.name : `${filling.place}.${spec.name}`;
    const before = record;
    const keep = (value: FormValue): void => {
      filling.keep({ ...before, [spec.name]: value });
    };
    const required = holds(spec.required, record as Fields);
    await filling.ask.explain(spec, place, required);
    const value = await fillField(spec, { ...filling, place, required, keep });
    if (value === undefined) continue;
    record = { ...record, [spec.name]: value };
    filling.keep(record);
  }
  return record;
}

/** The node fills in some fields by itself; entries of lists are numbered. */
function isAsked(spec: FieldSpec): boolean {
  return spec.filledByNode !== true && spec.fixed === undefined && spec.counter === undefined;
}

interface FieldFilling {
  readonly ask: Asker;
  readonly place: string;
  readonly required: boolean;
  readonly keep: (value: FormValue) => void;
}

async function fillField(spec: FieldSpec, filling: FieldFilling): Promise<FormValue | undefined> {
  const { ask, required } = filling;
  if (spec.type === 'list') return fillList(spec, filling);
  if (spec.type === 'record') return fillInner(spec, filling);
  if (spec.type === 'boolean') return given(await ask.yesOrNo(spec, required));
  if (spec.type === 'choice') return given(await ask.choice(spec, required));
  return given(await ask.text(spec, (answer) => flawOf(spec, answer, required)));
}

async function fillInner(spec: FieldSpec, filling: FieldFilling): Promise<FormValue | undefined> {
  if (!filling.required && !(await filling.ask.oneMore(spec, 0))) return undefined;
  return fillRecord(spec.fields ?? [], filling);
}

async function fillList(spec: FieldSpec, filling: FieldFilling): Promise<FormValue | undefined> {
  if (spec.fields === undefined) return fillScalars(spec, filling);
  const entries: FormContent[] = [];
  const least = filling.required ? (spec.countMin ?? 0) : 0;
  while (entries.length < least || (await filling.ask.oneMore(spec, entries.length))) {
    const place = `${filling.place}[${entries.length}]`;
    const keep = (entry: FormContent): void => {
      filling.keep([...entries, entry]);
    };
    entries.push(await fillRecord(spec.fields, { ask: filling.ask, place, keep }));
  }
  // A required list may be empty: `restrictions: []` says that there are none.
  return entries.length === 0 && !filling.required ? undefined : entries;
}

async function fillScalars(spec: FieldSpec, { ask, required }: FieldFilling): Promise<FormValue | undefined> {
  if (spec.of === 'choice') {
    const chosen = await ask.several(spec);
    return chosen.length === 0 ? undefined : chosen;
  }
  const answer = await ask.text(spec, (text) => flawOf(spec, listed(spec, text), required));
  return answer === '' ? undefined : listed(spec, answer);
}

/** Entries behind semicolons: commas stand in the names of acts and sections. */
function listed(spec: FieldSpec, text: string): readonly string[] {
  const separator = spec.of === 'text' ? ';' : /[;,]/;
  return text
    .split(separator)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function given(answer: string): string | undefined {
  return answer === '' ? undefined : answer;
}

function flawOf(spec: FieldSpec, answer: FormValue, required: boolean): string | undefined {
  const empty = answer === '' || (Array.isArray(answer) && answer.length === 0);
  if (empty) return required && spec.missingLevel !== 'WARN' ? `needed (${spec.paragraph})` : undefined;
  // Neighbours are looked at when all is there; a field that stands alone has none.
  const { appliesWhen: _, refersTo: __, notBefore: ___, rules: ____, ...alone } = spec;
  const problems = checkContent([alone], { [spec.name]: answer });
  return problems.find((problem) => problem.level === 'BLOCK')?.message;
}

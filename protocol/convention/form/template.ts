import { ComityError } from '../../errors.ts';
import type { FieldCondition, FieldSpec, Language, Text } from '../field-spec.ts';
import type { Instrument } from '../instrument.ts';
import { say } from '../say.ts';
import { fill } from '../sentences/sentence.ts';
import { TEMPLATE_SENTENCES, type TemplateSentence } from '../sentences/template-sentences.ts';
import { fieldsOf, kindOf } from '../verb-in.ts';
import type { FormContent } from '../content/form-value.ts';
import { exampleContent, exampleText, isLive, isShown } from './example-content.ts';
import { commentLines, commentOut, indent, yamlLines, yamlScalar } from './yaml-text.ts';

export interface TemplateOptions {
  /** The kind in which a verb is said; the first that has it, if left out. */
  readonly kind?: string;
  /** Examples as values (the default), or empty values with the examples as comments. */
  readonly examples?: boolean;
  /**
   * Values that the printing side knows better than the examples, by the name of a field of the first level.
   */
  readonly values?: Readonly<Record<string, string>>;
  /** Optional fields as fields to fill in, not commented out. */
  readonly everything?: boolean;
}

interface Printer {
  readonly language: Language;
  readonly examples: boolean;
  readonly everything: boolean;
}

/**
 * A commented form for the opening of a kind, or for a verb. Every field stands in it, with its paragraph,
 * whether it is required, its choices and an example. As printed it passes `checkContent`.
 * @throws ComityError `unknown-form` if there is no such kind or verb.
 */
export function template(
  instrument: Instrument,
  name: string,
  language: Language = 'en',
  options: TemplateOptions = {},
): string {
  const form = formOf(instrument, name, options.kind);
  const printer: Printer = {
    language,
    examples: options.examples ?? true,
    everything: options.everything ?? false,
  };
  const intro = form.fields.length === 0 ? 'no-fields' : printer.examples ? 'examples-inside' : 'fill-in';
  const lines = [
    ...commentLines(`${capital(say(form.title, language))} – ${name} (${form.paragraphs.join(', ')})`),
    '#',
    ...commentLines(word(intro, language)),
    ...(form.fields.length === 0 ? [] : commentLines(word('long-texts', language))),
    '',
    ...printFields(withValues(form.fields, options.values ?? {}), printer),
  ];
  return `${lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

function withValues(
  fields: readonly FieldSpec[],
  values: Readonly<Record<string, string>>,
): readonly FieldSpec[] {
  return fields.map((field) => {
    const value = Object.hasOwn(values, field.name) ? values[field.name] : undefined;
    return value === undefined ? field : { ...field, example: value };
  });
}

/** What stands behind a kind or a verb as a form. */
export function formOf(instrument: Instrument, name: string, inKind?: string) {
  const opened = kindOf(instrument, name);
  if (opened !== undefined) {
    const fields = fieldsOf(instrument, name, opened.opensWith) ?? [];
    return { title: opened.title, paragraphs: opened.articles, fields };
  }
  const kind =
    inKind ?? Object.values(instrument.kinds).find((spec) => spec.verbs.includes(name))?.kind ?? '';
  const fields = fieldsOf(instrument, kind, name);
  const verb = instrument.verbs[name];
  if (fields === undefined || verb === undefined) {
    throw new ComityError('unknown-form', `There is no kind or verb “${name}” here; see comity kinds.`);
  }
  return { title: verb.title, paragraphs: [verb.paragraph], fields };
}

function printFields(specs: readonly FieldSpec[], printer: Printer): readonly string[] {
  const beside = exampleContent(specs, printer.language, printer.everything);
  return specs.filter(isShown).flatMap((spec) => printField(spec, beside, printer));
}

function printField(spec: FieldSpec, beside: FormContent, printer: Printer): readonly string[] {
  const live = isLive(spec, beside, printer.everything);
  const value = printValue(spec, printer);
  return [
    ...describeField(spec, printer),
    ...(live ? value : commentOut(value)),
    ...(spec.name === 'id' ? [] : ['']),
  ];
}

function describeField(spec: FieldSpec, printer: Printer): readonly string[] {
  const { language } = printer;
  if (spec.name === 'id') return [];
  const title = `${say(spec.label, language)} (${spec.paragraph}) – ${need(spec, language)}`;
  const choices = (spec.choices ?? []).map((choice) => {
    const paragraph = choice.paragraph === undefined ? '' : ` (${choice.paragraph})`;
    return `# * ${choice.code} – ${say(choice.label, language)}${paragraph}`;
  });
  const example = exampleText(spec, language);
  return [
    ...commentLines(title),
    ...commentLines(say(spec.help, language)),
    ...(choices.length === 0 ? [] : [`# ${word('choices', language)}`, ...choices]),
    ...(printer.examples || example === '' ? [] : commentLines(word('example', language, { example }))),
  ];
}

function printValue(spec: FieldSpec, printer: Printer): readonly string[] {
  const example = printer.examples || spec.name === 'id' ? exampleText(spec, printer.language) : '';
  if (spec.type === 'record') return [`${spec.name}:`, ...indent(printFields(spec.fields ?? [], printer), 2)];
  if (spec.type !== 'list') return yamlLines(spec.name, example);
  if (spec.fields === undefined)
    return [`${spec.name}:`, `  -${example === '' ? '' : ` ${yamlScalar(example)}`}`];
  return [`${spec.name}:`, ...indent(asEntry(printFields(spec.fields, printer)), 2)];
}

/** Fields as one entry of a list: its id comes first, behind the dash. */
function asEntry(lines: readonly string[]): readonly string[] {
  const [first = '', ...rest] = lines;
  return [`- ${first}`, ...indent(rest, 2)];
}

/** Whether a field must be there, in the words of its condition. */
function need(spec: FieldSpec, language: Language): string {
  const strict = (spec.missingLevel ?? 'BLOCK') === 'BLOCK';
  const only = spec.appliesWhen === undefined ? undefined : condition(spec.appliesWhen, 'only', language);
  if (spec.required === true) return word(strict ? 'required' : 'expected', language);
  if (spec.required === false) return only ?? word('optional', language);
  const needed = condition(spec.required, strict ? 'required' : 'expected', language);
  return only === undefined || sameCondition(spec) ? needed : `${only}; ${needed}`;
}

function sameCondition(spec: FieldSpec): boolean {
  return JSON.stringify(spec.required) === JSON.stringify(spec.appliesWhen);
}

function condition(
  of: boolean | FieldCondition,
  need: 'required' | 'expected' | 'only',
  language: Language,
): string {
  if (typeof of === 'boolean') return word('optional', language);
  if ('whenGiven' in of) return word(`${need}-with`, language, { field: of.whenGiven.field });
  const either = ` ${word('or', language)} `;
  if ('whenField' in of) {
    const values = of.whenField.values.map(inForm).join(either);
    return word(`${need}-if`, language, { field: of.whenField.field, values });
  }
  const { list, field, values } = of.unlessEvery;
  return word('required-unless', language, { list, field, values: values.join(either) });
}

function inForm(value: string | boolean): string {
  if (typeof value === 'string') return value;
  return value ? 'yes' : 'no';
}

function word(code: TemplateSentence, language: Language, values: Record<string, string> = {}): string {
  const text: Text = TEMPLATE_SENTENCES[code].text;
  return fill(say(text, language), values);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

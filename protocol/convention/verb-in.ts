import type { Choice, FieldSpec } from './field-spec.ts';
import type { Instrument, KindSpec, VerbSpec } from './instrument.ts';
import type { CheckSpec } from './rule-spec.ts';

/** The kind, or undefined: names come from partners and are never looked up through the prototype. */
export function kindOf(instrument: Instrument, kind: string): KindSpec | undefined {
  return own(instrument.kinds, kind);
}

/**
 * A verb as it is said in a kind: its row with what the kind varies, only the duties whose timers run in that
 * kind, and the kind's own checks behind the verb's. Undefined if either is unknown or the kind has no such
 * verb.
 */
export function verbIn(instrument: Instrument, kind: string, verb: string): VerbSpec | undefined {
  const kindSpec = own(instrument.kinds, kind);
  const base = own(instrument.verbs, verb);
  if (kindSpec === undefined || base === undefined || !kindSpec.verbs.includes(verb)) return undefined;
  const { content, ...rest } = own(kindSpec.variations ?? {}, verb) ?? {};
  return {
    ...base,
    ...rest,
    content: joinFields([...base.content, ...openingOf(kindSpec, base)], content ?? []),
    duties: (rest.duties ?? base.duties).filter((duty) => kindSpec.timers.includes(duty.timer)),
    checks: [...(base.checks ?? []), ...checksOf(kindSpec, verb)],
  };
}

/** What the kind asks of its opening, where the verb is that or carries it. */
function openingOf(kind: KindSpec, { verb, carriesOpening }: VerbSpec): readonly FieldSpec[] {
  return verb === kind.opensWith || carriesOpening === true ? kind.content : [];
}

function checksOf({ checks = {} }: KindSpec, verb: string): readonly CheckSpec[] {
  return own(checks, verb) ?? [];
}

/** Whether a case of the kind can begin with a verb: with the one that opens it, or one that stands for it. */
export function opensCase(instrument: Instrument, kind: string, verb: string): boolean {
  const spec = verbIn(instrument, kind, verb);
  const usual = own(instrument.kinds, kind)?.opensWith;
  return spec !== undefined && (verb === usual || spec.opensAs?.verb === usual);
}

/** The form of a verb in a kind, with the choices that depend on the kind. Undefined as in `verbIn`. */
export function fieldsOf(
  instrument: Instrument,
  kind: string,
  verb: string,
): readonly FieldSpec[] | undefined {
  const kindSpec = own(instrument.kinds, kind);
  if (kindSpec?.verbs.includes(verb) !== true) return undefined;
  const made = forms.get(kindSpec) ?? new Map<string, readonly FieldSpec[]>();
  forms.set(kindSpec, made);
  const found =
    made.get(verb) ??
    verbIn(instrument, kind, verb)?.content.map((field) => withChoices(instrument, kindSpec, field));
  if (found !== undefined) made.set(verb, found);
  return found;
}

/** Forms are made once: an instrument never changes. */
const forms = new WeakMap<KindSpec, Map<string, readonly FieldSpec[]>>();

function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** A field of the kind takes the place of the verb's field of the same name; others follow. */
function joinFields(base: readonly FieldSpec[], more: readonly FieldSpec[]): readonly FieldSpec[] {
  const replaced = base.map((field) => more.find((other) => other.name === field.name) ?? field);
  return [...replaced, ...more.filter((field) => !base.some((other) => other.name === field.name))];
}

function withChoices(instrument: Instrument, kind: KindSpec, field: FieldSpec): FieldSpec {
  const choices =
    field.choicesFrom === undefined ? undefined : choicesOf(instrument, kind, field.choicesFrom);
  const fields = field.fields?.map((inner) => withChoices(instrument, kind, inner));
  return {
    ...field,
    ...(choices === undefined ? {} : { choices, ...exampleOf(field, choices) }),
    ...(fields === undefined ? {} : { fields }),
  };
}

/** The example of the form, or the first choice of a kind that has no such choice. */
function exampleOf({ example }: FieldSpec, choices: readonly Choice[]): Pick<FieldSpec, 'example'> {
  const first = choices[0]?.code;
  return first === undefined || choices.some(({ code }) => code === example) ? {} : { example: first };
}

/**
 * Grounds that the kind lists, and that of whoever has another one (D-07), unless the kind's list is closed.
 */
function choicesOf(
  instrument: Instrument,
  kind: KindSpec,
  from: NonNullable<FieldSpec['choicesFrom']>,
): Choice[] {
  if (from === 'intakeReasons') {
    return kind.intakeReasons.map((code) => ({
      code,
      label: instrument.intakeReasons[code] ?? { en: code },
    }));
  }
  const listed = kind.grounds.map((ground) => ground.code);
  const all = Object.values(instrument.grounds);
  const others = kind.groundsClosed ? [] : all.filter(({ unlisted }) => unlisted === true);
  return [...all.filter(({ code }) => listed.includes(code)), ...others].map((ground) => ({
    code: ground.code,
    label: ground.title,
    paragraph: ground.paragraph,
  }));
}

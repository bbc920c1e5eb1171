import type { Fields, Value } from '../value.ts';
import { isList, isRecord } from './content/form-value.ts';
import { valueAt } from './content/value-at.ts';
import type { Language, Text } from './field-spec.ts';
import type { CheckSpec } from './rule-spec.ts';
import { say } from './say.ts';
import { verbWord } from './verb-word.ts';

const GAP_MAX = 80;
const NONE = '–';

/** The sentence of a check, its gaps filled from the content that it was asked of; safe for a terminal. */
export function checkText({ says }: CheckSpec, content: Fields): Text {
  const filled = (text: string): string =>
    text.replaceAll(/\{([\w.]+)\}/g, (_, name: string) => shown(valueAt(content, name)));
  return { en: filled(says.en), ...(says.fr === undefined ? {} : { fr: filled(says.fr) }) };
}

/** Verbs or kinds that lead on, as a sentence; undefined if there are none. */
export function insteadText(instead: readonly string[], language: Language): string | undefined {
  if (instead.length === 0) return undefined;
  return `${say(INSTEAD, language)} ${instead.map(verbWord).join(', ')}`;
}

const INSTEAD: Text = { en: 'What may be said instead:', fr: 'Ce qui peut être dit à la place :' };

function shown(value: Value | undefined): string {
  if (isList(value)) return value.length === 0 ? NONE : value.map(shown).join(', ').slice(0, GAP_MAX);
  if (value === undefined || isRecord(value) || value instanceof Uint8Array) return NONE;
  const text = String(value).replaceAll(/\p{C}/gu, ' ').trim();
  return text === '' ? NONE : text.slice(0, GAP_MAX);
}

import type { Text } from '../field-spec.ts';

/** What is wrong, and where it helps, what can be done. `{name}` stands for a value. */
export interface Sentence {
  readonly text: Text;
  readonly wayOut?: Text;
}

export const sentence = (en: string, fr: string): Sentence => ({ text: { en, fr } });

export const withWayOut = (
  what: readonly [en: string, fr: string],
  wayOut: readonly [en: string, fr: string],
): Sentence => ({ text: { en: what[0], fr: what[1] }, wayOut: { en: wayOut[0], fr: wayOut[1] } });

/** Puts values in their places. A place without a value stays, so that a test finds it. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

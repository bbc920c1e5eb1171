import type { FieldSpec } from '../../field-spec.ts';
import { field, words } from './field.ts';

interface Explained extends Partial<
  Omit<FieldSpec, 'name' | 'type' | 'paragraph' | 'label' | 'help' | 'example'>
> {
  readonly en: readonly [label: string, help: string];
  readonly fr: readonly [label: string, help: string];
  readonly example: readonly [en: string, fr: string];
}

/** A wording of which the act says that it was given. */
export const explained = (name: string, paragraph: string, { example, ...rest }: Explained): FieldSpec =>
  field(name, 'text', paragraph, { textMax: 10_000, marks: true, example: words(...example), ...rest });

import type { ForbiddenGroundSpec, GroundSpec } from '../../instrument.ts';
import { words } from '../fields/field.ts';

type Titles = readonly [code: string, paragraph: string, en: string, fr: string];

/** What it must carry are fields of the ground's entry, or their marks. */
export const ground = (
  [code, paragraph, en, fr]: Titles,
  rest: Partial<GroundSpec> & Pick<GroundSpec, 'mustCarry'>,
): GroundSpec => ({ code, paragraph, title: words(en, fr), ...rest });

/** A ground that may not be used, with the question that brings it to light. */
export const forbidden = ([code, paragraph, en, fr]: Titles, askedBy?: string): ForbiddenGroundSpec => ({
  code,
  paragraph,
  title: words(en, fr),
  ...(askedBy === undefined ? {} : { askedBy }),
});

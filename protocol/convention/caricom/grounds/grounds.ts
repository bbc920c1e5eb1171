import type { ForbiddenGroundSpec, GroundSpec } from '../../instrument.ts';
import { ASSISTANCE_FORBIDDEN, ASSISTANCE_GROUNDS } from './assistance.ts';
import { DATA_FORBIDDEN, DATA_GROUNDS } from './data.ts';
import { PERSON_FORBIDDEN, PERSON_GROUNDS } from './persons.ts';

const byCode = <Spec extends { readonly code: string }>(
  ...families: readonly (readonly Spec[])[]
): Readonly<Record<string, Spec>> => Object.fromEntries(families.flat().map((spec) => [spec.code, spec]));

/** Grounds on which help may be refused (register 1.3). */
export const GROUNDS = byCode<GroundSpec>(ASSISTANCE_GROUNDS, DATA_GROUNDS, PERSON_GROUNDS);
/** Grounds on which it may not. */
export const FORBIDDEN_GROUNDS = byCode<ForbiddenGroundSpec>(
  ASSISTANCE_FORBIDDEN,
  DATA_FORBIDDEN,
  PERSON_FORBIDDEN,
);

import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';
import { ComityError } from '../../protocol/errors.ts';

interface Mistake {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message: string;
}

const MISTAKES_SHOWN = 5;

/** The checked part, or a ComityError `usage` with every mistake in `details`. */
export type Validated = { readonly value: unknown } | { readonly error: ComityError };

/**
 * Checks one part of a request. A query comes as text, and is made into the numbers and flags that its schema
 * wants; nothing else is changed to fit, and a key that the schema does not know is a mistake.
 */
export function createValidator(schema: TSchema, part: string): (data: unknown) => Validated {
  const compiled = Compile(schema);
  return (data) => {
    const value = part === 'querystring' ? Value.Convert(schema, data) : (data ?? {});
    if (compiled.Check(value)) return { value };
    const mistakes = compiled.Errors(value).filter(isOwn).map(describe);
    const sentence = `The request is not formed as it should be: ${mistakes.slice(0, MISTAKES_SHOWN).join('; ')}.`;
    return { error: new ComityError('usage', sentence, { details: { mistakes } }) };
  };
}

/** An unknown key is reported twice, for itself and for what it stands in. */
function isOwn({ keyword }: Mistake): boolean {
  return keyword !== 'additionalProperties';
}

function describe({ keyword, instancePath, message }: Mistake): string {
  const name = instancePath.slice(1).replaceAll('/', '.');
  if (keyword === 'boolean') return `${name} is not known here`;
  return name === '' ? message : `${name} ${message}`;
}

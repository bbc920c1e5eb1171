/** What a caller can act on. Anything else that is thrown is a bug. */
export interface ErrorInit {
  /** Paragraph of the convention, as in the register: `MLA-28`. */
  readonly paragraph?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/**
 * An error with a stable code. The message is one sentence for a person: what happened, and what to do.
 * It never holds secrets, keys or the content of an item.
 */
export class ComityError<Code extends string = string> extends Error {
  readonly code: Code;
  readonly paragraph: string | undefined;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: Code, message: string, init: ErrorInit = {}) {
    super(message, init.cause === undefined ? undefined : { cause: init.cause });
    this.name = 'ComityError';
    this.code = code;
    this.paragraph = init.paragraph;
    this.details = init.details;
  }
}

/**
 * Narrows to an error of ours, or to one with this code; `instanceof` would leave the type of the code open.
 */
export function isComityError<Code extends string>(error: unknown, code?: Code): error is ComityError<Code> {
  return error instanceof ComityError && (code === undefined || error.code === code);
}

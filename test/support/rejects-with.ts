import { expect } from 'chai';
import { ComityError } from '../../protocol/errors.ts';

/** Expects a ComityError with this code, and gives it for a closer look. */
export async function rejectsWith(promise: Promise<unknown>, code: string): Promise<ComityError> {
  const outcome: unknown = await promise.then(
    () => new Error('it did not reject'),
    (error: unknown) => error,
  );
  if (!(outcome instanceof ComityError)) throw outcome;
  expect(outcome.code).to.equal(code);
  return outcome;
}

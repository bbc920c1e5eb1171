import { expect } from 'chai';
import { ComityError } from '../../protocol/errors.ts';
import { isRejectionCode, type RejectionCode } from '../../protocol/rejection.ts';

/** Expects a rejection with this code, and gives its details for a closer look. */
export function refuses(code: RejectionCode, run: () => unknown): Readonly<Record<string, unknown>> {
  try {
    run();
  } catch (error) {
    if (!(error instanceof ComityError) || !isRejectionCode(String(error.code))) throw error;
    expect(error.code, JSON.stringify(error.details)).to.equal(code);
    return error.details ?? {};
  }
  throw new Error('it was not refused');
}

import { toHex } from '../../protocol/hash.ts';
import type { Hex } from '../../protocol/value.ts';
import type { CaseContext } from './case-context.ts';
import { referenceOf } from './reference-index.ts';

/**
 * An id for a new case, and the label of it. Drawn again until the label is free here, so that an officer
 * never sees one label on two cases of this node.
 */
export async function newCaseId(
  { clock, party, references }: CaseContext,
  at: number,
): Promise<{ readonly caseId: Hex; readonly reference: string }> {
  for (;;) {
    const caseId = toHex(clock.randomBytes(16));
    const reference = referenceOf(caseId, party, at);
    const taken = await references.like(reference);
    if (!taken.some((other) => other.reference === reference)) return { caseId, reference };
  }
}

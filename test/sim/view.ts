import type { Cases } from '../../node/cases/cases.ts';
import { describe } from './sim-state.ts';

/** A case as an officer sees it. */
export interface View {
  readonly caseId: string;
  readonly foldDigest: string;
  readonly status: string;
  readonly items: string;
  readonly whole: string;
}

/** What the officer sees, also where it is not to be seen. */
export function viewOf(
  cases: Cases,
  officer: Parameters<Cases['show']>[0],
  reference: string,
): Promise<View> {
  return Promise.all([cases.show(officer, reference), cases.timeline(officer, reference)]).then(
    ([{ caseId, foldDigest, status, waiting }, { entries }]) => ({
      caseId,
      foldDigest,
      status,
      items: entries.map(({ itemId }) => itemId).join(' '),
      whole: JSON.stringify({
        foldDigest,
        status,
        waiting,
        items: entries.map(({ itemId, verdict }) => [itemId, verdict]),
      }),
    }),
    (error: unknown) => ({
      caseId: '',
      foldDigest: '',
      status: '',
      items: '',
      whole: `not to be seen: ${describe(error)}`,
    }),
  );
}

import { actsInCases } from '../../protocol/control/roles.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { CaseSummary } from './case-records.ts';
import type { Officer } from './dependencies.ts';

/** The desks whose cases this officer sees: none for who acts in no case, an operator for one. */
export function visibleDesks(officer: Officer): readonly string[] {
  return actsInCases(officer.roles) ? officer.desks : [];
}

/** Need-to-know: the case has been with a desk of this officer. */
export function maySee(officer: Officer, summary: CaseSummary): boolean {
  const desks = visibleDesks(officer);
  return summary.opened?.desks.some((desk) => desks.includes(desk)) === true;
}

/** Who may look at the course of a case without its content. */
export function mayAudit(officer: Officer): boolean {
  return officer.roles.includes('auditor');
}

/** The same answer for a case that is not there and for one that is not the officer's to see. */
export function unknownCase(): ComityError {
  return new ComityError(
    'unknown-case',
    'There is no case of this reference at your desks — see: comity cases.',
  );
}

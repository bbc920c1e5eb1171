import { matchReference } from '../../protocol/case/reference.ts';
import { ComityError } from '../../protocol/errors.ts';
import { isHex } from '../../protocol/hash.ts';
import type { Hex } from '../../protocol/value.ts';
import { mayAudit, maySee, unknownCase } from './access.ts';
import type { CaseContext } from './case-context.ts';
import type { CaseSummary, ItemPlace, OpenedSummary } from './case-records.ts';
import type { Officer } from './dependencies.ts';
import type { OpenCase } from './open-case.ts';
import type { Case } from '../../protocol/case/case.ts';

/** A case that an officer may see: it has its opening. */
export interface SeenCase {
  readonly open: OpenCase;
  readonly folded: Case;
  readonly summary: CaseSummary;
  readonly opened: OpenedSummary;
}

export interface Sight {
  /** Whoever audits may look at what this shows. */
  readonly audited?: boolean;
}

/**
 * The case that a text means: a reference, any shorter form that fits only one case of the officer's, or a
 * case id.
 *
 * @throws ComityError `unknown-case`, `reference-ambiguous` or `reference-mistyped`.
 */
export async function findCase(
  context: CaseContext,
  officer: Officer,
  text: string,
  sight: Sight = {},
): Promise<SeenCase> {
  const caseId = isHex(text, 16) ? text : await caseIdOf(context, officer, text, sight);
  return seenCase(context, officer, caseId, sight);
}

/** The case of an item, and where the item stands. @throws ComityError `unknown-item`. */
export async function findItem(
  context: CaseContext,
  officer: Officer,
  { itemId, ...sight }: { readonly itemId: Hex } & Sight,
): Promise<SeenCase & { readonly place: ItemPlace }> {
  const place = await context.repository.place(itemId);
  if (place === undefined) throw unknownItem();
  const seen = await seenCase(context, officer, place.caseId, sight).catch((error: unknown) => {
    if (error instanceof ComityError && error.code === 'unknown-case') throw unknownItem();
    throw error;
  });
  return { ...seen, place };
}

async function caseIdOf(context: CaseContext, officer: Officer, text: string, sight: Sight): Promise<Hex> {
  const labelled = await context.references.like(text);
  const summaries = await context.repository.summaries(labelled.map(({ caseId }) => caseId));
  const visible = labelled.filter((_, index) => isVisible(officer, summaries[index], sight));
  const reference = match(
    text,
    visible.map((entry) => entry.reference),
  );
  const found = visible.find((entry) => entry.reference === reference);
  if (found === undefined) throw unknownCase();
  return found.caseId;
}

function match(text: string, references: readonly string[]): string {
  try {
    return matchReference(text, references);
  } catch (error) {
    if (error instanceof ComityError && error.code === 'reference-unknown') throw unknownCase();
    throw error;
  }
}

async function seenCase(
  context: CaseContext,
  officer: Officer,
  caseId: Hex,
  sight: Sight,
): Promise<SeenCase> {
  const open = await context.book.read(caseId);
  const { folded, summary } = open ?? {};
  if (open === undefined || folded === undefined || summary?.opened === undefined) throw unknownCase();
  if (!isVisible(officer, summary, sight)) throw unknownCase();
  return { open, folded, summary, opened: summary.opened };
}

function isVisible(officer: Officer, summary: CaseSummary | undefined, { audited }: Sight): boolean {
  if (summary === undefined) return false;
  return maySee(officer, summary) || (audited === true && mayAudit(officer));
}

function unknownItem(): ComityError {
  return new ComityError(
    'unknown-item',
    'There is no item of this id at your desks — see: comity case timeline.',
  );
}

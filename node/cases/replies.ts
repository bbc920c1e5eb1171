import { permitted, type PermittedVerb } from '../../protocol/case/permitted.ts';
import { toInstant } from '../../protocol/control/instant.ts';
import type { ReplyOptions } from '../../protocol/control/types.ts';
import type { CaseContext } from './case-context.ts';
import type { Officer } from './dependencies.ts';
import { findCase, type SeenCase } from './find-case.ts';
import { rejectionOfOpening, whyRejected } from './rejected-opening.ts';
import { receiptsOf } from './show.ts';
import { verbOfWord, verbWord } from '../../protocol/convention/verb-word.ts';

export interface ReplyQuestion {
  readonly reference: string;
  /** Only this verb. */
  readonly verb?: string;
}

/**
 * What this side may say in a case now: what it owes first, each with the fields of its form. Nothing, and
 * why, where the partner has rejected the opening.
 */
export async function replyOptions(
  context: CaseContext,
  officer: Officer,
  { reference, verb }: ReplyQuestion,
): Promise<ReplyOptions> {
  const seen = await findCase(context, officer, reference);
  const rejection = await rejectionOfOpening(context, seen.open);
  if (rejection !== undefined) {
    return { reference: seen.opened.reference, verbs: [], why: whyRejected(seen.open.partner, rejection) };
  }
  const wanted = verb === undefined ? undefined : verbOfWord(verb);
  const verbs = (await permittedIn(context, seen)).filter(
    (entry) => wanted === undefined || entry.verb === wanted,
  );
  return { reference: seen.opened.reference, verbs: verbs.map(optionView) };
}

/** What this side may say, with the dates that receipts give its duties. */
async function permittedIn(
  context: CaseContext,
  { folded, opened }: SeenCase,
): Promise<readonly PermittedVerb[]> {
  const evidence = await receiptsOf(context, folded);
  const { instrument } = folded.history.rules;
  return permitted(instrument, folded, opened.side, { at: context.clock.now(), evidence });
}

function optionView({
  verb,
  title,
  paragraph,
  owedBy,
  fields,
}: PermittedVerb): ReplyOptions['verbs'][number] {
  return {
    verb: verbWord(verb),
    title: title.en,
    paragraph,
    ...(owedBy !== undefined && { owedBy: toInstant(owedBy) }),
    fields: fields
      .filter((field) => field.filledByNode !== true)
      .map(({ name, type, required, label }) => ({
        name,
        type,
        required: required === true,
        label: label.en,
      })),
  };
}

import { digest, lengthPrefixed } from '../hash.ts';
import { FOLD_MACHINE, TAGS } from '../ids.ts';
import type { Hex } from '../value.ts';
import { type Canonical, canonicalText } from './canonical.ts';
import type { Verdict } from './case.ts';
import type { CaseState } from './state.ts';

/**
 * What an opening item writes as `fold`: the digest of a case that has no item yet. It binds the case, the
 * instrument and the version of the fold.
 */
export function digestBeforeOpening(caseId: Hex, instrument: Hex): Hex {
  return digest(TAGS.caseDigest, lengthPrefixed(`machine ${FOLD_MACHINE}`, caseId, instrument));
}

/**
 * The digest of a case after one more item: H(digest before, id placed, its verdict, what is open). Closed
 * things have left the last part, so a step costs the same however long the case is.
 */
export function digestAfter(before: Hex, id: Hex, verdict: string, open: string): Hex {
  return digest(TAGS.caseDigest, lengthPrefixed(before, id, verdict, open));
}

/** A verdict with the paragraphs that the act breaks, as it goes into the digest. */
export function verdictText(verdict: Verdict, flags: readonly string[]): string {
  return flags.length === 0 ? verdict : `${verdict} ${flags.join(' ')}`;
}

/** The canonical texts of what is open in a state, kept for the next one, which shares most of it. */
export interface OpenTexts {
  readonly dialogs: ListTexts;
  readonly obligations: ListTexts;
  readonly caveats: ListTexts;
}

interface ListTexts {
  readonly list: readonly object[];
  readonly texts: readonly string[];
  /** All of them, as they go into the digest. */
  readonly whole: string;
}

const NOTHING: ListTexts = { list: [], texts: [], whole: '[]' };
export const NOTHING_OPEN: OpenTexts = { dialogs: NOTHING, obligations: NOTHING, caveats: NOTHING };

export function openTextsOf(state: CaseState, before: OpenTexts): OpenTexts {
  return {
    dialogs: textsOf(state.dialogs, before.dialogs),
    obligations: textsOf(state.obligations, before.obligations),
    caveats: textsOf(state.caveats, before.caveats),
  };
}

/** Status, open dialogs, open obligations and binding caveats, in this order. */
export function openText(state: CaseState, { dialogs, obligations, caveats }: OpenTexts): string {
  const lists = dialogs.whole + obligations.whole + caveats.whole;
  return `${state.status};${state.phase ?? ''};${state.closedBy.join(' ')};${lists}`;
}

/** Lists keep their order from state to state, so what both have is met in passing. */
function textsOf(list: readonly object[], known: ListTexts): ListTexts {
  if (list === known.list) return known;
  let met = 0;
  const texts = list.map((record) => {
    const at = known.list.indexOf(record, met);
    if (at === -1) return canonicalText(record as Canonical);
    met = at + 1;
    return known.texts[at] ?? '';
  });
  return { list, texts, whole: `[${texts.join('')}]` };
}

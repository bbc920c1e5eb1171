import { digest, lengthPrefixed } from '../hash.ts';
import { FOLD_MACHINE, TAGS } from '../ids.ts';
import type { Hex } from '../value.ts';
import { type Canonical, canonicalText } from './canonical.ts';
import type { Verdict } from './case.ts';
import type { CaseState } from './state.ts';

/**
 * What an opening item writes as `fold`: the digest of a case that has no item yet. It binds the case, the instrument
 * and the version of the fold.
 */
export function digestBeforeOpening(caseId: Hex, instrument: Hex): Hex {
  return digest(TAGS.caseDigest, lengthPrefixed(`machine ${FOLD_MACHINE}`, caseId, instrument));
}

/**
 * The digest of a case after one more item: H(digest before, id placed, its verdict, what is open). Closed things
 * have left the last part, so a step costs the same however long the case is.
 */
export function digestAfter(before: Hex, id: Hex, verdict: string, state: CaseState): Hex {
  return digest(TAGS.caseDigest, lengthPrefixed(before, id, verdict, openText(state)));
}

/** A verdict with the paragraphs that the act breaks, as it goes into the digest. */
export function verdictText(verdict: Verdict, flags: readonly string[]): string {
  return flags.length === 0 ? verdict : `${verdict} ${flags.join(' ')}`;
}

/** Status, open dialogs, open obligations and binding caveats, in a fixed order. */
function openText(state: CaseState): string {
  const phase = state.phase ?? '';
  const sides = state.closedBy.join(' ');
  return `${state.status};${phase};${sides};${listText(state.dialogs)}${listText(state.obligations)}${listText(state.caveats)}`;
}

const texts = new WeakMap<object, string>();

/** States share what they did not change, so most of these texts are known from the step before. */
function listText(list: readonly object[]): string {
  const known = texts.get(list);
  if (known !== undefined) return known;
  const text = `[${list.map(recordText).join('')}]`;
  texts.set(list, text);
  return text;
}

function recordText(record: object): string {
  const known = texts.get(record);
  if (known !== undefined) return known;
  const text = canonicalText(record as Canonical);
  texts.set(record, text);
  return text;
}

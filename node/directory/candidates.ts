import { COUNTS, PROFILES } from '../../protocol/limits.ts';
import type { Candidate } from './pin.ts';

/** How much candidates may take in all. */
export interface CandidateBounds {
  readonly countMax: number;
  readonly bytesMax: number;
}

const BOUNDS: CandidateBounds = { countMax: COUNTS.parties, bytesMax: PROFILES.candidateBytesMax };

/**
 * Which candidates give way to a new one; undefined if it is the new one that is not listed.
 *
 * - An operator's own give way to nothing.
 * - Whoever introduces has one claim to each code: a later one takes the place of the earlier. So nobody can
 *   hide a State behind false ones.
 * - If there is no room, the newest of whoever has introduced the most give way. So a flood costs only
 *   whoever makes it: it is the flooder's candidates that are not listed.
 */
export function givingWay(
  candidates: readonly Candidate[],
  newcomer: Candidate,
  { countMax, bytesMax }: CandidateBounds = BOUNDS,
): Candidate[] | undefined {
  const claim = candidates.filter(
    (one) => one.party === newcomer.party && isBy(one, introducerOf(newcomer)) && !isTheOperators(one),
  );
  const gone = new Set(claim.filter((one) => one.introducedBy.length === 1));
  for (;;) {
    const all = [...candidates.filter((one) => !gone.has(one)), newcomer];
    const bytes = all.reduce((sum, one) => sum + one.bytes.length, 0);
    if (all.length <= countMax && bytes <= bytesMax) return [...gone];
    const last = newestOfMost(all);
    if (last === undefined || last === newcomer) return undefined;
    gone.add(last);
  }
}

/** Whoever brought it first answers for it. */
function introducerOf({ introducedBy }: Candidate): string {
  return introducedBy[0] ?? '';
}

function isBy(candidate: Candidate, introducer: string): boolean {
  return introducerOf(candidate) === introducer;
}

function isTheOperators(candidate: Candidate): boolean {
  return candidate.introducedBy.includes('operator');
}

function newestOfMost(candidates: readonly Candidate[]): Candidate | undefined {
  const bytesBy = new Map<string, number>();
  const counted = candidates.filter((one) => !isTheOperators(one));
  for (const one of counted) {
    const introducer = introducerOf(one);
    // An empty place costs as much as its share of the whole.
    const cost = one.bytes.length + PROFILES.candidateBytesMax / COUNTS.parties;
    bytesBy.set(introducer, (bytesBy.get(introducer) ?? 0) + cost);
  }
  const most = [...bytesBy].reduce<[string, number]>((max, one) => (one[1] > max[1] ? one : max), ['', 0]);
  return counted.findLast((one) => isBy(one, most[0]));
}

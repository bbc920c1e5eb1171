import { catalogueByDigest, instrumentByDigest } from '../../protocol/convention/instruments.ts';
import { kindOf, opensCase } from '../../protocol/convention/verb-in.ts';
import type { Item } from '../../protocol/item/item.ts';
import type { Header } from '../../protocol/item/header.ts';
import type { RejectionCode } from '../../protocol/rejection.ts';
import type { Hex } from '../../protocol/value.ts';
import { claimsToOpen } from './machine.ts';
import type { KnownItem, OpenCase } from './open-case.ts';

/** Why an authentic item gets no place in a case. */
export type Refusal =
  | { readonly outcome: 'duplicate' | 'busy' }
  | { readonly outcome: 'rejected'; readonly code: RejectionCode; readonly standing?: Hex };

const rejected = (code: RejectionCode): Refusal => ({ outcome: 'rejected', code });

/** What can never have a place in this case, whatever comes later. Undefined: it is placed, or waits. */
export function whyNotPlaced(open: OpenCase, item: Item): Refusal | undefined {
  const { header, id } = item;
  if (open.partner !== header.sender.party) return rejected('foreign-case');
  const standing = open.chains.partner.get(header.sequence);
  if (standing?.entry.id === id) return { outcome: 'duplicate' };
  if (standing !== undefined) {
    return { outcome: 'rejected', code: 'sequence-taken', standing: standing.entry.id };
  }
  if (wasNotOpened(open)) return rejected('not-opened');
  return unknownWord(item) ?? brokenChain(open, item) ?? unfoundedVoid(open, item);
}

/** The partner's opening of this case was rejected: nothing that follows it can ever have a place. */
function wasNotOpened({ chains }: OpenCase): boolean {
  const first = chains.partner.get(1)?.entry;
  return first !== undefined && first.act === undefined && claimsToOpen(first);
}

function unknownWord({ header, act }: Item): Refusal | undefined {
  const instrument = instrumentByDigest(header.instrument);
  if (instrument === undefined || catalogueByDigest(header.catalogue) === undefined) {
    return rejected('unknown-instrument');
  }
  if (kindOf(instrument, act.kind) === undefined) return rejected('unknown-kind');
  return Object.hasOwn(instrument.verbs, act.verb) ? undefined : rejected('unknown-verb');
}

function brokenChain(open: OpenCase, item: Item): Refusal | undefined {
  const sound =
    isSoundOpening(open, item) && isLinked(open.chains.partner, item) && !seenGoesBack(open, item.header);
  return sound ? undefined : rejected('chain-broken');
}

/**
 * Only what was rejected is void, or whoever names an act could unsay it. What this node has taken in of the
 * partner's it has not rejected. Of its own items the partner's rejection may still be on its way: come
 * again.
 */
function unfoundedVoid(open: OpenCase, { header, id }: Item): Refusal | undefined {
  const effective = header.voids
    .map((named) => open.items.get(named))
    .filter((item) => item?.entry.act !== undefined);
  if (effective.some((item) => item?.origin === 'partner') || isNamedVoid(open, id)) {
    return rejected('chain-broken');
  }
  return effective.length > 0 ? { outcome: 'busy' } : undefined;
}

/** Its author says that it was rejected, in an item that came first and waits for it. */
function isNamedVoid({ folded, items }: OpenCase, id: Hex): boolean {
  for (const waiting of folded?.waiting ?? items.keys()) {
    const item = items.get(waiting);
    if (item?.origin === 'partner' && item.entry.header.voids.includes(id)) return true;
  }
  return false;
}

/**
 * Only one side opens a case, with a verb that opens its kind; all else has seen something, or follows
 * something. After a restore own items may be back before the opening that they answer.
 */
function isSoundOpening(open: OpenCase, item: Item): boolean {
  if (!claimsToOpen(item)) return true;
  const first = open.chains.own.get(1);
  if (first !== undefined && claimsToOpen(first.entry)) return false;
  const instrument = instrumentByDigest(item.header.instrument);
  return instrument !== undefined && opensCase(instrument, item.act.kind, item.act.verb);
}

type Chain = ReadonlyMap<number, KnownItem>;

/** Names as its predecessor what stands there in its chain, as far as that is here. */
export function followsOn(chain: Chain, { sequence, previous }: Header): boolean {
  const before = chain.get(sequence - 1);
  return before === undefined || before.entry.id === previous;
}

/** The neighbours in the chain, as far as they are here, say the same. */
function isLinked(chain: Chain, { header, id }: Pick<Item, 'header' | 'id'>): boolean {
  const after = chain.get(header.sequence + 1);
  if (!followsOn(chain, header)) return false;
  return after === undefined || after.entry.header.previous === id;
}

/** `seen` names an item of this node's chain; along the partner's chain it never goes back. */
function seenGoesBack(open: OpenCase, header: Header): boolean {
  const seen = seenSequence(open, header);
  if (seen === undefined) return false;
  const lower = neighbour(open, header.sequence, -1);
  const higher = neighbour(open, header.sequence, 1);
  const floor = lower && seenSequence(open, lower.entry.header);
  const ceiling = higher && seenSequence(open, higher.entry.header);
  return (floor !== undefined && seen < floor) || (ceiling !== undefined && seen > ceiling);
}

/** Undefined for an item that is not here: after a restore that may be one of our own. */
function seenSequence(open: OpenCase, { seen }: Header): number | undefined {
  if (seen === undefined) return 0;
  const item = open.items.get(seen);
  return item?.origin === 'own' ? item.sequence : undefined;
}

/** The nearest item of the partner's chain in one direction. While nothing waits, the chain has no gap. */
function neighbour(open: OpenCase, sequence: number, step: 1 | -1): KnownItem | undefined {
  const chain = open.chains.partner;
  if (open.folded?.waiting.length === 0) return step === 1 ? undefined : chain.get(chain.size);
  let nearest: KnownItem | undefined;
  let least = Infinity;
  for (const item of chain.values()) {
    const distance = (item.sequence - sequence) * step;
    if (distance <= 0 || distance >= least) continue;
    nearest = item;
    least = distance;
  }
  return nearest;
}

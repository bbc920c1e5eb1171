import type { Side } from '../convention/instrument.ts';
import type { Hex } from '../value.ts';
import { barrierOf } from './barrier.ts';
import type { BranchNode } from './branch.ts';
import { type Conformity, type UnjudgedItem, utteranceOf } from './chain-item.ts';
import { rowOf, type Rulebook } from './rulebook.ts';
import { findingsIn } from './rules.ts';

const CONFORMS: Conformity = { inert: false, flags: [], foldDiffers: false };

/**
 * How an act stands in the case made of exactly what its author had seen. What breaks a rule there is flagged
 * with the paragraph, and goes on to move the status: no node decides anything for a State.
 */
export function conformityOf(rules: Rulebook, view: BranchNode, item: UnjudgedItem): Conformity {
  const { act, header } = item.entry;
  if (item.void || act === undefined) return CONFORMS;
  const said = utteranceOf(item, act);
  const first = view.state.frame.openedBy === item.entry.id;
  const row = rowOf(rules, view.state, said);
  const foldDiffers = isComparable(view, item) && header.fold !== view.state.digest;
  const barrier = first ? undefined : barrierOf(rules, view.state, said);
  if (act.kind !== view.state.frame.kind) return { inert: true, flags: ['other-kind'], foldDiffers };
  if (row === undefined || barrier !== undefined) {
    return { inert: true, flags: [row?.verb.paragraph ?? 'unknown-verb'], foldDiffers };
  }
  const sideOfItem = (id: Hex) => sideInBranch(view, id);
  const findings = findingsIn({ rules, state: view.state, row, said, sideOfItem });
  const broken = findings.filter(({ level }) => level === 'BLOCK');
  const flags = [...new Set(broken.map(({ paragraph }) => paragraph))];
  return { inert: false, flags, foldDiffers };
}

/**
 * Not while the view holds a void that its author could not know: nothing in it, nor the item itself, names
 * it.
 */
function isComparable(view: BranchNode, item: UnjudgedItem): boolean {
  return view.voids.every((id) => view.named.includes(id) || item.entry.header.voids.includes(id));
}

function sideInBranch(tail: BranchNode, id: Hex): Side | undefined {
  for (let at: BranchNode | undefined = tail; at !== undefined; at = at.before) {
    if (at.item?.entry.id === id) return at.item.side;
  }
  return undefined;
}

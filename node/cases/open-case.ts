import type { Case, FoldEntry } from '../../protocol/case/case.ts';
import type { Side } from '../../protocol/convention/instrument.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Operation } from '../storage/change.ts';
import type { Apart, CaseSummary, Origin } from './case-records.ts';
import type { CaseKey } from './dependencies.ts';

/** An item of a case that is held in memory: what the fold reads of it, and where it stands. */
export interface KnownItem {
  readonly origin: Origin;
  readonly sequence: number;
  /** Kept also where the entry has no act, because the item is void. */
  readonly verb: string;
  readonly entry: FoldEntry;
  /** It stands beside its chain: another one has its place. */
  readonly apart?: Apart;
}

/** A case as it is held in memory between two acts. Only what runs in the lane of the case changes it. */
export interface OpenCase {
  readonly caseId: Hex;
  readonly partner: string;
  /** Absent once the bodies of the case have been erased. */
  readonly key: CaseKey | undefined;
  /** What the first change of the case writes besides: its key. */
  readonly keyRows: readonly Operation[];
  readonly items: ReadonlyMap<Hex, KnownItem>;
  readonly chains: Readonly<Record<Origin, ReadonlyMap<number, KnownItem>>>;
  /** This node's own items by the commitment to their act, so that no act is sent twice. */
  readonly sent: ReadonlyMap<Hex, KnownItem>;
  /** Own items of which the partner holds another one at their place: no part of the case. */
  readonly displaced: readonly KnownItem[];
  /** Absent while the opening has not come. */
  readonly folded: Case | undefined;
  readonly summary: CaseSummary | undefined;
}

/** What a committed change makes of a case in memory. */
export interface CaseUpdate {
  readonly item?: KnownItem;
  readonly folded: Case | undefined;
  readonly summary: CaseSummary;
}

interface MutableCase extends OpenCase {
  readonly items: Map<Hex, KnownItem>;
  readonly chains: Record<Origin, Map<number, KnownItem>>;
  readonly sent: Map<Hex, KnownItem>;
  readonly displaced: KnownItem[];
  folded: Case | undefined;
  summary: CaseSummary | undefined;
}

/** What seals the bodies of a case, and what is to be written of it. */
export interface BodyKey {
  readonly key: CaseKey | undefined;
  readonly operations: readonly Operation[];
}

export function emptyCase(caseId: Hex, partner: string, { key, operations }: BodyKey): OpenCase {
  const chains = { own: new Map<number, KnownItem>(), partner: new Map<number, KnownItem>() };
  const open: MutableCase = {
    caseId,
    partner,
    key,
    keyRows: operations,
    items: new Map(),
    chains,
    sent: new Map(),
    displaced: [],
    folded: undefined,
    summary: undefined,
  };
  return open;
}

/** Takes up what has been committed. Never before: what is in memory is on the disk. */
export function adopt(open: OpenCase, { item, folded, summary }: CaseUpdate): void {
  const held = open as MutableCase;
  if (item !== undefined) takeUp(held, item);
  held.folded = folded;
  held.summary = summary;
}

function takeUp({ items, chains, sent, displaced }: MutableCase, item: KnownItem): void {
  if (item.apart === 'displaced') {
    displaced.push(item);
    return;
  }
  items.set(item.entry.id, item);
  if (item.apart === undefined) chains[item.origin].set(item.sequence, item);
  if (item.origin === 'own') sent.set(item.entry.header.act, item);
}

/** The side on which this node stands in a case. */
export function sideOf(folded: Case, party: string): Side {
  return folded.requesting.party === party ? 'requesting' : 'requested';
}

export function otherSideOf(side: Side): Side {
  return side === 'requesting' ? 'requested' : 'requesting';
}

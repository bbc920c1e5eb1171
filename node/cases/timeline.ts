import { toInstant } from '../../protocol/control/instant.ts';
import type { Timeline } from '../../protocol/control/types.ts';
import type { Hex } from '../../protocol/value.ts';
import type { CaseContext } from './case-context.ts';
import type { Officer, ReceiptFacts } from './dependencies.ts';
import type { StoredEvidence } from './evidence-repository.ts';
import { findCase, type SeenCase } from './find-case.ts';
import type { KnownItem } from './open-case.ts';
import { rejectedOpening } from './rejected-opening.ts';
import { verbWord } from '../../protocol/convention/verb-word.ts';

type Entry = Timeline['entries'][number];

/** Stands for the verdict of an item that waits for one before it. */
const WAITING = 'waiting';

/** An own item whose place the partner gave to another one. */
const DISPLACED = 'displaced';

/** Where the partner has rejected the opening, nothing has any effect. */
const VOID = 'void';

/**
 * The items of a case in their canonical order, what waits behind them, each with its evidence. Of the other
 * side it names authorities; an officer's name stands only beside what was done here.
 */
export async function timelineOf(
  context: CaseContext,
  officer: Officer,
  reference: string,
): Promise<Timeline> {
  const seen = await findCase(context, officer, reference, { audited: true });
  const items = inOrder(seen);
  const receipts = await context.receipts.receipts(items.map(({ item }) => item.entry.id));
  const entries: Entry[] = [];
  for (const { item, verdict } of items) {
    const evidence = await context.evidence.of(item.entry.id);
    entries.push(entryOf(context, { item, verdict, evidence, receipt: receipts.get(item.entry.id) }));
  }
  return { reference: seen.opened.reference, exercise: seen.folded.exercise, entries };
}

function inOrder({ open, folded }: SeenCase): { item: KnownItem; verdict: string }[] {
  const placed: { id: Hex; verdict: string }[] = folded.placed.map(({ id, verdict }) => ({ id, verdict }));
  const waiting = folded.waiting.map((id) => ({ id, verdict: WAITING }));
  const isRejected = rejectedOpening(open) !== undefined;
  const inCase = [...placed, ...waiting].flatMap(({ id, verdict }) => {
    const item = open.items.get(id);
    return item === undefined ? [] : [{ item, verdict: isRejected ? VOID : verdict }];
  });
  return [...inCase, ...open.displaced.map((item) => ({ item, verdict: DISPLACED }))];
}

interface Told {
  readonly item: KnownItem;
  readonly verdict: string;
  readonly evidence: readonly StoredEvidence[];
  readonly receipt: ReceiptFacts | undefined;
}

function entryOf(context: CaseContext, { item, verdict, evidence, receipt }: Told): Entry {
  const { id, header } = item.entry;
  const from = header.sender.party;
  const createdAt = toInstant(header.createdAt);
  const later = evidence
    .toSorted((a, b) => a.at - b.at)
    .map(({ level, at, ...by }) => ({
      level: level.replace('_', '-'),
      at: toInstant(at),
      by: authorOf(context, by),
    }));
  const opened = evidence.some(({ level, party }) => level === 'retrieval' && party === context.party);
  return {
    itemId: id,
    from,
    verb: verbWord(item.verb),
    sequence: item.sequence,
    createdAt,
    verdict,
    unread: item.origin === 'partner' && item.entry.act !== undefined && !opened,
    evidence: [
      { level: 'submission', at: createdAt, by: from },
      ...(receipt === undefined ? [] : receiptLevels(receipt)),
      ...later,
    ],
  };
}

/** One receipt is evidence of relay, and of delivery too if its desk had the item at once. */
function receiptLevels({ at: time, by, authority }: ReceiptFacts): Entry['evidence'] {
  const at = toInstant(time);
  const delivery = authority === undefined ? [] : [{ level: 'delivery', at, by: `${by}/${authority}` }];
  return [{ level: 'relay', at, by }, ...delivery];
}

type Author = Pick<StoredEvidence, 'party' | 'authority' | 'officerId'>;

function authorOf(context: CaseContext, { party, authority, officerId }: Author): string {
  const desk = authority === undefined ? party : `${party}/${authority}`;
  const name = officerId === undefined ? undefined : nameOf(context, officerId);
  return name === undefined ? desk : `${desk} (${name})`;
}

function nameOf({ officers }: CaseContext, officerId: Hex): string | undefined {
  return officers.byId(officerId)?.name;
}

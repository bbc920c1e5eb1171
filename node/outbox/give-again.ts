import type { Deliver } from '../../protocol/delivery/messages.ts';
import { covers } from '../../protocol/delivery/number-set.ts';
import { type Signed, signedCodec } from '../../protocol/identity/signed.ts';
import type { LinkState } from '../../protocol/session/link-state.ts';
import type { Hex } from '../../protocol/value.ts';
import type { OutboxDependencies } from './dependencies.ts';
import type { EpochQueue } from './epoch-queue.ts';
import type { OutboxRepository } from './outbox-repository.ts';
import { type ParcelRow, statementOf } from './parcel-row.ts';
import { stillWaiting } from './still-waiting.ts';

/** Numbers that are looked at together. */
const PAGE = 128;

interface Lost {
  readonly epochs: readonly EpochQueue[];
  /** What the partner has, of the epochs that are meant. */
  readonly known: readonly LinkState[];
}

/**
 * What was settled and the partner does not have any more, under the numbers that it had, an item with the
 * answer that the partner gave. What still waits goes by its lane.
 */
export async function* giveAgain(
  dependencies: OutboxDependencies,
  repository: OutboxRepository,
  { epochs, known }: Lost,
): AsyncGenerator<Deliver> {
  for (const queue of epochs) {
    const { epoch, party } = queue.link;
    const state = known.find((one) => one.epoch === epoch);
    if (state === undefined) continue;
    for (const numbers of pagesBeyond(state, queue.numbers.last)) {
      // In this order: what is being queued has no row yet, and what has one waits or was settled.
      const rows = await repository.rows(epoch, numbers);
      const waiting = new Set(await stillWaiting(repository, epoch, numbers));
      const lost = numbers.flatMap((number, index) => {
        const row = rows[index];
        return row === undefined || waiting.has(number) ? [] : [{ epoch, number, row }];
      });
      yield* given(dependencies, party, lost);
    }
  }
}

function* pagesBeyond(state: LinkState, last: number): Generator<number[]> {
  for (let from = state.watermark + 1; from <= last; from += PAGE) {
    const page = Array.from({ length: Math.min(PAGE, last - from + 1) }, (_, index) => from + index);
    yield page.filter((number) => !covers(state, number));
  }
}

async function* given(
  dependencies: OutboxDependencies,
  partner: string,
  lost: readonly Settled[],
): AsyncGenerator<Deliver> {
  for (const settled of lost) {
    const deliver = await delivery(dependencies, settled);
    if (deliver !== undefined) yield deliver;
    else
      dependencies.log.error({ partner, number: settled.number }, 'what a partner lost is not here either');
  }
}

interface Settled {
  readonly epoch: Hex;
  readonly number: number;
  readonly row: ParcelRow;
}

async function delivery(
  { items, store }: OutboxDependencies,
  { epoch, number, row }: Settled,
): Promise<Deliver | undefined> {
  if (row.kind !== 'item') {
    return { kind: 'deliver', epoch, number, parcel: { kind: row.kind, statement: statementOf(row) } };
  }
  const envelope = await items.envelope(row.itemId);
  const receipt = await answerTo(store, row.itemId);
  if (envelope === undefined || receipt === undefined) return undefined;
  const { bytes: item, withheld } = envelope;
  return { kind: 'deliver', epoch, number, parcel: { kind: 'item', item, withheld, receipt } };
}

async function answerTo(store: OutboxDependencies['store'], itemId: Hex): Promise<Signed | undefined> {
  const bytes =
    (await store.keyspace('receipts').get(itemId)) ?? (await store.keyspace('rejections').get(itemId));
  return bytes && signedCodec.decode(bytes);
}

import type { Urgency } from '../../protocol/convention/instrument.ts';
import type { Accepted, Busy, Rejected } from '../../protocol/delivery/messages.ts';
import { type Signed, signedCodec } from '../../protocol/identity/signed.ts';
import { openEnvelope, type SealedItem } from '../../protocol/item/item.ts';
import { TIMES } from '../../protocol/limits.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Change, EventDetail, RecordEvent } from '../storage/change.ts';
import type { OutboxDependencies } from './dependencies.ts';
import type { Entry } from './epoch-queue.ts';
import type { OutboxRepository } from './outbox-repository.ts';
import type { ItemRow } from './parcel-row.ts';
import type { PartnerQueue } from './partner-queue.ts';
import { assertNames, type Expected, isUnproven, provenReceipt, provenRejection } from './settle.ts';

/** A partner who answers nonsense is asked again, after as long as it could have asked for itself. */
const ASK_AGAIN_MS = TIMES.busyMsMax;

/** A partner that says «not now» without a time is not asked at once. */
const PUT_OFF_MS_MIN = 100;

/** By then the partner has said which version of our profile it has. */
const SIGNED_AGAIN_MS = 1000;

type Shown = NonNullable<Rejected['standing']>;
type ItemEntry = Entry & { readonly row: ItemRow };

/** What partners' answers do to the outbox. */
export class Settlement {
  readonly #dependencies: OutboxDependencies;
  readonly #repository: OutboxRepository;
  /** Items that have gone under another key than the revoked one. */
  readonly #signedAgain = new Set<Hex>();
  readonly #settled: (party: string, lane: Urgency) => void;

  /** @param settled hears of each parcel that no longer waits */
  constructor(
    dependencies: OutboxDependencies,
    repository: OutboxRepository,
    settled: (party: string, lane: Urgency) => void,
  ) {
    this.#dependencies = dependencies;
    this.#repository = repository;
    this.#settled = settled;
  }

  /**
   * Stores a proven receipt or rejection and takes the item off, in one commit. An unproven one changes
   * nothing.
   */
  async answered(partner: string, queue: PartnerQueue, answer: Accepted | Rejected): Promise<void> {
    const entry = await queue.find(answer.epoch, answer.number);
    if (!isItem(entry) || entry.state === 'settling') return;
    entry.state = 'settling';
    try {
      if (answer.kind === 'rejection' && (await this.#goesAgain(partner, entry, answer.rejection))) {
        queue.putOff(entry, SIGNED_AGAIN_MS);
        return;
      }
      await (answer.kind === 'receipt'
        ? this.#relay(partner, entry, answer.receipt)
        : this.#reject(partner, entry, answer));
    } catch (error) {
      queue.putOff(entry, isUnproven(error) ? ASK_AGAIN_MS : PUT_OFF_MS_MIN);
      if (!isUnproven(error)) throw error;
      const { itemId } = entry.row;
      this.#dependencies.log.error({ partner, itemId, error }, 'an answer of a partner proves nothing');
      return;
    }
    queue.forget(entry);
    this.#settled(partner, entry.row.lane);
  }

  /** Takes off parcels that have no receipt of their own. */
  async acknowledged(
    partner: string,
    queue: PartnerQueue,
    epoch: Hex,
    numbers: readonly number[],
  ): Promise<void> {
    const found = await Promise.all(numbers.map((number) => queue.find(epoch, number)));
    const entries = found.filter((entry) => entry !== undefined).filter(isUnsettledStatement);
    for (const entry of entries) entry.state = 'settling';
    try {
      await this.#dependencies.store.commit({ operations: entries.flatMap((entry) => this.#removal(entry)) });
    } catch (error) {
      // The next session reads anew what waits.
      for (const entry of entries) entry.state = 'away';
      throw error;
    }
    for (const entry of entries) {
      queue.forget(entry);
      this.#settled(partner, entry.row.lane);
    }
  }

  async putOff(partner: string, queue: PartnerQueue, busy: Busy): Promise<void> {
    const { epoch, number, retryAfterMs, needProfiles } = busy;
    if (needProfiles.length > 0) this.#dependencies.giveProfiles(partner, needProfiles);
    const entry = await queue.find(epoch, number);
    if (entry?.state === 'away') queue.putOff(entry, Math.max(retryAfterMs, PUT_OFF_MS_MIN));
  }

  /** A rejection of what had been receipted before. What proves nothing is recorded, and changes nothing. */
  async rejectedLater(partner: string, rejection: Signed, extra: Change): Promise<void> {
    const { store, log } = this.#dependencies;
    const rejections = store.keyspace('rejections');
    try {
      const { itemId = '', code } = provenRejection(rejection, this.#expected(partner));
      const item = await this.#sentTo(partner, itemId);
      if (item === undefined || (await rejections.has(itemId))) {
        await store.commit(extra);
        return;
      }
      const event = this.#event('item.rejected', partner, itemId, { code, later: true });
      const operations = [...extra.operations, rejections.put(itemId, signedCodec.encode(rejection))];
      await this.#dependencies.items.passOver(item, { operations, events: [...(extra.events ?? []), event] });
      log.warn({ partner, itemId, rejectedFor: code }, 'a partner rejected an item later');
    } catch (error) {
      if (!isUnproven(error)) throw error;
      const event = { type: 'rejection.refused', at: this.#dependencies.clock.now(), actor: partner };
      await store.commit({ ...extra, events: [...(extra.events ?? []), event] });
    }
  }

  async #relay(partner: string, entry: ItemEntry, receipt: Signed): Promise<void> {
    const { store, items } = this.#dependencies;
    const { itemId } = entry.row;
    const { receivedAt, complete } = provenReceipt(receipt, entry.row, this.#expected(partner));
    const stored = store.keyspace('receipts').put(itemId, signedCodec.encode(receipt));
    const event = this.#event('item.relayed', partner, itemId, { receivedAt, complete });
    await store.commit({ operations: [...this.#removal(entry), stored], events: [event] });
    await items.relayed(itemId);
  }

  async #reject(partner: string, entry: ItemEntry, { rejection, standing }: Rejected): Promise<void> {
    const { store, items, log } = this.#dependencies;
    const { itemId } = entry.row;
    const said = provenRejection(rejection, this.#expected(partner));
    assertNames(said, itemId);
    const stored = store.keyspace('rejections').put(itemId, signedCodec.encode(rejection));
    const event = this.#event('item.rejected', partner, itemId, { code: said.code });
    const change = { operations: [...this.#removal(entry), stored], events: [event] };
    const item = await this.#sentTo(partner, itemId);
    if (item === undefined) await store.commit(change);
    else if (standing === undefined) await items.passOver(item, change);
    else await this.#giveWay(partner, item, { standing, change });
    log.warn({ partner, itemId, rejectedFor: said.code }, 'a partner rejected an item');
  }

  /** Another item of this node has the place of this one at the partner, which proves it by its receipt. */
  async #giveWay(
    partner: string,
    item: SealedItem,
    { standing: shown, change }: { readonly standing: Shown; readonly change: Required<Change> },
  ): Promise<void> {
    const { store, items, forked } = this.#dependencies;
    const standing = this.#dependencies.standing(item, shown);
    await forked(shown.item, item);
    if (standing === undefined) {
      await items.passOver(item, change);
      return;
    }
    const receipt = store.keyspace('receipts').put(standing.id, signedCodec.encode(shown.receipt));
    const event = this.#event('item.recovered', partner, standing.id, {});
    const operations = [...change.operations, receipt];
    await items.passOver(item, { operations, events: [...change.events, event] }, standing);
  }

  /**
   * The partner knew sooner than we knew of it that a key is revoked: what that key has signed goes again,
   * under its successor, until that has been refused as well.
   */
  async #goesAgain(partner: string, { row }: ItemEntry, rejection: Signed): Promise<boolean> {
    const { items } = this.#dependencies;
    const { itemId } = row;
    const said = provenRejection(rejection, this.#expected(partner));
    if (said.code !== 'unauthentic' || this.#signedAgain.has(itemId)) return false;
    const bytes = (await items.envelope(itemId))?.bytes;
    if (bytes === undefined || !items.signedAgain.isStale(bytes)) return false;
    if (items.signedAgain.item(bytes, partner) !== bytes) this.#signedAgain.add(itemId);
    return true;
  }

  /** An own item, if this partner is the one it was for. */
  async #sentTo(partner: string, itemId: Hex): Promise<SealedItem | undefined> {
    const envelope = await this.#dependencies.items.envelope(itemId);
    const item = envelope && openEnvelope(envelope.bytes);
    const isOurs = item?.header.sender.party === this.#dependencies.party;
    return isOurs && item.header.recipient.party === partner ? item : undefined;
  }

  #expected(partner: string): Expected {
    const { network, party, statementKey } = this.#dependencies;
    return { network, own: party, partner, keyOf: statementKey };
  }

  #removal({ epoch, number, row }: Entry): Change['operations'] {
    return this.#repository.remove(epoch, number, row);
  }

  #event(type: string, actor: string, subject: Hex, detail: Record<string, EventDetail>): RecordEvent {
    return { type, at: this.#dependencies.clock.now(), subject, actor, detail };
  }
}

function isUnsettledStatement({ row, state }: Entry): boolean {
  return row.kind !== 'item' && state !== 'settling';
}

function isItem(entry: Entry | undefined): entry is ItemEntry {
  return entry?.row.kind === 'item';
}

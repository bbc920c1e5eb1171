import { decodeRow } from '../../node/cases/row.ts';
import type { Change } from '../../node/storage/change.ts';
import { joinKey } from '../../node/storage/keys.ts';
import { decodeParcelRow, type ParcelRow } from '../../node/outbox/parcel-row.ts';
import { receiptStatement } from '../../protocol/delivery/statements.ts';
import { toHex } from '../../protocol/hash.ts';
import { signedCodec } from '../../protocol/identity/signed.ts';
import { envelopeCodec } from '../../protocol/item/envelope.ts';
import { headerCodec } from '../../protocol/item/header.ts';
import type { ItemPlace } from '../../node/cases/case-records.ts';
import type { Disk } from './disk.ts';

export interface WitnessDependencies {
  readonly disks: ReadonlyMap<string, Disk>;
  readonly report: (invariant: string, detail: string) => void;
}

interface Seen {
  readonly value: Uint8Array;
  readonly change: Change;
}

/**
 * Looks at every change of every State in the moment in which it becomes durable:
 * - no item is there twice, nor at a State that it is not for;
 * - a receipt is the same wherever it lies, and for ever;
 * - a sender has one only if the receiver has the item;
 * - nothing leaves the outbox without its proof.
 */
export class Witness {
  readonly #dependencies: WitnessDependencies;
  /** Of each item: what was first seen. */
  readonly #receipts = new Map<string, string>();
  /** States and items that they have stored and receipted, even if their disks are gone since. */
  readonly #receipted = new Set<string>();

  constructor(dependencies: WitnessDependencies) {
    this.#dependencies = dependencies;
  }

  /** To be called before the change is in the rows. */
  see(state: string, change: Change): void {
    for (const { keyspace, key, value } of change.operations) {
      if (keyspace === 'items' && value !== undefined) this.#seeItem(state, key, { value, change });
      if (keyspace === 'receipts' && value !== undefined) this.#seeReceipt(state, key, { value, change });
      if (keyspace === 'outbox' && value === undefined) this.#seeLeaving(state, key, change);
    }
  }

  /** Disks were replaced: a receipt that is on none of them any more may be signed anew. */
  forget(): void {
    const disks = [...this.#dependencies.disks.values()];
    for (const itemId of this.#receipts.keys()) {
      if (!disks.some((disk) => disk.rows('receipts').has(itemId))) this.#receipts.delete(itemId);
    }
  }

  #seeItem(state: string, itemId: string, { value, change }: Seen): void {
    if (this.#disk(state).rows('items').has(itemId)) {
      this.#dependencies.report('an item has one effect', `${state} stores ${itemId} a second time`);
    }
    const { caseId, origin, sequence } = decodeRow<ItemPlace>(value).facts;
    const place = joinKey(caseId, origin, sequence);
    const row = change.operations.find(({ keyspace, key }) => keyspace === 'chains' && key === place)?.value;
    if (row === undefined) {
      this.#dependencies.report('an item has its place in a chain', `${state} stores ${itemId} without one`);
      return;
    }
    if (this.#disk(state).rows('chains').has(place)) {
      this.#dependencies.report(
        'a place of a chain is given once',
        `${state} gives ${place} again, to ${itemId}`,
      );
    }
    const { facts, parts } = decodeRow<{ readonly headerOnly?: true }>(row);
    const bytes = parts[0] ?? new Uint8Array();
    const header = headerCodec.decode(
      facts.headerOnly === true ? bytes : envelopeCodec.decode(bytes).headerBytes,
    );
    const parties = [header.sender.party, header.recipient.party];
    if (parties.includes(state)) return;
    this.#dependencies.report(
      'nobody sees what is not for them',
      `${state} stores an item of ${parties.join(' for ')}`,
    );
  }

  #seeReceipt(state: string, itemId: string, { value, change }: Seen): void {
    const bytes = toHex(value);
    const first = this.#receipts.get(itemId) ?? bytes;
    this.#receipts.set(itemId, first);
    if (first !== bytes) {
      this.#dependencies.report('a receipt is the same for ever', `${state} stores another one of ${itemId}`);
    }
    const { sender, receiver } = receiptStatement.read(signedCodec.decode(value));
    if (sender !== state) {
      const isStored =
        this.#disk(state).rows('items').has(itemId) ||
        change.operations.some(({ keyspace, key }) => keyspace === 'items' && key === itemId);
      if (isStored) this.#receipted.add(`${state} ${itemId}`);
      return;
    }
    if (!this.#receipted.has(`${receiver} ${itemId}`)) {
      this.#dependencies.report(
        'what is relayed is stored at the receiver',
        `${state} has a receipt of ${receiver} for ${itemId}, and ${receiver} does not have it`,
      );
    }
  }

  /** The key ends with epoch, lane and number; what the number stands for stays on file. */
  #seeLeaving(state: string, key: string, change: Change): void {
    const [epoch = '', , number = ''] = key.split('/');
    const disk = this.#disk(state);
    const row = disk.rows('sent').get(`${epoch}/${number}`);
    const parcel: ParcelRow | undefined = row && decodeParcelRow(row);
    if (parcel?.kind !== 'item') return;
    const { itemId } = parcel;
    const proofs = ['receipts', 'rejections'] as const;
    const isProven = proofs.some(
      (name) =>
        disk.rows(name).has(itemId) ||
        change.operations.some((operation) => operation.keyspace === name && operation.key === itemId),
    );
    if (isProven) return;
    this.#dependencies.report('nothing leaves the outbox without its proof', `${state} takes ${itemId} off`);
  }

  #disk(state: string): Disk {
    const disk = this.#dependencies.disks.get(state);
    if (disk === undefined) throw new Error(`${state} has no disk`);
    return disk;
  }
}

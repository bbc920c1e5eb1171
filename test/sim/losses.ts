import { decodeRow } from '../../node/cases/row.ts';
import type { ItemPlace } from '../../node/cases/case-records.ts';
import type { Rows } from './disk.ts';
import type { Accepted } from './sim-officer.ts';
import type { SimState } from './sim-state.ts';

/**
 * What went with disks. A State that is restored has again what its partners have; what nobody else has yet
 * is lost, and so is what a partner has rejected: of that it keeps the header alone.
 */
export class Losses {
  /** Cases of which an item is nowhere any more, though one that follows it may be. */
  readonly cases = new Set<string>();
  readonly #states: ReadonlyMap<string, SimState>;

  constructor(states: ReadonlyMap<string, SimState>) {
    this.#states = states;
  }

  /** To be called when the disk of a State has been replaced. */
  note(code: string, before: Rows): void {
    const now = this.#states.get(code)?.disk.rows('items');
    for (const [itemId, row] of before.get('items') ?? []) {
      const { caseId, origin } = decodeRow<ItemPlace>(row).facts;
      if (now?.has(itemId) !== true && !this.#isElsewhere(code, itemId, origin)) this.cases.add(caseId);
    }
  }

  /** Whether an item that its author was promised is still somewhere from where it comes back. */
  isKept({ itemId, from }: Accepted): boolean {
    const own = this.#states.get(from)?.disk.rows('items').has(itemId);
    return own === true || this.#isElsewhere(from, itemId, 'own');
  }

  #isElsewhere(code: string, itemId: string, origin: ItemPlace['origin']): boolean {
    return [...this.#states.values()].some(({ disk, code: other }) => {
      if (other === code || !disk.rows('items').has(itemId)) return false;
      return origin === 'partner' || disk.rows('receipts').has(itemId);
    });
  }
}

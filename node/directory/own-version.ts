import type { ProfileVersion } from '../../protocol/session/link-state.ts';
import type { SharedBook } from './dependencies.ts';

/** Takes note of which version of this node's profile a partner says to have. */
export async function noteOwnVersion(
  { book, own }: Pick<SharedBook, 'book' | 'own'>,
  party: string,
  inventory: readonly ProfileVersion[],
): Promise<void> {
  const told = inventory.find((entry) => entry.party === own().party);
  if (told === undefined || book.profile(told.digest)?.party !== told.party) return;
  await book.inTurn(async () => {
    const pin = book.pin(party);
    if (pin === undefined || (pin.hasOwnVersion ?? 0) >= told.version) return;
    await book.enter({ pins: [{ ...pin, hasOwnVersion: told.version }] });
  });
}

/** Partners that have not said yet that they have the present version of the own profile. */
export function awaitedPartners({ book, own }: Pick<SharedBook, 'book' | 'own'>): string[] {
  const behind = book.pins.filter((pin) => !pin.suspended && (pin.hasOwnVersion ?? 0) < own().version);
  return behind.map(({ party }) => party).sort();
}

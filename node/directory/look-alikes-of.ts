import type { Warning } from '../../protocol/control/warnings.ts';
import type { DirectoryBook } from './book.ts';
import type { KnownProfile } from './known-profile.ts';
import { lookAlikes } from './look-alikes.ts';

/** What the names in a profile look like, compared with what this node and its partners call themselves. */
export function lookAlikesOf(book: DirectoryBook, { profile }: KnownProfile, desks: boolean): Warning[] {
  const known = [book.own, ...book.pins.map((pin) => book.currentOf(pin))];
  return lookAlikes(
    desks ? profile : { ...profile, desks: [] },
    known.flatMap((other) => (other === undefined ? [] : [other.profile])),
  );
}

import type { Warning } from '../../protocol/control/warnings.ts';
import type { Time } from '../../protocol/value.ts';
import type { DirectoryBook } from './book.ts';
import type { SharedBook } from './dependencies.ts';
import { contradictionWarnings } from './contradictions.ts';
import { awaitedPartners } from './own-version.ts';
import type { Pin } from './pin.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Ahead of the end of a profile. It never cuts anybody off: the warning is all that happens. */
const WARNED_DAYS = 60;

/** What warnings are made of. */
type Known = Pick<SharedBook, 'book' | 'floods' | 'own' | 'clock'>;

/** What an operator should know of the directory, the most pressing first. */
export function warningsOf(known: Known): Warning[] {
  const { book, own, clock } = known;
  const { profile } = own();
  const now = clock.now();
  return [
    ...ownRival(known),
    ...book.pins.flatMap(contradictionWarnings),
    ...floods(known),
    ...expiry('The profile of this node', profile.party, profile.validUntil - now),
    ...book.pins.flatMap((pin) => pinExpiry(book, pin, now)),
    ...nodeKeyWaits(known),
  ];
}

/** Warnings about one partner. */
export function warningsAbout(known: Known, pin: Pin): Warning[] {
  return [
    ...contradictionWarnings(pin),
    ...floods(known).filter(({ subject }) => subject === pin.party),
    ...pinExpiry(known.book, pin, known.clock.now()),
  ];
}

/** The last of 60, 30, 7 and 0 days that is reached, of a profile that ends in so many ms. */
export function expiryMark(leftMs: number): number | undefined {
  return EXPIRY_MARKS.findLast((days) => leftMs < days * DAY_MS || leftMs <= 0);
}

const EXPIRY_MARKS: readonly number[] = [WARNED_DAYS, 30, 7, 0];

function ownRival({ book, own }: Known): Warning[] {
  const { rival } = book;
  if (rival === undefined) return [];
  const { party, version } = own();
  if (rival.version > version) {
    const message =
      `Partners have version ${rival.version} of the profile of this node, and here it is ${version}: ` +
      'was an old copy restored? The next version that you publish follows theirs.';
    return [{ code: 'profile-ahead', subject: party, message }];
  }
  const message =
    `Partners have another version ${version} of the profile of this node, signed by its State key: ` +
    'find out who has that key. The next version that you publish names both.';
  return [{ code: 'profile-contradicted', subject: party, message }];
}

function floods({ floods: all }: Known): Warning[] {
  return all.parties().map((party) => ({
    code: 'partner-slowed',
    subject: party,
    message: `${party} brings more profiles than it may, and is slowed down.`,
  }));
}

function nodeKeyWaits({ book, own }: Known): Warning[] {
  const { party, profile } = own();
  if (profile.node.nextPeerId === undefined) return [];
  const awaited = awaitedPartners({ book, own });
  const state =
    awaited.length === 0
      ? 'all partners know it: comity key rotate node --complete'
      : `${awaited.join(', ')} have not said yet that they know it`;
  return [{ code: 'node-key-waits', subject: party, message: `A next node key is announced; ${state}.` }];
}

function pinExpiry(book: DirectoryBook, pin: Pin, now: Time): Warning[] {
  const validUntil = book.currentOf(pin)?.profile.validUntil;
  return validUntil === undefined ? [] : expiry(`The profile of ${pin.party}`, pin.party, validUntil - now);
}

function expiry(what: string, subject: string, leftMs: number): Warning[] {
  const days = Math.floor(leftMs / DAY_MS);
  if (days >= WARNED_DAYS) return [];
  if (leftMs <= 0) {
    const message = `${what} has expired; it goes on being used until there is a new one.`;
    return [{ code: 'profile-expired', subject, message }];
  }
  const message = `${what} expires in ${days === 1 ? 'a day' : `${days} days`}.`;
  return [{ code: 'profile-expires', subject, message }];
}

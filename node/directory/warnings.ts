import type { Time } from '../../protocol/value.ts';
import type { DirectoryBook } from './book.ts';
import type { Pin } from './pin.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Ahead of the end of a profile. It never cuts anybody off: the warning is all that happens. */
const WARNED_DAYS = 60;

/** What an operator should know of the directory, the most pressing first. */
export function warningsOf(book: DirectoryBook, now: Time): string[] {
  const { own } = book;
  const mine = own === undefined ? [] : expiry('The profile of this node', own.profile.validUntil, now);
  return [
    ...book.pins.flatMap(contradictions),
    ...mine,
    ...book.pins.flatMap((pin) => pinExpiry(book, pin, now)),
  ];
}

/** Warnings about one partner. */
export function warningsAbout(book: DirectoryBook, pin: Pin, now: Time): string[] {
  return [...contradictions(pin), ...pinExpiry(book, pin, now)];
}

function contradictions({ party, fork, settling }: Pin): string[] {
  if (fork === undefined) return [];
  const next =
    settling === undefined
      ? 'ask it for a new version that names both'
      : `a newer one settles it, once you say yes: comity partner approve ${party}`;
  return [`${party} has signed two different profiles of one version, and neither is gone by — ${next}.`];
}

function pinExpiry(book: DirectoryBook, pin: Pin, now: Time): string[] {
  const current = book.currentOf(pin);
  return current === undefined ? [] : expiry(`The profile of ${pin.party}`, current.profile.validUntil, now);
}

function expiry(what: string, validUntil: Time, now: Time): string[] {
  const days = Math.floor((validUntil - now) / DAY_MS);
  if (days >= WARNED_DAYS) return [];
  if (validUntil <= now) return [`${what} has expired; it goes on being used until there is a new one.`];
  return [`${what} expires in ${days === 1 ? 'a day' : `${days} days`}.`];
}

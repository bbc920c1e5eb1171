import type { Warning } from '../../protocol/control/warnings.ts';
import type { Time } from '../../protocol/value.ts';
import type { DirectoryBook } from './book.ts';
import type { Pin } from './pin.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Ahead of the end of a profile. It never cuts anybody off: the warning is all that happens. */
const WARNED_DAYS = 60;

/** What an operator should know of the directory, the most pressing first. */
export function warningsOf(book: DirectoryBook, now: Time): Warning[] {
  const profile = book.own?.profile;
  const mine =
    profile === undefined ? [] : expiry('The profile of this node', profile.party, profile.validUntil - now);
  return [
    ...book.pins.flatMap(contradictions),
    ...mine,
    ...book.pins.flatMap((pin) => pinExpiry(book, pin, now)),
  ];
}

/** Warnings about one partner. */
export function warningsAbout(book: DirectoryBook, pin: Pin, now: Time): Warning[] {
  return [...contradictions(pin), ...pinExpiry(book, pin, now)];
}

function contradictions({ party, fork, settling }: Pin): Warning[] {
  if (fork === undefined) return [];
  const next =
    settling === undefined
      ? 'ask it for a new version that names both'
      : `a newer one settles it, once you say yes: comity partner approve ${party}`;
  const message = `${party} has signed two different profiles of one version, and neither is gone by — ${next}.`;
  return [{ code: 'profile-contradicts', subject: party, message }];
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

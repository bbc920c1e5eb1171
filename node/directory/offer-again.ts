import { PROFILES } from '../../protocol/limits.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Clock } from '../clock.ts';
import type { Bell } from '../supervise.ts';

/** What is offered in one session. */
interface Offering {
  readonly bell: Bell;
  /** By party, which version the other side was told of since all was told. */
  readonly told: Map<string, Hex>;
  news: boolean;
}

/**
 * Wakes whoever offers in a session: when that drains, and now and then to tell all again. What the other
 * side could not take when it was told, for lack of room or because a rule held it back, it may take by then.
 * Gives what ends it.
 */
export function offerAgain(link: Offering, clock: Pick<Clock, 'delay'>, draining: AbortSignal): () => void {
  const over = new AbortController();
  // One listener for as long as the session lasts: there are as many waits as there is news.
  const wake = (): void => {
    link.bell.ring();
  };
  const goOn = async (): Promise<void> => {
    for (;;) {
      await clock.delay(PROFILES.offeredAgainMs, over.signal);
      link.told.clear();
      link.news = true;
      wake();
    }
  };
  draining.addEventListener('abort', wake);
  // The clock rejects when the session is over, and in no other case.
  goOn().catch(() => undefined);
  return () => {
    draining.removeEventListener('abort', wake);
    over.abort();
  };
}

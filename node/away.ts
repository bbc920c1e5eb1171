import type { Warning } from '../protocol/control/warnings.ts';
import type { Time } from '../protocol/value.ts';
import type { Clock } from './clock.ts';
import type { Directory } from './directory/directory.ts';
import type { Links } from './directory/directory-handlers.ts';

interface AwaySources {
  readonly directory: Pick<Directory, 'pins'>;
  readonly links: Pick<Links, 'silentSince' | 'queued'>;
  readonly clock: Pick<Clock, 'now'>;
}

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Partners who have not been heard for so long, though they may come, with what waits for them. */
export function awayWarnings({ directory, links, clock }: AwaySources, leastMs: number): Warning[] {
  return directory.pins().flatMap(({ party, suspended, approvedAt }): Warning[] => {
    const since = suspended ? undefined : links.silentSince(party);
    if (since === undefined) return [];
    const from = Math.max(since, approvedAt);
    if (clock.now() - from < leastMs) return [];
    const waiting = waitingText(links.queued(party));
    const message = `${party} has not been heard ${howLong(from, clock.now())}; ${waiting}.`;
    return [{ code: 'partner-away', subject: party, message }];
  });
}

function howLong(from: Time, now: Time): string {
  const ms = now - from;
  const since = `since ${new Date(from).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  if (ms >= DAY_MS) return `for ${counted(Math.floor(ms / DAY_MS), 'day')}, ${since}`;
  if (ms >= HOUR_MS) return `for ${counted(Math.floor(ms / HOUR_MS), 'hour')}, ${since}`;
  return since;
}

function waitingText({ emergency, urgent, routine }: ReturnType<Links['queued']>): string {
  const all = emergency + urgent + routine;
  if (all === 0) return 'nothing waits for it';
  const first = emergency === 0 ? '' : `, ${emergency} of them in an emergency`;
  return `${counted(all, 'parcel')} ${all === 1 ? 'waits' : 'wait'} for it${first}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

import type { RecordEvent } from '../storage/change.ts';
import type { SharedBook } from './dependencies.ts';
import { expiryMark } from './warnings.ts';

/** Row of `meta`: party → version and the last of the days that was recorded. */
const NOTED = 'expiry-noted';

type Noted = Readonly<Record<string, string>>;

/** Records each step towards the end of a profile once, across restarts too. It cuts nobody off. */
export async function noteExpiry({ book, clock, log, own, store }: SharedBook): Promise<void> {
  const meta = store.keyspace('meta');
  const row = await meta.get(NOTED);
  const before = row === undefined ? {} : (JSON.parse(Buffer.from(row).toString()) as Noted);
  const now = clock.now();
  const noted: Record<string, string> = {};
  const events: RecordEvent[] = [];
  for (const known of [own(), ...book.pins.flatMap((pin) => book.currentOf(pin) ?? [])]) {
    const { party, version, digest, profile } = known;
    const days = expiryMark(profile.validUntil - now);
    if (days === undefined) continue;
    noted[party] = `${version}/${days}`;
    if (noted[party] === before[party]) continue;
    log.warn({ partner: party, version, days }, 'a profile ends in less than so many days');
    const detail = { party, version, days };
    events.push({ type: 'profile.expires', at: now, subject: digest, actor: 'node', detail });
  }
  if (events.length === 0) return;
  await store.commit({ operations: [meta.put(NOTED, Buffer.from(JSON.stringify(noted)))], events });
}

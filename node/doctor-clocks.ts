import type { Warning } from '../protocol/control/warnings.ts';
import { receiptStatement } from '../protocol/delivery/statements.ts';
import { signedCodec } from '../protocol/identity/signed.ts';
import type { Time } from '../protocol/value.ts';
import type { AuditRecord } from './audit/record.ts';
import type { Clock } from './clock.ts';
import type { Directory } from './directory/directory.ts';
import type { Links } from './directory/directory-handlers.ts';
import type { Store } from './storage/store.ts';

export interface ClockSources {
  readonly directory: Pick<Directory, 'pins' | 'own'>;
  readonly links: Pick<Links, 'connected' | 'ping'>;
  readonly record: Pick<AuditRecord, 'list'>;
  readonly store: Pick<Store, 'keyspace'>;
  readonly clock: Clock;
}

const MINUTE_MS = 60_000;
/** How far two clocks may be apart, how long a partner has to answer, and what of the record is looked at. */
const APART_MS = 5 * MINUTE_MS;
const ANSWER_MS = 2_000;
const ENTRIES = 2_000;
/** Of two clocks nobody can tell which one is wrong. */
const CLOCKS_MIN = 3;

/**
 * Compares this machine's clock with those of partners: of each that is on line by its answer to a ping, of
 * the others by receipts of the latest items. Nothing else goes by what it finds.
 */
export async function examineClocks(sources: ClockSources): Promise<Warning[]> {
  const ahead = await clocksByPing(sources);
  const before = (await clocksByReceipts(sources)).filter(({ subject = '' }) => !ahead.has(subject));
  return [...before, ...judgeClocks(sources.directory.own().party, ahead)];
}

/** By partner that is on line and answers in time, how many ms its clock is ahead of this one. */
export async function clocksByPing({
  directory,
  links,
  clock,
}: {
  readonly directory: Pick<Directory, 'pins'>;
  readonly links: ClockSources['links'];
  readonly clock: Clock;
}): Promise<Map<string, number>> {
  const parties = directory.pins().flatMap(({ party }) => (links.connected(party) ? [party] : []));
  const over = new AbortController();
  const late = clock.delay(ANSWER_MS, over.signal).then(
    () => undefined,
    () => undefined,
  );
  const echoes = parties.map(async (party) => {
    const echo = await Promise.race([links.ping(party).catch(() => undefined), late]);
    return echo === undefined ? [] : [[party, echo.aheadMs] as const];
  });
  const ahead = new Map((await Promise.all(echoes)).flat());
  over.abort();
  return ahead;
}

/**
 * Which clocks are too far from the middle one of all.
 * @param own party of this node
 * @param ahead by partner, how many ms its clock is ahead of this one
 */
export function judgeClocks(own: string, ahead: ReadonlyMap<string, number>): Warning[] {
  const count = ahead.size + 1;
  const middle = count < CLOCKS_MIN ? 0 : middleOf([0, ...ahead.values()]);
  const doubt =
    count < CLOCKS_MIN
      ? 'Which of the two is wrong, a third one tells.'
      : `Of ${count} clocks it is the odd one: it is probably wrong.`;
  const others = [...ahead].flatMap(([party, ms]) =>
    warningIf(
      Math.abs(ms - middle) > APART_MS,
      party,
      `The clock of ${party} is ${apart(ms)} this one. ${doubt}`,
    ),
  );
  const mine = `The clock of this machine is ${apart(-middle)} the middle one of ${count}: it is probably wrong.`;
  return [...warningIf(Math.abs(middle) > APART_MS, own, mine), ...others];
}

function warningIf(is: boolean, subject: string, message: string): Warning[] {
  return is ? [{ code: 'clock-differs', subject, message }] : [];
}

/** Of an even number the one of the two in the middle that is nearer to this machine's. */
export function middleOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  const [low = 0, high = 0] = [sorted[Math.floor(half)], sorted[Math.ceil(half)]];
  return Math.abs(low) <= Math.abs(high) ? low : high;
}

function apart(ms: number): string {
  return `${Math.floor(Math.abs(ms) / MINUTE_MS)} minutes ${ms > 0 ? 'ahead of' : 'behind'}`;
}

/**
 * By receipts of the latest items: nobody receives an item before it was sent, nor in the future. A delay on
 * the way never looks like that.
 */
async function clocksByReceipts({ record, store, clock }: ClockSources): Promise<Warning[]> {
  const receipts = store.keyspace('receipts');
  const apart = new Map<string, Warning>();
  for await (const { event } of record.list({ reverse: true, limit: ENTRIES })) {
    if (event?.type !== 'item.sent' || event.subject === undefined) continue;
    const row = await receipts.get(event.subject);
    if (row === undefined) continue;
    const { receiver, receivedAt } = receiptStatement.read(signedCodec.decode(row));
    const how = howFarApart(receivedAt, event.at, clock.now());
    if (how === undefined || apart.has(receiver)) continue;
    apart.set(receiver, {
      code: 'clock-differs',
      subject: receiver,
      message: `The clock of ${receiver} is ${how}.`,
    });
  }
  return [...apart.values()];
}

function howFarApart(receivedAt: Time, sentAt: Time, now: Time): string | undefined {
  const minutes = (ms: number): string => `${Math.floor(ms / MINUTE_MS)} minutes or more`;
  if (receivedAt - now > APART_MS) return `${minutes(receivedAt - now)} ahead of this one`;
  if (sentAt - receivedAt > APART_MS) return `${minutes(sentAt - receivedAt)} behind this one`;
  return undefined;
}

import assert from 'node:assert/strict';
import { type Clock, systemClock } from '../../node/clock.ts';
import { askDaemon, makeDaemonHome } from './daemon.ts';
import { nodesHere, pair, prepare, submit, type StateHere } from './nodes-here.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const DECADE_MS = 3652 * 24 * HOUR_MS;
const WAIT_S = 30;

/** How a clock goes wrong: while the node runs, or before it starts. */
export const CLOCK_FAULTS = ['jump', 'start'] as const;
export type ClockFault = (typeof CLOCK_FAULTS)[number];

/** The clock of a machine, so far ahead of the true time. */
function wrongClock() {
  let aheadMs = 0;
  const clock: Clock = { ...systemClock, now: () => systemClock.now() + aheadMs };
  return {
    clock,
    set: (ms: number): void => {
      aheadMs = ms;
    },
  };
}

/**
 * Two whole nodes over real sockets; the clock of one goes wrong by `aheadMs` while an item waits in its
 * outbox, and comes right again at the end without an operator. Whatever is sent meanwhile arrives, once, and
 * nothing that is recorded has another time than the true one. Gives how many items. @throws AssertionError
 */
export async function surviveClock(
  folder: string,
  { fault, aheadMs }: { readonly fault: ClockFault; readonly aheadMs: number },
): Promise<number> {
  const nodes = nodesHere();
  const machine = wrongClock();
  const from = systemClock.now() - HOUR_MS;
  try {
    const homes = { GD: await makeDaemonHome(folder, 'GD'), JM: await makeDaemonHome(folder, 'JM') };
    let gd = await nodes.run('GD', homes.GD, machine.clock);
    let jm = await nodes.run('JM', homes.JM);
    await pair(gd, jm);
    const sent = [await say(gd, 'JM')];
    await delivered(gd, sent);
    await nodes.stop(jm);
    sent.push(await say(gd, 'JM'));
    if (fault === 'start') await nodes.stop(gd);
    machine.set(aheadMs);
    if (fault === 'start') gd = await nodes.run('GD', homes.GD, machine.clock);
    assert.deepEqual(await clockWarnings(gd), ['clock-jumped']);
    sent.push(await say(gd, 'JM'));

    jm = await nodes.run('JM', homes.JM);
    await delivered(gd, sent);
    const back = [await say(jm, 'GD')];
    await delivered(jm, back);
    machine.set(0);
    assert.deepEqual(await clockWarnings(gd), []);
    sent.push(await say(gd, 'JM'));
    await delivered(gd, sent);
    for (const [at, items] of [
      [gd, back],
      [jm, sent],
    ] as const) {
      assert.deepEqual(await inboxOf(at), items.toSorted(), `${at.code} has each item once`);
    }
    const falseTimes = (await falseTimesOf(gd, from)) + (await falseTimesOf(jm, from));
    assert.equal(falseTimes, 0);
    return sent.length + back.length;
  } finally {
    await nodes.stopAll();
  }
}

async function say(from: StateHere, to: string): Promise<string> {
  const { reply } = await submit(from, await prepare(from, to));
  assert.ok('itemId' in reply, JSON.stringify(reply));
  return reply.itemId;
}

async function delivered({ home, token }: StateHere, items: readonly string[]): Promise<void> {
  for (const itemId of items) {
    const waiting = { token, params: { itemId }, query: { waitS: WAIT_S } };
    assert.equal((await askDaemon(home, 'items.delivery', waiting)).reply.delivery, 'relayed');
  }
}

async function clockWarnings({ home, token }: StateHere): Promise<string[]> {
  const { reply } = await askDaemon(home, 'status', { token });
  return reply.warnings.map(({ code }) => code).filter((code) => code.startsWith('clock'));
}

async function inboxOf({ home, token }: StateHere): Promise<string[]> {
  const { reply } = await askDaemon(home, 'inbox.list', { token, query: {} });
  return reply.rows.map(({ itemId = '' }) => itemId).toSorted();
}

/** What is recorded with a time that is not of this run, or says that something is late. */
async function falseTimesOf({ home, token }: StateHere, from: number): Promise<number> {
  const { reply } = await askDaemon(home, 'audit.list', { token, query: { limit: 500 } });
  const isFalse = (at: string): boolean =>
    Date.parse(at) < from || Date.parse(at) > systemClock.now() + MINUTE_MS;
  const isLate = (type: string): boolean => type === 'item.delay' || type === 'item.non_delivery';
  return reply.rows.filter(
    ({ type, at, detail }) => isFalse(at) || isLate(type) || isFalseReceipt(detail?.['receivedAt'], from),
  ).length;
}

function isFalseReceipt(at: unknown, from: number): boolean {
  return typeof at === 'number' && (at < from || at > systemClock.now() + MINUTE_MS);
}

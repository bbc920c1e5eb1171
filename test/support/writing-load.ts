import assert from 'node:assert/strict';
import type { CaseView, Timeline } from '../../protocol/control/types.ts';
import type { CaseWriters, OpenedCase, Said } from './case-writers.ts';
import { eachAtOnce } from './each-at-once.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Between whom officers write. */
export const STATES = ['GD', 'JM'];
/** Items that are being written at once. */
export const AT_ONCE = 8;
export const ITEMS_OF_A_CASE = 10;
const WAIT_S = 60;
const URGENCIES = ['routine', 'urgent', 'emergency'] as const;

interface CasePlan {
  readonly opener: string;
  readonly partner: string;
  readonly opened: PromiseWithResolvers<OpenedCase>;
  acknowledged: boolean;
}

/** One item that is still to be written: who writes it, and the opening first. */
export interface Job {
  readonly plan: CasePlan;
  readonly by: string;
  readonly opens: boolean;
}

/** The items of all cases in one sequence, each case's opening before the others of it. */
export function jobsOf(random: SeededRandom, cases: number): Job[] {
  const plans = Array.from({ length: cases }, (_, index): CasePlan => {
    const [opener = '', partner = ''] = index % 2 === 0 ? STATES : STATES.toReversed();
    return { opener, partner, opened: Promise.withResolvers(), acknowledged: false };
  });
  const left = plans.map((plan) => ({ plan, written: 0 }));
  const jobs: Job[] = [];
  while (jobs.length < cases * ITEMS_OF_A_CASE) {
    const at = random.pick(left.filter(({ written }) => written < ITEMS_OF_A_CASE));
    const opens = at.written === 0;
    jobs.push({ plan: at.plan, opens, by: opens ? at.plan.opener : random.pick(STATES) });
    at.written += 1;
  }
  return jobs;
}

/** Writes one item, once there is its case. */
export async function writeJob(
  { plan, by, opens }: Job,
  writers: CaseWriters,
  random: SeededRandom,
): Promise<Said> {
  const urgency = random.pick(URGENCIES);
  if (opens) {
    const { opened, said } = await writers.open(plan.opener, plan.partner, urgency);
    plan.opened.resolve(opened);
    return said;
  }
  const opened = await plan.opened.promise;
  if (by === plan.opener) {
    return writers.say(opened, by, { verb: 'SUPPLEMENT', urgency, content: { text: 'One more account.' } });
  }
  await relayed(writers, plan.opener, opened.opening.itemId);
  const first = !plan.acknowledged;
  plan.acknowledged = true;
  return first
    ? writers.say(opened, by, { verb: 'ACKNOWLEDGE', urgency, content: {} })
    : writers.say(opened, by, {
        verb: 'STATUS_REPORT',
        urgency,
        content: { progress: 'The bank was asked.' },
      });
}

async function relayed(writers: CaseWriters, state: string, itemId: string): Promise<void> {
  const query = { waitS: WAIT_S };
  const { delivery } = await writers.call(state, (client) =>
    client.call('items.delivery', { params: { itemId }, query }),
  );
  assert.equal(delivery, 'relayed');
}

/** What a node shows of a case: all that must be the same at the other end. */
async function viewOf(writers: CaseWriters, state: string, reference: string) {
  const params = { reference };
  const shown: CaseView = await writers.call(state, (client) => client.call('cases.show', { params }));
  const { entries }: Timeline = await writers.call(state, (client) =>
    client.call('cases.timeline', { params }),
  );
  const { caseId, status, waitingOn, foldDigest, overtaken, flags, waiting } = shown;
  return {
    ...{ caseId, status, waitingOn, foldDigest, overtaken, flags, waiting },
    entries: entries.map(({ itemId, from, verb, sequence, createdAt, verdict, evidence }) => ({
      ...{ itemId, from, verb, sequence, createdAt, verdict },
      evidence: evidence.map(({ level, at, by }) => ({ level, at, by: by.replace(/ \(.*\)$/, '') })),
    })),
  };
}

async function queued(writers: CaseWriters, state: string): Promise<number> {
  const { partners } = await writers.call(state, (client) => client.call('status', {}));
  return partners.flatMap((partner) => Object.values(partner.queued)).reduce((sum, count) => sum + count, 0);
}

/**
 * Evidence has no receipt of its own: it leaves the queue with the next acknowledgement. Each look is a round
 * trip.
 */
async function untilDrained(writers: CaseWriters, state: string, partner: string): Promise<void> {
  while ((await queued(writers, state)) > 0) {
    await writers.call(state, (client) => client.call('partners.ping', { params: { state: partner } }));
  }
}

/**
 * Nothing that was answered is lost, nothing doubled, and both ends see the same. @throws AssertionError
 */
export async function assertWhole(writers: CaseWriters, said: readonly Said[]): Promise<void> {
  const [one = '', other = ''] = STATES;
  await eachAtOnce(said, AT_ONCE, ({ state, sent }) => relayed(writers, state, sent.itemId));
  await untilDrained(writers, one, other);
  await untilDrained(writers, other, one);
  const byCase = Map.groupBy(said, ({ sent }) => sent.reference);
  await eachAtOnce([...byCase], AT_ONCE, async ([reference, items]) => {
    const [here, there] = [await viewOf(writers, one, reference), await viewOf(writers, other, reference)];
    assert.deepEqual(here, there, reference);
    assert.deepEqual(
      here.entries.map(({ itemId }) => itemId).toSorted(),
      items.map(({ sent }) => sent.itemId).toSorted(),
      `${reference}: each item that was answered, once`,
    );
    for (const state of STATES) {
      const chain = here.entries.filter(({ from }) => from === state).map(({ sequence }) => sequence);
      assert.deepEqual(
        chain,
        chain.map((_, index) => index + 1),
        `${reference}: the chain of ${state}`,
      );
    }
    const levels = here.entries.map(({ evidence }) => evidence.map(({ level }) => level).join(' '));
    assert.deepEqual(new Set(levels), new Set(['submission relay delivery']), reference);
    // An act that is submitted once more, long after, is still the item that it became.
    const [again] = items;
    if (again !== undefined)
      assert.equal((await writers.submit(again.state, again.body)).itemId, again.sent.itemId);
  });
  for (const state of STATES) {
    const { intact } = await writers.call(state, (client) => client.call('audit.verify', { body: {} }));
    assert.equal(intact, true, `the record of ${state}`);
  }
}

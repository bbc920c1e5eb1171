import assert from 'node:assert/strict';
import type { CaseView, Timeline } from '../../protocol/control/types.ts';
import { type CaseWriters, caseWriters, type OpenedCase, type Said } from '../support/case-writers.ts';
import { eachAtOnce } from '../support/each-at-once.ts';
import type { Net } from '../support/net.ts';
import { type SeededRandom, seededRandom } from '../support/seeded-random.ts';
import { useNet } from '../support/use-net.ts';

const STATES = ['GD', 'JM'];
const CASES = 50;
const ITEMS_OF_A_CASE = 10;
const KILLS = 20;
const AT_ONCE = 8;
/** Calls before which and after which a daemon may die, of each item that is written. */
const STEPS_OF_AN_ITEM = 4;
const WAIT_S = 60;
const URGENCIES = ['routine', 'urgent', 'emergency'] as const;

interface CasePlan {
  readonly opener: string;
  readonly partner: string;
  readonly opened: PromiseWithResolvers<OpenedCase>;
  acknowledged: boolean;
}

/** One item that is still to be written: who writes it, and the opening first. */
interface Job {
  readonly plan: CasePlan;
  readonly by: string;
  readonly opens: boolean;
}

/** The items of all cases in one sequence, each case's opening before the others of it. */
function jobsOf(random: SeededRandom): Job[] {
  const plans = Array.from({ length: CASES }, (_, index): CasePlan => {
    const [opener = '', partner = ''] = index % 2 === 0 ? STATES : STATES.toReversed();
    return { opener, partner, opened: Promise.withResolvers(), acknowledged: false };
  });
  const left = plans.map((plan) => ({ plan, written: 0 }));
  const jobs: Job[] = [];
  while (jobs.length < CASES * ITEMS_OF_A_CASE) {
    const at = random.pick(left.filter(({ written }) => written < ITEMS_OF_A_CASE));
    const opens = at.written === 0;
    jobs.push({ plan: at.plan, opens, by: opens ? at.plan.opener : random.pick(STATES) });
    at.written += 1;
  }
  return jobs;
}

async function write({ plan, by, opens }: Job, writers: CaseWriters, random: SeededRandom): Promise<Said> {
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

interface Outage {
  readonly over: Promise<void>;
  ended: boolean;
}

/** Ends a daemon in the midst of what goes on, and starts it again; one at a time. */
function createKiller(net: () => Net) {
  const outages = new Map<string, Outage>();
  const restartsMs: number[] = [];
  let armed: { steps: number; victim: string } | undefined;
  const strikeAndStart = async (victim: string): Promise<void> => {
    await net().kill(victim);
    const killed = performance.now();
    await net().start(victim);
    restartsMs.push(performance.now() - killed);
  };
  const strike = (victim: string): void => {
    const over = strikeAndStart(victim);
    const outage: Outage = { over, ended: false };
    // Whoever waits for it hears of a failure, and if nobody does, `through` does.
    over.then(
      () => (outage.ended = true),
      () => undefined,
    );
    outages.set(victim, outage);
    armed = undefined;
  };
  return {
    restartsMs,
    outageSince: (state: string) => {
      const before = outages.get(state);
      const isPast = before?.ended ?? true;
      return () => {
        const last = outages.get(state);
        return last === before && isPast ? undefined : last?.over;
      };
    },
    arm: (steps: number, victim: string): void => {
      armed = { steps, victim };
    },
    step: (): void => {
      if (armed === undefined) return;
      armed.steps -= 1;
      if (armed.steps === 0) strike(armed.victim);
    },
    /** What was armed has happened, and the daemons serve again. */
    through: async (): Promise<void> => {
      if (armed !== undefined) strike(armed.victim);
      await Promise.all([...outages.values()].map(({ over }) => over));
    },
  };
}

type Killer = ReturnType<typeof createKiller>;

/** All items, a death of a daemon in each part of them. */
async function writeThroughKills(
  writers: CaseWriters,
  killer: Killer,
  random: SeededRandom,
): Promise<Said[]> {
  const jobs = jobsOf(random);
  const size = jobs.length / KILLS;
  const said: Said[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    killer.arm(1 + random.below(size * STEPS_OF_AN_ITEM), random.pick(STATES));
    await eachAtOnce(jobs.slice(kill * size, (kill + 1) * size), AT_ONCE, async (job) => {
      said.push(await write(job, writers, random));
    });
    await killer.through();
  }
  return said;
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

describe('two daemons that are killed while officers write', () => {
  const net = useNet(...STATES);

  it('lose nothing, double nothing and agree on every case', async function () {
    this.timeout(180_000);
    const random = seededRandom('COMITY_KILL_SEED');
    const killer = createKiller(net);
    const writers = await caseWriters(net(), { outageSince: killer.outageSince, onStep: killer.step });
    try {
      const said = await writeThroughKills(writers, killer, random);
      await eachAtOnce(said, AT_ONCE, ({ state, sent }) => relayed(writers, state, sent.itemId));
      await assertWhole(writers, said);
    } catch (cause) {
      throw new Error(`with COMITY_KILL_SEED=${random.seed}: ${(cause as Error).message}`, { cause });
    }
    const slowest = Math.round(Math.max(...killer.restartsMs));
    const title = this.test?.title ?? '';
    if (this.test)
      this.test.title = `${title} (${writers.lost()} answers lost, served again within ${slowest} ms)`;
  });
});

async function assertWhole(writers: CaseWriters, said: readonly Said[]): Promise<void> {
  const [one = '', other = ''] = STATES;
  await untilDrained(writers, one, other);
  await untilDrained(writers, other, one);
  const byCase = Map.groupBy(said, ({ sent }) => sent.reference);
  assert.equal(byCase.size, CASES);
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

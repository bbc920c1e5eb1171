import { expect } from 'chai';
import {
  BYTES_A_TURN,
  createLaneQueue,
  type LaneQueue,
  type WorkPlace,
} from '../../../../protocol/delivery/lane-queue.ts';

/** Tasks that last until a test ends them, and the order in which they began. */
function aQueue(atOnce = 4) {
  const begun: string[] = [];
  const running = new Map<string, () => void>();
  const queue: LaneQueue = createLaneQueue({ atOnce, atOnceWary: 1, turn: () => Promise.resolve() });
  return {
    begun,
    add: (name: string, place: WorkPlace): Promise<string> =>
      queue.run(place, async () => {
        begun.push(name);
        await new Promise<void>((resolve) => running.set(name, resolve));
        return name;
      }),
    end: async (name: string): Promise<void> => {
      running.get(name)?.();
      await settled();
    },
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const [emergency, urgent, routine] = [
  { lane: 'emergency' },
  { lane: 'urgent' },
  { lane: 'routine' },
] as const satisfies WorkPlace[];

describe('a queue by lanes', () => {
  it('begins at once what comes to an empty queue, and so many beside each other', async () => {
    const { add, begun, end } = aQueue(2);
    for (const name of ['a', 'b', 'c']) void add(name, routine);
    expect(begun).to.deep.equal(['a']);
    await settled();
    expect(begun).to.deep.equal(['a', 'b']);
    await end('a');
    expect(begun).to.deep.equal(['a', 'b', 'c']);
  });

  it('begins nothing of a lane while something of a higher one waits or is not done', async () => {
    const { add, begun, end } = aQueue();
    void add('first', emergency);
    void add('later', routine);
    void add('sooner', urgent);
    await settled();
    expect(begun).to.deep.equal(['first']);
    await end('first');
    expect(begun).to.deep.equal(['first', 'sooner']);
    await end('sooner');
    expect(begun).to.deep.equal(['first', 'sooner', 'later']);
  });

  it('begins fewer beside each other for a while after something of a higher lane came', async () => {
    const { add, begun, end } = aQueue(2);
    void add('emergency', emergency);
    for (const name of ['a', 'b', 'c']) void add(name, routine);
    await end('emergency');
    await settled();
    expect(begun).to.deep.equal(['emergency', 'a']);
    await end('a');
    expect(begun).to.deep.equal(['emergency', 'a', 'b']);
  });

  it('does the work of one case in the order in which it came, one task at a time', async () => {
    const { add, begun, end } = aQueue();
    void add('one', { ...routine, caseId: 'aa' });
    void add('two', { ...routine, caseId: 'aa' });
    void add('other', { ...routine, caseId: 'bb' });
    await settled();
    expect(begun).to.deep.equal(['one', 'other']);
    await end('one');
    expect(begun).to.deep.equal(['one', 'other', 'two']);
  });

  it('takes along what an emergency needs of its case, whatever else waits', async () => {
    const { add, begun, end } = aQueue(1);
    void add('begun', routine);
    for (const name of ['x', 'y']) void add(name, routine);
    void add('urgent', urgent);
    for (const name of ['before', 'next']) void add(name, { ...routine, caseId: 'aa' });
    void add('emergency', { ...emergency, caseId: 'aa' });
    for (const name of ['begun', 'before', 'next', 'emergency', 'urgent', 'x', 'y']) await end(name);
    expect(begun).to.deep.equal(['begun', 'before', 'next', 'emergency', 'urgent', 'x', 'y']);
  });

  it('gives what a task gives or throws, and goes on behind one that throws', async () => {
    const queue = createLaneQueue({ atOnce: 1, atOnceWary: 1, turn: () => Promise.resolve() });
    const failed = queue.run(routine, () => Promise.reject(new Error('no')));
    const done = queue.run(routine, () => Promise.resolve(7));
    expect(await failed.catch((error: unknown) => (error as Error).message)).to.equal('no');
    expect(await done).to.equal(7);
  });

  /** Two queues in one event loop, of which a test makes the turns. */
  async function shares(turns: number, sizes: readonly number[]): Promise<number[]> {
    const waiting: (() => void)[] = [];
    const begun = sizes.map(() => 0);
    const turn = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
    for (const [index, bytes] of sizes.entries()) {
      const queue = createLaneQueue({ atOnce: 1000, atOnceWary: 1000, turn });
      for (let count = 0; count < 1000; count++) {
        void queue.run({ ...routine, bytes }, () => {
          begun[index] = (begun[index] ?? 0) + bytes;
          return Promise.resolve();
        });
      }
    }
    for (let count = 0; count < turns; count++) {
      for (const resolve of waiting.splice(0)) resolve();
      await settled();
    }
    return begun;
  }

  it('has an equal share of turns by bytes beside another one, however large its tasks are', async () => {
    const large = 16 * BYTES_A_TURN;
    const [small, big] = await shares(160, [BYTES_A_TURN, large]);
    expect(small).to.equal(161 * BYTES_A_TURN);
    expect(big).to.equal(11 * large);
    expect(await shares(16, [1, 1.5 * BYTES_A_TURN])).to.deep.equal([17, 9 * 1.5 * BYTES_A_TURN]);
  });

  it('begins what is of a higher lane at the next turn, whatever was begun before it', async () => {
    const turns: (() => void)[] = [];
    const queue = createLaneQueue({
      ...{ atOnce: 4, atOnceWary: 4 },
      turn: () => new Promise((resolve) => turns.push(resolve)),
    });
    const begun: string[] = [];
    const add = (name: string, place: WorkPlace): void => {
      void queue.run(place, () => Promise.resolve(void begun.push(name)));
    };
    add('large', { ...routine, bytes: 100 * BYTES_A_TURN });
    add('behind it', routine);
    await settled();
    add('emergency', emergency);
    turns.shift()?.();
    await settled();
    expect(begun).to.deep.equal(['large', 'emergency']);
  });
});

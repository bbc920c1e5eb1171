import { expect } from 'chai';
import { createLanes } from '../../../../node/cases/lanes.ts';

describe('lanes', () => {
  it('run what stands under one key one after the other, in the order of asking', async () => {
    const lanes = createLanes();
    const order: number[] = [];
    const tasks = [1, 2, 3].map((n) =>
      lanes.run('a', async () => {
        await Promise.resolve();
        order.push(n);
      }),
    );
    await Promise.all(tasks);
    expect(order).to.deep.equal([1, 2, 3]);
  });

  it('a failing task does not stop those behind it', async () => {
    const lanes = createLanes();
    const failing = lanes.run('a', () => Promise.reject(new Error('no'))).catch(() => 'failed');
    const next = lanes.run('a', () => Promise.resolve('done'));
    expect(await Promise.all([failing, next])).to.deep.equal(['failed', 'done']);
  });

  it('an idle lane leaves nothing behind', async () => {
    const lanes = createLanes();
    const running = Promise.all([
      lanes.run('a', () => Promise.resolve()),
      lanes.run('b', () => Promise.resolve()),
    ]);
    expect(lanes.size).to.equal(2);
    await running;
    await Promise.resolve();
    expect(lanes.size).to.equal(0);
  });
});

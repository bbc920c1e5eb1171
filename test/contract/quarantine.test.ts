import { expect } from 'chai';
import { systemClock } from '../../node/clock.ts';
import { createReceipts } from '../../node/receipts.ts';
import { ComityError } from '../../protocol/errors.ts';
import { type DeliveringNode, itemNumber, startDeliveringNode } from '../support/delivering-node.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { rejectsWith } from '../support/rejects-with.ts';
import { testParty } from '../support/test-node.ts';

const [grenada, jamaica] = [testParty('GD'), testParty('JM')];
const operator = 'ab'.repeat(16);

describe('an item that can not be processed', () => {
  const running: DeliveringNode[] = [];
  const bad = itemNumber(1);
  const good = itemNumber(2);

  afterEach(async () => {
    await Promise.all(running.splice(0).map((node) => node.stop()));
  });

  /** JM fails at one item, whatever it does. */
  async function failing(error: Error = new TypeError('a secret of the item')) {
    const addresses = new Map<string, readonly string[]>();
    const gd = await startDeliveringNode(grenada, {
      partners: [jamaica],
      addresses,
      store: createMemoryStore(),
    });
    addresses.set('GD', gd.node.host.addresses());
    const jm = await startDeliveringNode(jamaica, {
      partners: [grenada],
      addresses,
      store: createMemoryStore(),
    });
    running.push(gd, jm);
    jm.cases.meanwhile = ({ id }) => (id === bad.id ? Promise.reject(error) : Promise.resolve());
    await gd.send([bad, good]);
    await gd.until(() => gd.cases.relayed.length === 2);
    return { gd, jm };
  }

  it('is receipted, kept and set aside, and what stands behind it moves on', async () => {
    const { gd, jm } = await failing();
    expect(jm.cases.received.map(({ id }) => id)).to.deep.equal([good.id]);
    const [kept, ...more] = await jm.inbox.quarantine.list();
    expect(more).to.deep.equal([]);
    expect(kept).to.deep.include({
      itemId: bad.id,
      party: 'GD',
      caseId: bad.header.caseId,
      bytes: bad.bytes,
    });
    expect(kept?.why).to.match(/^TypeError in [\w.-]+:\d+$/);
    expect(await jm.inbox.quarantine.count()).to.equal(1);
    const receipt = await gd.store.keyspace('receipts').get(bad.id);
    await gd.send([bad]);
    await gd.until(() => gd.cases.relayed.length === 3);
    expect(await gd.store.keyspace('receipts').get(bad.id)).to.deep.equal(receipt);
  });

  it('is processed when an operator releases it, under the receipt that it had', async () => {
    const { gd, jm } = await failing();
    await rejectsWith(jm.inbox.quarantine.release(bad.id, operator), 'conflict');
    delete jm.cases.meanwhile;
    await jm.inbox.quarantine.release(bad.id, operator);
    expect(jm.cases.received.map(({ id }) => id)).to.deep.equal([good.id, bad.id]);
    expect(await jm.inbox.quarantine.list()).to.deep.equal([]);
    expect(await jm.store.keyspace('receipts').get(bad.id)).to.deep.equal(
      await gd.store.keyspace('receipts').get(bad.id),
    );
    await rejectsWith(jm.inbox.quarantine.release(bad.id, operator), 'not-found');
  });

  it('is void on both sides when an operator rejects it, and its sender says so for all its receipt', async () => {
    const { gd, jm } = await failing();
    await jm.inbox.quarantine.reject(bad.id, operator);
    expect(jm.cases.passedOver).to.deep.equal([bad.id]);
    await gd.until(() => gd.cases.passedOver.includes(bad.id));
    const told = await createReceipts(gd.store, systemClock).delivery(bad.id, 0);
    expect(told.delivery).to.equal('rejected');
    expect([told.rejection?.code, told.receipt?.by]).to.deep.equal(['not-processed', 'JM']);
    expect(await jm.inbox.quarantine.count()).to.equal(0);
  });

  it('is not set aside for what passes by itself', async () => {
    const addresses = new Map<string, readonly string[]>();
    const gd = await startDeliveringNode(grenada, {
      partners: [jamaica],
      addresses,
      store: createMemoryStore(),
    });
    addresses.set('GD', gd.node.host.addresses());
    const jm = await startDeliveringNode(jamaica, {
      partners: [grenada],
      addresses,
      store: createMemoryStore(),
    });
    running.push(gd, jm);
    let failures = 0;
    jm.cases.meanwhile = () =>
      failures++ === 0 ? Promise.reject(new ComityError('unavailable', 'Not now.')) : Promise.resolve();
    await gd.send([bad]);
    await gd.until(() => gd.cases.relayed.length === 1);
    expect(jm.cases.received.map(({ id }) => id)).to.deep.equal([bad.id]);
    expect(await jm.inbox.quarantine.count()).to.equal(0);
  });
});

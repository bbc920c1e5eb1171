import { expect } from 'chai';
import { openReceivedNumbers } from '../../../../node/inbox/received-numbers.ts';
import { UNAUTHENTIC_RECORDED } from '../../../../node/inbox/reject-item.ts';
import {
  createUnauthenticAnswers,
  UNAUTHENTIC_ANSWERS_MAX,
} from '../../../../node/inbox/unauthentic-answers.ts';
import type { Deliver } from '../../../../protocol/delivery/messages.ts';
import { rejectionStatement } from '../../../../protocol/delivery/statements.ts';
import type { Signed } from '../../../../protocol/identity/signed.ts';
import { collect } from '../../../support/collect.ts';
import { rejectingInbox } from '../../../support/rejecting-inbox.ts';
import { createMemoryStore, type MemoryStore } from '../../../support/memory-store.ts';
import { signerFrom } from '../../../support/profiles.ts';

const epoch = 'ab'.repeat(16);

async function rowsIn(store: MemoryStore, name: 'unauthentic' | 'links'): Promise<number> {
  return (await collect(store.keyspace(name).keys())).length;
}

function garbage(number: number): Deliver {
  const item = Buffer.from(`garbage ${String(number)}`);
  return { kind: 'deliver', epoch, number, parcel: { kind: 'item', item, withheld: false } };
}

function rejectionAt(time: number): Signed {
  const said = { network: 'caricom', receiver: 'JM', sender: 'GD', code: 'malformed', sentence: 'No item.' };
  return rejectionStatement.sign({ ...said, rejectedAt: time }, signerFrom('JM receipt'));
}

describe('what a partner sends and nobody signed', () => {
  it('has its newest answers kept, each the same when it comes again, and the oldest gives way', async () => {
    const store = createMemoryStore();
    const answers = createUnauthenticAnswers(store);
    const bytesOf = (number: number): Uint8Array => Buffer.from(String(number));
    const put = async (number: number): Promise<number> => {
      const { operations, count } = await answers.put(bytesOf(number), 'GD', rejectionAt(number));
      await store.commit({ operations });
      return count;
    };
    for (let number = 1; number <= UNAUTHENTIC_ANSWERS_MAX; number++) await put(number);
    expect(await answers.to(bytesOf(1), 'GD')).to.deep.equal(rejectionAt(1));
    expect(await answers.to(bytesOf(1), 'TT')).to.equal(undefined);
    expect(await put(UNAUTHENTIC_ANSWERS_MAX + 1)).to.equal(UNAUTHENTIC_ANSWERS_MAX + 1);
    // As after a start.
    const again = createUnauthenticAnswers(store);
    expect(await again.to(bytesOf(1), 'GD')).to.equal(undefined);
    expect(await again.to(bytesOf(2), 'GD')).to.deep.equal(rejectionAt(2));
    expect(await rowsIn(store, 'unauthentic')).to.equal(UNAUTHENTIC_ANSWERS_MAX);
    const { count } = await again.put(bytesOf(0), 'GD', rejectionAt(7));
    expect(count).to.equal(UNAUTHENTIC_ANSWERS_MAX + 2);
  });

  it('is recorded one by one at first, then once in a minute, with the count of all', async () => {
    const store = createMemoryStore();
    const { inbox, clock } = rejectingInbox({ store });
    const sink = await inbox.sinkFor('GD');
    const counts = () => store.events.map(({ detail }) => (detail as { count: number }).count);
    const most = UNAUTHENTIC_RECORDED.burst + 1;
    for (let number = 1; number <= most + 1; number++) {
      expect((await sink.deliver(garbage(number)))?.kind).to.equal('rejection');
    }
    expect(counts()).to.deep.equal(Array.from({ length: most }, (_, index) => index + 1));
    await clock.advance(1000 / UNAUTHENTIC_RECORDED.perSecond);
    await sink.deliver(garbage(most + 2));
    expect(counts().slice(most)).to.deep.equal([most + 2]);
  });

  it('leaves no rows of numbers: their state says that they came', async () => {
    const store = createMemoryStore();
    const numbers = await openReceivedNumbers(store, 'GD');
    const came = async (number: number, itemId?: string): Promise<void> => {
      await store.commit({ operations: [numbers.note(epoch, number, itemId)] });
      numbers.noted(epoch, number);
      await numbers.compact();
    };
    await came(1, 'cd'.repeat(32));
    for (let number = 2; number <= 1024; number++) await came(number);
    // The item's, and the state's.
    expect(await rowsIn(store, 'links')).to.equal(2);
    const [state] = (await openReceivedNumbers(store, 'GD')).states();
    expect(state).to.deep.equal({ epoch, watermark: 1024, ranges: [] });
  });
});

import { expect } from 'chai';
import { AuditRecord } from '../../../../node/audit/record.ts';
import { recordHandlers } from '../../../../node/audit/record-handlers.ts';
import type { Caller } from '../../../../protocol/control/handlers.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { createMemoryStore } from '../../../support/memory-store.ts';

describe('the record as it is read', () => {
  it('names officers beside the ids that it holds, and holds no name itself', async () => {
    const record = new AuditRecord({ randomBytes: createFakeClock().randomBytes });
    const store = createMemoryStore();
    await record.load(store);
    const events = [
      { type: 'officer.removed', at: 1, subject: 'a1', actor: 'b2' },
      { type: 'item.received', at: 2, subject: 'c3', actor: 'JM' },
    ];
    const operations = record.seal(events.map((event) => record.encode(event)));
    await store.commit({ operations });
    record.committed();
    const names: Readonly<Record<string, string>> = { a1: 'Jane Doe', b2: 'John Roe' };
    const handlers = recordHandlers({
      record,
      noteReading: () => Promise.resolve(),
      officerName: (id) => names[id],
    });
    const { rows } = await handlers['audit.list']({ query: {} }, { officerId: 'b2' } as Caller);
    expect(rows[0])
      .to.include({ actor: 'JM', subject: 'c3' })
      .and.not.to.have.any.keys('actorName', 'subjectName');
    expect(rows[1]).to.include({
      actor: 'b2',
      actorName: 'John Roe',
      subject: 'a1',
      subjectName: 'Jane Doe',
    });
    const sealed = operations.map(({ value }) => Buffer.from(value ?? []).toString());
    expect(sealed.join('')).not.to.match(/Jane|John/);
  });
});

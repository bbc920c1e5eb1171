import { expect } from 'chai';
import { openEnvelope } from '../../../../protocol/item/item.ts';
import { REJECTIONS } from '../../../../protocol/rejection.ts';
import { aReply, aRequest } from '../../../support/case-messages.ts';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { itemsSent, type TestParty, useTwoParties } from '../../../support/two-parties.ts';

const NOTHING = { operations: [] };

describe('a case of which the partner has rejected the opening', () => {
  const makeParties = useTwoParties();

  /** JM rejects what opens the case, and GD hears of it. */
  const reject = async (gd: TestParty, jm: TestParty, bytes: Uint8Array): Promise<void> => {
    const item = openEnvelope(bytes);
    await jm.cases.passOver(item, NOTHING);
    gd.rejections.set(item.id, { code: 'unknown-kind', sentence: REJECTIONS['unknown-kind'] });
    await gd.cases.passOver(item, NOTHING);
  };

  const rejected = async () => {
    const { gd, jm } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    const { draft } = await gd.cases.prepare(gd.officer, aReply(reference, 'supplement'));
    await gd.say(aReply(reference, 'status-query'));
    const [opening, early] = itemsSent(gd) as [Uint8Array, Uint8Array];
    await reject(gd, jm, opening);
    if (draft === undefined) throw new Error('nothing was prepared');
    return { gd, jm, reference, early, opening, draft };
  };

  it('takes nothing more from its author, who is told what happened, why and what to do', async () => {
    const { gd, reference } = await rejected();
    const error = await rejectsWith(
      gd.cases.prepare(gd.officer, aReply(reference, 'supplement')),
      'opening-rejected',
    );
    expect(error.message).to.match(/^JM has rejected .*\(unknown-kind\): “.*”, .* — send a new request\.$/);
    expect(error.details?.['rejection']).to.deep.include({ code: 'unknown-kind' });
  });

  it('takes no act that was prepared before the rejection came, nor after a restart', async () => {
    const { gd, draft } = await rejected();
    await rejectsWith(gd.cases.submit(gd.officer, gd.sign(gd.officer, draft)), 'opening-rejected');
    await gd.restart();
    await rejectsWith(gd.cases.submit(gd.officer, gd.sign(gd.officer, draft)), 'opening-rejected');
    expect(itemsSent(gd)).to.deep.equal([]);
  });

  it('leaves nothing to be said, and says why', async () => {
    const { gd, reference } = await rejected();
    const { verbs, why } = await gd.cases.replies(gd.officer, { reference });
    expect(verbs).to.deep.equal([]);
    expect(why).to.match(/^JM has rejected/);
  });

  it('waits for nobody, is due for nothing and stands behind what is open, where its author still sees it', async () => {
    const { gd, reference } = await rejected();
    const other = await gd.say(aRequest('JM'));
    for (const again of [false, true]) {
      if (again) await gd.restart();
      const { rows } = await gd.cases.list(gd.officer, { box: 'outbox', query: {} });
      expect(rows.map((row) => row.reference)).to.deep.equal([other.reference, reference]);
      expect(rows[1]).to.include({ status: 'rejected', waitingOn: 'nobody' });
      expect(rows[1]).to.not.have.any.keys('dueAt', 'owed');
      const open = await gd.cases.list(gd.officer, { box: 'cases', query: { open: true } });
      expect(open.rows.map((row) => row.reference)).to.deep.equal([other.reference]);
      const view = await gd.cases.show(gd.officer, reference);
      expect(view).to.deep.include({ status: 'rejected', waitingOn: 'nobody', obligations: [] });
      expect(view.rejection).to.include({ code: 'unknown-kind' });
      const { entries } = await gd.cases.timeline(gd.officer, reference);
      expect(entries.map(({ verb, verdict }) => [verb, verdict])).to.deep.equal([
        ['request', 'void'],
        ['status-query', 'void'],
      ]);
    }
  });

  it('has what its author had written before rejected too, instead of waiting for ever', async () => {
    const { jm, early } = await rejected();
    expect(await jm.take(early)).to.deep.equal({ outcome: 'rejected', code: 'not-opened' });
    expect((await jm.cases.list(jm.officer, { box: 'cases', query: {} })).rows).to.deep.equal([]);
  });
});

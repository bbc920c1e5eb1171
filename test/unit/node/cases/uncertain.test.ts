import { expect } from 'chai';
import { rejectsWith } from '../../../support/rejects-with.ts';
import { aReply, aRequest } from '../../../support/case-messages.ts';
import { createFaultyEngine } from '../../../support/storage-home.ts';
import { useTwoParties } from '../../../support/two-parties.ts';

describe('a commit of which nobody knows', () => {
  const makeParties = useTwoParties();

  for (const written of [true, false]) {
    const was = written ? 'was written all the same' : 'was not written';
    it(`and that ${was}: the same draft becomes one item, in the place that is its own`, async () => {
      const engine = createFaultyEngine();
      const { gd } = await makeParties({ openEngine: engine.openEngine });
      const { reference } = await gd.say(aRequest('JM'));
      const { draft } = await gd.cases.prepare(gd.officer, aReply(reference, 'supplement'));
      if (draft === undefined) throw new Error('no draft');
      const signed = gd.sign(gd.officer, draft);
      const { promise: reopened, resolve } = Promise.withResolvers<undefined>();
      gd.storage.onReopened(() => {
        resolve(undefined);
      });
      engine.fail(new Error('the disk is gone'), { written });
      await rejectsWith(gd.cases.submit(gd.officer, signed), 'storage-failed');
      await reopened;
      expect(await gd.cases.submit(gd.officer, signed)).to.include({ sequence: 2, verb: 'supplement' });
      expect(await gd.say(aReply(reference, 'supplement'))).to.include({ sequence: 3 });
      const { entries } = await gd.cases.timeline(gd.officer, reference);
      expect(entries.map(({ sequence }) => sequence)).to.deep.equal([1, 2, 3]);
    });
  }
});

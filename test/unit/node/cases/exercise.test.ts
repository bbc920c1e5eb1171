import { expect } from 'chai';
import type { WatchEvent } from '../../../../protocol/control/types.ts';
import { aReply, aRequest } from '../../../support/case-messages.ts';
import { useTwoParties } from '../../../support/two-parties.ts';

const BOXES = ['inbox', 'outbox', 'cases'] as const;

describe('a case that is an exercise', () => {
  const makeParties = useTwoParties();

  for (const exercise of [true, false]) {
    it(`is told as ${exercise ? 'one' : 'none'} on both sides: in lists, timeline, letters and events`, async () => {
      const { gd, jm, exchange } = await makeParties();
      const heard: WatchEvent[] = [];
      for (const party of [gd, jm]) party.cases.subscribe(party.officer, (event) => heard.push(event));
      const { reference, itemId } = await gd.say(aRequest('JM', exercise ? { exercise } : {}));
      await exchange();
      await jm.say(aReply(reference, 'acknowledge'));
      await exchange();
      const told: (boolean | undefined)[] = [];
      for (const { cases, officer } of [gd, jm]) {
        for (const box of BOXES) {
          const { rows } = await cases.list(officer, { box, query: {} });
          told.push(...rows.map((row) => row.exercise));
        }
        told.push((await cases.timeline(officer, reference)).exercise);
        told.push((await cases.openItem(officer, itemId)).exercise);
      }
      expect(told).to.have.length(2 * (BOXES.length + 2));
      expect(heard).not.to.deep.equal([]);
      told.push(...heard.map((event) => event.exercise));
      expect(new Set(told)).to.deep.equal(new Set([exercise]));
    });
  }
});

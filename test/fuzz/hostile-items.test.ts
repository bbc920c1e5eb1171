import { expect } from 'chai';
import { isComityError } from '../../protocol/errors.ts';
import { actCodec } from '../../protocol/item/act.ts';
import type { Item } from '../../protocol/item/item.ts';
import { isRejectionCode } from '../../protocol/rejection.ts';
import { INFO_CONTENT, MLA_CONTENT } from '../support/case-histories.ts';
import { craft } from '../support/crafted-items.ts';
import { RECORDED } from '../support/recorded-cases.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { type TestParty, useTwoParties } from '../support/two-parties.ts';
import { mutateAct } from './mutate-content.ts';

const random = seededRandom('FUZZ_SEED');
const CASES = Number(process.env['FUZZ_CASES'] ?? 6);
const ITEMS = 12;

/** Acts that make sense, of which those are made that don't. */
const ACTS = Object.values(RECORDED)
  .flatMap((play) => play().entries)
  .flatMap(({ act }) => (act === undefined ? [] : [actCodec.encode(act)]));

function anyAct() {
  const bytes = random.pick(ACTS);
  return actCodec.decode(mutateAct(bytes, random, bytes));
}

describe(`what a partner signs, whatever it says, with seed ${random.seed}`, () => {
  const makeParties = useTwoParties();

  it('is taken in or rejected, and every officer goes on seeing and answering every case', async () => {
    const { gd, jm, clock } = await makeParties();
    let taken = 0;
    for (let number = 0; number < CASES; number++) {
      const caseId = number.toString(16).padStart(32, '0');
      let previous: Item | undefined;
      for (let sequence = 1; sequence <= ITEMS; sequence++) {
        const item = craft(jm, gd, {
          ...{ caseId, sequence, createdAt: clock.now() + sequence },
          ...(sequence === 1 ? opening() : anyAct()),
          ...(previous !== undefined && { previous: previous.id }),
        });
        if (await isTaken(gd, item)) {
          previous = item;
          taken += 1;
        }
        await lookAt(gd, caseId, item.id);
        if (previous === undefined) break;
      }
    }
    expect(taken).to.be.above(CASES);
    expect(await gd.cases.overdue()).to.be.at.least(0);
  });
});

/** One that opens a case, most of the time as it should be. */
function opening() {
  const honest = random.pick([
    { kind: 'mla.general', verb: 'REQUEST', content: MLA_CONTENT },
    { kind: 'info.spontaneous', verb: 'TRANSMIT', content: INFO_CONTENT },
  ]);
  return random.below(3) > 0 ? honest : { ...honest, content: anyAct().content };
}

async function isTaken(party: TestParty, item: Item): Promise<boolean> {
  try {
    const arrival = await party.take(item.bytes);
    return arrival.outcome !== 'rejected';
  } catch (error) {
    if (isComityError(error) && isRejectionCode(error.code)) return false;
    throw error;
  }
}

/** All that an officer can ask for. A case whose opening has not come is not known to anybody. */
async function lookAt({ cases, officer }: TestParty, caseId: string, itemId: string): Promise<void> {
  const asked = [
    () => cases.show(officer, caseId),
    () => cases.timeline(officer, caseId),
    () => cases.replies(officer, { reference: caseId }),
    () => cases.openItem(officer, itemId),
    () => cases.list(officer, { box: 'inbox', query: {} }),
    () => cases.list(officer, { box: 'cases', query: { open: true, search: 'x' } }),
    () => cases.prepare(officer, { reference: caseId, verb: 'acknowledge', content: {}, check: true }),
  ];
  for (const ask of asked) {
    await Promise.resolve(ask()).then(JSON.stringify, (error: unknown) => {
      if (!isComityError(error) || !error.code.startsWith('unknown-')) throw error;
    });
  }
}

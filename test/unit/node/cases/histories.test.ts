import { expect } from 'chai';
import fc from 'fast-check';
import { ComityError } from '../../../../protocol/errors.ts';
import { aReply, aRequest } from '../../../support/case-messages.ts';
import { type TestParty, type TwoParties, useTwoParties } from '../../../support/two-parties.ts';

/** One step of a history: a side says something, and the link does something to what is under way. */
const anyStep = fc.record({
  speaker: fc.constantFrom('gd' as const, 'jm' as const),
  choice: fc.nat(40),
  link: fc.constantFrom('nothing' as const, 'gd' as const, 'jm' as const, 'both' as const),
  /** Sorts what is under way, so that it comes in another order than it was sent. */
  disorder: fc.nat(1000),
  again: fc.boolean(),
  restart: fc.constantFrom(undefined, undefined, undefined, 'gd' as const, 'jm' as const),
});

type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

/** What can be said over and over, with the content of its examples. */
const EASY = [
  'supplement',
  'status-query',
  'status-report',
  'info-request',
  'info-reply',
  'acknowledge',
  'accept',
];
const LAST = ['withdraw', 'close'];

describe('any history of two parties', () => {
  const makeParties = useTwoParties();

  it('comes to one case on both sides, in whatever order and however often items come, restarts or not', async () => {
    const property = fc.asyncProperty(fc.array(anyStep, { minLength: 3, maxLength: 12 }), async (steps) => {
      const parties = await makeParties();
      const { gd, jm, exchange } = parties;
      const { reference } = await gd.say(aRequest('JM'));
      await exchange();
      for (const step of steps) await take(parties, reference, step);
      await exchange();
      const views = await Promise.all([gd, jm].map((party) => party.cases.show(party.officer, reference)));
      expect(views[0]?.foldDigest).to.equal(views[1]?.foldDigest);
      // Each side was held to the rules by its own node, and folded what the other one folded.
      expect(views.flatMap(({ flags }) => flags)).to.deep.equal([]);
      expect(views.flatMap(({ waiting }) => waiting)).to.deep.equal([]);
      const lines = await Promise.all(
        [gd, jm].map((party) => party.cases.timeline(party.officer, reference)),
      );
      const order = lines.map(({ entries }) => entries.map(({ itemId, verdict }) => [itemId, verdict]));
      expect(order[0]).to.deep.equal(order[1]);
    });
    await fc.assert(property, { numRuns: 12 });
  });

  async function take(parties: TwoParties, reference: string, step: Step): Promise<void> {
    await parties.clock.advance(60_000);
    await speak(parties[step.speaker], reference, step.choice);
    const { gd, jm } = parties;
    if (step.link === 'gd' || step.link === 'both') await deliver(gd, jm, step);
    if (step.link === 'jm' || step.link === 'both') await deliver(jm, gd, step);
    if (step.restart !== undefined) await parties[step.restart].restart();
  }

  async function speak(party: TestParty, reference: string, choice: number): Promise<void> {
    const { verbs } = await party.cases.replies(party.officer, { reference });
    const wanted = choice > 36 ? LAST : EASY;
    const fitting = verbs.map(({ verb }) => verb).filter((verb) => wanted.includes(verb));
    const verb = fitting[choice % Math.max(1, fitting.length)];
    if (verb === undefined) return;
    await party.say(aReply(reference, verb)).catch((error: unknown) => {
      if (!(error instanceof ComityError) || error.code !== 'refused-by-rules') throw error;
    });
  }

  /** Hands over what is under way in some order, and some of it twice; evidence stays where it is. */
  async function deliver(from: TestParty, to: TestParty, { disorder, again }: Step): Promise<void> {
    const items = from.sent.flatMap((parcel) => (parcel.kind === 'item' ? [parcel.item] : []));
    const shuffled = items
      .map((item, index) => ({ item, rank: (index * 7919 + disorder * 104_729) % 1009 }))
      .sort((a, b) => a.rank - b.rank);
    for (const { item } of again ? [...shuffled, ...shuffled] : shuffled) await to.take(item);
    if (disorder % 2 === 0) from.sent.length = 0;
  }
});

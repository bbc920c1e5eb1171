import assert from 'node:assert/strict';
import type { CaseView, Timeline } from '../../protocol/control/types.ts';
import { FORM, REQUEST } from '../support/bad-lines.ts';
import { comity, runComity, signingOf } from '../support/net.ts';
import { useSharedNet } from '../support/use-net.ts';

const NOTE = ['said_at=2026-03-01T02:00:00-04:00', 'persons=Ms Doe to Mr Brown', 'text=Watch account 1'];

describe('what is said beside the written request, by officers of two States', function () {
  this.timeout(60_000);
  const net = useSharedNet();
  const as = (state: string): string[] => signingOf(net().node(state));
  const show = async (state: string, reference: string): Promise<CaseView> =>
    (await comity('case', 'show', reference, ...as(state))) as CaseView;
  const say = (state: string, reference: string, verb: string, ...fields: string[]): Promise<unknown> =>
    comity('reply', reference, verb, '--anyway', '--wait', ...fields.flatMap(fieldOf), ...as(state));
  const open = async (state: string, ...words: string[]): Promise<string> =>
    ((await comity(...words, '--wait', ...as(state))) as { reference: string }).reference;

  for (const [title, state, partner, saidBy] of [
    ['asked', 'GD', 'JM', 'us'],
    ['was asked', 'JM', 'GD', 'them'],
  ] as const) {
    it(`MLA-18: a spoken request, noted by the State that ${title}, is confirmed in writing`, async () => {
      const fields = ['medium=oral', `said_by=${saidBy}`, ...NOTE].flatMap(fieldOf);
      const words = ['request', 'mla.general', '--oral', '--to', partner, '--urgency', 'urgent'];
      const reference = await open(state, ...words, ...fields);
      assert.match(reference, new RegExp(`^${state}/`));
      const heard = await show('JM', reference);
      assert.deepEqual([heard.side, heard.status, heard.waitingOn], ['requested', 'received', 'requesting']);

      await comity(
        ...['reply', reference, 'written-confirmation', '--file', FORM, '--field', 'differences=None'],
        ...['--wait', '--anyway', ...as('GD')],
      );
      const [asking, asked] = [await show('GD', reference), await show('JM', reference)];
      assert.equal(asking.foldDigest, asked.foldDigest);
      assert.deepEqual(
        asked.measures.map(({ id, state: at }) => [id, at]),
        [
          ['m1', 'asked'],
          ['m2', 'asked'],
        ],
      );
      assert.deepEqual([asked.dialogs, asked.flags], [[], []]);
    });
  }

  it('MLA-33: a proposal is answered by its item, and holds on both sides once it is agreed', async () => {
    const reference = await open('GD', ...REQUEST, '--file', FORM);
    await say('JM', reference, 'propose', 'subject=cost_sharing', 'text=Each bears its own.');
    const early = await runComity(['reply', reference, 'agree', ...as('JM')]);
    assert.equal(early.code, 3);
    await say('GD', reference, 'agree', 'subject=cost_sharing');
    const [asking, asked] = [await show('GD', reference), await show('JM', reference)];
    assert.deepEqual(asking.agreements, asked.agreements);
    assert.deepEqual(
      asked.agreements.map(({ subject }) => subject),
      ['cost_sharing'],
    );
    const { entries } = (await comity('case', 'timeline', reference, ...as('GD'))) as Timeline;
    const proposed = entries.find(({ verb }) => verb === 'propose')?.itemId;
    const agreed = entries.find(({ verb }) => verb === 'agree')?.itemId ?? '';
    const item = (await comity('case', 'read', reference, agreed.slice(0, 12), ...as('GD'))) as Read;
    assert.equal(item.items[0]?.act.answers_item, proposed);
  });
});

interface Read {
  readonly items: readonly { readonly act: { readonly answers_item?: string } }[];
}

function fieldOf(setting: string): string[] {
  return ['--field', setting];
}

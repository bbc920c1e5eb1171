import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { CaseView } from '../../protocol/control/types.ts';
import { comity, runComity, signingOf } from '../support/net.ts';
import { useSharedNet } from '../support/use-net.ts';

const EXAMPLES = join(import.meta.dirname, '../../docs/examples');

interface Opened {
  readonly reference: string;
  readonly itemId: string;
}

const fields = (...settings: readonly string[]): string[] =>
  settings.flatMap((setting) => ['--field', setting]);

describe('data that are preserved, asked for and given, by officers of two States', function () {
  this.timeout(120_000);
  const net = useSharedNet();
  const as = (state: string): string[] => signingOf(net().node(state));
  const show = async (state: string, reference: string): Promise<CaseView> =>
    (await comity('case', 'show', reference, ...as(state))) as CaseView;
  const open = async (kind: string, ...more: readonly string[]): Promise<Opened> =>
    (await comity(
      ...['request', kind, '--to', 'JM', '--file', join(EXAMPLES, `${kind}.yaml`), '--wait'],
      ...[...more, ...as('GD')],
    )) as Opened;
  const say = (
    state: string,
    reference: string,
    verb: string,
    ...more: readonly string[]
  ): Promise<unknown> => comity('reply', reference, verb, '--anyway', '--wait', ...more, ...as(state));
  const day = (later: number): string => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10);

  it('PRES-7, ACC-1: what is preserved is held by the request that was received, and ends with its decision', async () => {
    const { reference } = await open('data.preserve', '--urgency', 'urgent');
    const confirm = (until: number): string[] =>
      fields(
        `preserved_since=${day(0)}`,
        `preserved_until=${day(until)}`,
        'custodian_served=Harbour Mail Ltd',
        'other_provider=no',
      );
    const short = await runComity([
      'reply',
      reference,
      'pres-confirm',
      '--json',
      ...confirm(80),
      ...as('JM'),
    ]);
    assert.notEqual(short.code, 0);
    assert.match(short.stdout + short.stderr, /PRES-7/);
    await say('JM', reference, 'pres-confirm', ...confirm(90));
    assert.deepEqual(
      [(await show('GD', reference)).status, (await show('GD', reference)).phase],
      ['executing', 'preserved'],
    );

    const asked = await open('data.stored_access');
    const link = fields(
      `case=${(await show('GD', asked.reference)).caseId}`,
      'relation=follows_preservation',
    );
    await say('GD', reference, 'link-case', ...link, '--quote', `${asked.reference}/${asked.itemId}`);
    for (const state of ['GD', 'JM'])
      assert.equal((await show(state, reference)).phase, 'held_pending_decision');

    const end = fields('cause=followup_decided', `ended_on=${day(0)}`, 'followup_pending=no');
    const early = await runComity(['reply', reference, 'pres-end', '--json', ...end, ...as('JM')]);
    assert.notEqual(early.code, 0);
    assert.match(early.stdout + early.stderr, /PRES-7/);
    const withdrawn = (await say('GD', asked.reference, 'withdraw')) as Opened;
    await say('JM', reference, 'pres-end', ...end, '--quote', `${asked.reference}/${withdrawn.itemId}`);
    const [ours, theirs] = [await show('GD', reference), await show('JM', reference)];
    assert.deepEqual([theirs.status, theirs.phase, theirs.flags], ['executed', 'ended', []]);
    assert.equal(ours.foldDigest, theirs.foldDigest);
  });

  for (const [paragraph, kind, urgency] of [
    ['EMLA-1', 'mla.emergency', 'emergency'],
    ['RTT-1', 'data.traffic_realtime', 'routine'],
    ['INT-1', 'data.content_intercept', 'routine'],
  ] as const) {
    it(`${paragraph}: the example of ${kind} is sent, granted part by part and answered`, async () => {
      const { reference } = await open(kind, '--urgency', urgency);
      await say('JM', reference, 'accept');
      const { measures } = await show('JM', reference);
      const outcomes = measures.map(({ id }, at) => [
        `outcomes[${at}].id=${String(id)}`,
        `outcomes[${at}].outcome=executed`,
      ]);
      await say('JM', reference, 'result', ...fields(...outcomes.flat()));
      const { status, flags } = await show('GD', reference);
      assert.deepEqual([status, flags], ['executed', []]);
    });
  }
});

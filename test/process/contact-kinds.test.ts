import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseView } from '../../protocol/control/types.ts';
import { comity, runComity, signingOf } from '../support/net.ts';
import { useNet } from '../support/use-net.ts';

const EXAMPLES = join(import.meta.dirname, '../../docs/examples');

const fields = (...settings: readonly string[]): string[] =>
  settings.flatMap((setting) => ['--field', setting]);

describe('what the 24/7 contacts of two States do for each other', function () {
  this.timeout(120_000);
  const net = useNet('GD', 'JM', '--direct', '--desk', 'contact:POC:Central Authority');
  const as = (state: string): string[] => signingOf(net().node(state));
  const show = async (state: string, reference: string): Promise<CaseView> =>
    (await comity('case', 'show', reference, ...as(state))) as CaseView;
  /** Sends the example of a kind, as if it were issued today. */
  const open = async (kind: string, urgency: string): Promise<string> => {
    const text = await readFile(join(EXAMPLES, `${kind}.yaml`), 'utf8');
    const file = join(net().dir, `${kind}.yaml`);
    const today = new Date().toISOString().slice(0, 10);
    await writeFile(file, text.replace(/^issued_on: .*$/m, `issued_on: ${today}`));
    const words = ['request', kind, '--to', 'JM', '--urgency', urgency, '--file', file, '--wait'];
    const { reference } = (await comity(...words, ...as('GD'))) as { reference: string };
    return reference;
  };
  const say = (
    state: string,
    reference: string,
    verb: string,
    ...more: readonly string[]
  ): Promise<unknown> => comity('reply', reference, verb, '--anyway', '--wait', ...more, ...as(state));
  const stands = async (reference: string): Promise<unknown> => {
    const [ours, theirs] = [await show('GD', reference), await show('JM', reference)];
    assert.equal(ours.foldDigest, theirs.foldDigest);
    assert.deepEqual(theirs.flags, []);
    return [theirs.status, theirs.phase];
  };

  it('EPROD-9: conditions that are accepted are the determination, and the data follow under them', async () => {
    const reference = await open('data.emergency_production', 'emergency');
    const condition = [
      'conditions[0].id=c1',
      'conditions[0].type=use',
      'conditions[0].text=For the search alone',
    ];
    await say('JM', reference, 'conditions-propose', ...fields(...condition));
    assert.deepEqual(await stands(reference), ['received', 'conditional']);
    await say('GD', reference, 'conditions-accept', ...fields('conditions[0]=c1'));
    assert.deepEqual(await stands(reference), ['executing', 'granted']);
    const outcomes = ['d1', 'd2'].flatMap((id, at) => [
      `outcomes[${at}].id=${id}`,
      `outcomes[${at}].outcome=executed`,
    ]);
    await say('JM', reference, 'result', ...fields(...outcomes, 'times_unknown=yes'));
    assert.deepEqual(await stands(reference), ['executed', 'done']);
    await say('JM', reference, 'use-explain-require', ...fields('conditions[0]=c1'));
    await say(
      'GD',
      reference,
      'use-explain',
      ...fields('uses=Opened once, on the day, to find the address.'),
    );
    assert.deepEqual((await show('JM', reference)).dialogs, []);
  });

  it('EPROD-2: waiting for another request is blocked where it was not reserved', async () => {
    const reference = await open('data.emergency_production', 'emergency');
    const words = ['reply', reference, 'await-emla', '--json', ...fields('declaration=None')];
    const { code, stdout, stderr } = await runComity([...words, ...as('JM')]);
    assert.notEqual(code, 0);
    assert.match(stdout + stderr, /EPROD-2/);
  });

  it('N247-1a: a question in the night has its answer', async () => {
    const reference = await open('n247.assist', 'urgent');
    await say('JM', reference, 'acknowledge');
    const outcomes = ['m1', 'm2'].flatMap((id, at) => [
      `outcomes[${at}].id=${id}`,
      `outcomes[${at}].outcome=executed`,
    ]);
    await say('JM', reference, 'result', ...fields(...outcomes, 'how=facilitated'));
    assert.deepEqual(await stands(reference), ['executed', undefined]);
  });

  it('TRAF-1, N247-1b: the path found while preserving is told between the contacts', async () => {
    const reference = await open('data.preserve', 'urgent');
    const told = [
      'provider=Island Relay',
      'provider_state=TT',
      'path[0].kind=relay',
      'path[0].identifier=198.51.100.7',
    ];
    await say('JM', reference, 'traffic-path', ...fields(...told));
    assert.deepEqual(await stands(reference), ['received', 'asked']);
  });
});

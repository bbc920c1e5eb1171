import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { CaseList, CaseView, Timeline } from '../../protocol/control/types.ts';
import { toHex } from '../../protocol/hash.ts';
import type { Item } from '../../protocol/item/item.ts';
import type { Fields, Hex } from '../../protocol/value.ts';
import { FORM, REQUEST } from '../support/bad-lines.ts';
import {
  type ForeignPartner,
  halvesOf,
  makeForeigner,
  pinForeigner,
  receiptIn,
} from '../support/foreign-partner.ts';
import { comity, foldersOf, signingOf } from '../support/net.ts';
import type { ForeignSession } from '../support/permissive-node.ts';
import { smallRequest } from '../support/small-request.ts';
import { useSharedNet } from '../support/use-net.ts';

interface WrongAct {
  readonly title: string;
  readonly verb: string;
  readonly act: Fields;
  readonly paragraph: string;
  readonly status: string;
  /** Said before, so that it is at the right place. */
  readonly first?: string;
}

const ground = (code: string, more: Fields = {}): Fields => ({ id: 'g1', code, ...more });
const refusal = (entry: Fields): Fields => ({ scope: 'whole', grounds: [entry], bank_secrecy: false });
const refused = { verb: 'REFUSE', status: 'refused' };
const reasoned = { reasons_given: true, provision_given: true };

const WRONG_ACTS: readonly WrongAct[] = [
  {
    ...refused,
    title: 'MLA-28: a refusal without reasons',
    act: refusal(ground('G-DOMESTIC-PROHIBITION', { provision_given: true })),
    paragraph: 'MLA-28',
  },
  {
    ...refused,
    title: 'MLA-8: a refusal on bank secrecy',
    act: { ...refusal(ground('G-LEGAL-SYSTEM', reasoned)), bank_secrecy: true },
    paragraph: 'MLA-8',
  },
  {
    ...refused,
    title: 'MLA-27: a refusal on fiscal matters alone',
    act: refusal(ground('G-FISCAL', { reasons_given: true })),
    paragraph: 'MLA-27',
  },
  {
    ...refused,
    title: 'MLA-31: a refusal without a consultation',
    act: refusal(ground('G-ESSENTIAL-INTERESTS', { sub_code: 'security', reasons_given: true })),
    paragraph: 'MLA-31',
  },
  {
    title: 'MLA-31: a postponement without a consultation',
    verb: 'POSTPONE',
    status: 'postponed',
    first: 'ACKNOWLEDGE',
    act: {
      ground: 'G-ONGOING',
      proceeding_kind: 'prosecution',
      review_date: '2027-01-15',
      reasons_given: true,
    },
    paragraph: 'MLA-31',
  },
];

describe('an act of another State that the convention does not allow', function () {
  this.timeout(60_000);
  const net = useSharedNet();
  let foreign: ForeignPartner;
  let session: ForeignSession;

  before(async () => {
    foreign = await makeForeigner(net(), 'TT', 'GD');
    await pinForeigner(net(), foreign);
    session = await foreign.node.connect(foreign.target);
  });
  after(() => foreign.node.stop());

  const ask = (...words: string[]): Promise<unknown> => comity(...words, ...foldersOf(net().node('GD')));
  const send = async (item: Item): Promise<Item> => {
    receiptIn(await session.send(item.bytes), foreign.target);
    return item;
  };

  for (const { title, verb, act, paragraph, status, first } of WRONG_ACTS) {
    it(`${title} is delivered, moves the status and is flagged with its paragraph`, async () => {
      const request = ['request', 'mla.general', '--to', 'TT', '--file', FORM, '--wait'];
      const sent = (await comity(...request, ...signingOf(net().node('GD')))) as Sent;
      const { id: seen, header } = await foreign.node.received(sent.itemId);
      const { caseId } = header;
      const before =
        first === undefined
          ? undefined
          : await send(foreign.state.item(foreign.target, { caseId, sequence: 1, verb: first, seen }));
      const wrong = await send(
        foreign.state.item(foreign.target, {
          ...{ caseId, verb, act, seen, sequence: before === undefined ? 1 : 2 },
          ...(before !== undefined && { previous: before.id }),
        }),
      );

      const shown = (await ask('case', 'show', sent.reference)) as CaseView;
      assert.equal(shown.status, status);
      const flags = shown.flags.filter(({ itemId }) => itemId === wrong.id);
      assert.ok(
        flags.some((flag) => flag.paragraph === paragraph),
        JSON.stringify(shown.flags),
      );
      const { entries } = (await ask('case', 'timeline', sent.reference)) as Timeline;
      assert.equal(entries.at(-1)?.itemId, wrong.id);
      assert.deepEqual(
        entries.at(-1)?.evidence.map(({ level }) => level),
        ['submission', 'relay', 'delivery'],
      );
      const { verbs } = (await ask('reply', sent.reference)) as { verbs: readonly { verb: string }[] };
      assert.ok(verbs.some((option) => option.verb === 'nonconformity-notice'));
    });
  }

  it('MLA-20f: a request without a purpose is delivered, and its receipt tells the defect', async () => {
    const { purpose: _, purpose_proceedings: __, ...rest } = smallRequest();
    const caseId: Hex = toHex(randomBytes(16));
    const said = { caseId, sequence: 1, verb: 'REQUEST', ...halvesOf('mla.general', 'REQUEST', rest) };
    const item = foreign.state.item(foreign.target, said);
    const receipt = receiptIn(await session.send(item.bytes), foreign.target);
    assert.ok(receipt.defects.includes('MLA-20f'), receipt.defects.join());
    assert.equal(receipt.itemId, item.id);
    const { rows } = (await ask('inbox', '--partner', 'TT')) as CaseList;
    assert.equal(rows.find((row) => row.caseId === caseId)?.status, 'received');
  });

  it('leaves other partners undisturbed', async () => {
    const sent = await comity(...REQUEST, '--file', FORM, '--wait', ...signingOf(net().node('GD')));
    assert.equal((sent as { delivery: string }).delivery, 'relayed');
  });
});

interface Sent {
  readonly reference: string;
  readonly itemId: Hex;
}

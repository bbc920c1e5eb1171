import { expect } from 'chai';
import type { Arrival } from '../../../../node/cases/receive.ts';
import { openEnvelope } from '../../../../protocol/item/item.ts';
import { COUNTS } from '../../../../protocol/limits.ts';
import type { Hex } from '../../../../protocol/value.ts';
import { craft, type Crafted, someId } from '../../../support/crafted-items.ts';
import { aReply, aRequest } from '../../../support/case-messages.ts';
import { itemsSent, type TestParty, useTwoParties } from '../../../support/two-parties.ts';

describe('items of a partner', () => {
  const makeParties = useTwoParties();

  interface Opened {
    readonly gd: TestParty;
    readonly jm: TestParty;
    readonly caseId: Hex;
    readonly reference: string;
    readonly opening: Hex;
    /** Has the requested side say something, whatever it is, to the requesting one. */
    readonly send: (
      crafted: Partial<Crafted> & Pick<Crafted, 'verb'>,
    ) => Promise<Arrival & { readonly id: Hex }>;
  }

  /** GD has asked JM for something, and JM keeps to no rule from now on. */
  const opened = async (): Promise<Opened> => {
    const { gd, jm } = await makeParties();
    const { caseId, reference } = await gd.say(aRequest('JM'));
    const [bytes] = itemsSent(gd) as [Uint8Array];
    const opening = openEnvelope(bytes).id;
    const send: Opened['send'] = async (crafted) => {
      const item = craft(jm, gd, { caseId, sequence: 1, seen: opening, ...crafted });
      return { ...(await gd.take(item.bytes)), id: item.id };
    };
    return { gd, jm, caseId, reference, opening, send };
  };

  it('an act that breaks a rule is delivered, moves the status as it says, and is flagged with the paragraph', async () => {
    const { gd, reference, send } = await opened();
    const refusal = { grounds: [{ id: 'g1', code: 'X-BANK-SECRECY', reasons_given: true }] };
    const { outcome, id } = await send({ verb: 'REFUSE', content: refusal });
    expect(outcome).to.equal('placed');
    const view = await gd.cases.show(gd.officer, reference);
    expect(view.status).to.equal('refused');
    expect(view.flags).to.deep.include({ itemId: id, paragraph: 'MLA-8' });
  });

  it('an act that is not its author’s to say is kept and flagged, and moves nothing', async () => {
    const { gd, reference, send } = await opened();
    const { id } = await send({ verb: 'WITHDRAW' });
    const view = await gd.cases.show(gd.officer, reference);
    expect(view.status).to.equal('received');
    expect(view.flags.map(({ itemId }) => itemId)).to.include(id);
    const { entries } = await gd.cases.timeline(gd.officer, reference);
    expect(entries.at(-1)).to.include({ verb: 'withdraw', verdict: 'inert' });
  });

  it('a partner whose fold comes to something else is flagged', async () => {
    const { gd, reference, send } = await opened();
    const { id } = await send({ verb: 'ACKNOWLEDGE', fold: someId('another case') });
    const view = await gd.cases.show(gd.officer, reference);
    expect(view.flags).to.deep.equal([{ itemId: id, paragraph: 'fold-differs' }]);
    expect(view.status).to.equal('in_review');
  });

  it('another item with a number that is taken is rejected, and what stands there is named', async () => {
    const { send } = await opened();
    const first = await send({ verb: 'ACKNOWLEDGE' });
    const second = await send({ verb: 'ACCEPT' });
    expect(second).to.include({ outcome: 'rejected', code: 'sequence-taken', standing: first.id });
  });

  it('an item in a case of two other parties is rejected', async () => {
    const { gd, jm, caseId, opening } = await opened();
    const own = craft(gd, jm, { caseId, sequence: 2, previous: opening, verb: 'SUPPLEMENT' });
    expect(await gd.take(own.bytes)).to.include({ outcome: 'rejected', code: 'foreign-case' });
  });

  it('kinds, verbs and instruments that are not known are rejected by their codes', async () => {
    const { send } = await opened();
    expect(await send({ verb: 'ACCEPT', kind: 'mla.nothing' })).to.include({ code: 'unknown-kind' });
    expect(await send({ verb: 'SHOUT' })).to.include({ code: 'unknown-verb' });
    expect(await send({ verb: 'ACCEPT', instrument: someId('x') })).to.include({
      code: 'unknown-instrument',
    });
  });

  it('a chain that contradicts itself is rejected: a wrong predecessor, or a `seen` that goes back', async () => {
    const { gd, reference, opening, send } = await opened();
    const said = await gd.say(aReply(reference, 'supplement'));
    const first = await send({ verb: 'ACKNOWLEDGE', seen: said.itemId });
    const next = { sequence: 2, previous: first.id, verb: 'ACCEPT' };
    expect(await send({ ...next, previous: someId('other') })).to.include({ code: 'chain-broken' });
    expect(await send({ ...next, seen: opening })).to.include({ code: 'chain-broken' });
    expect(await send({ ...next, seen: said.itemId })).to.include({ outcome: 'placed' });
  });

  it('a `seen` that goes back is noticed also among items that wait', async () => {
    const { gd, reference, opening, send } = await opened();
    const said = await gd.say(aReply(reference, 'supplement'));
    await send({ verb: 'ACCEPT', sequence: 3, previous: someId('2'), seen: opening });
    const early = { verb: 'ACKNOWLEDGE', sequence: 2, previous: someId('1') };
    expect(await send({ ...early, seen: said.itemId })).to.include({ code: 'chain-broken' });
  });

  it('only one side opens a case, and with a verb that opens its kind', async () => {
    const { gd, jm, caseId } = await opened();
    const again = craft(jm, gd, { caseId, sequence: 1, verb: 'REQUEST' });
    expect(await gd.take(again.bytes)).to.include({ code: 'chain-broken' });
    const other = craft(jm, gd, { caseId: 'ab'.repeat(16), sequence: 1, verb: 'ACCEPT' });
    expect(await gd.take(other.bytes)).to.include({ code: 'chain-broken' });
  });

  it('of one case so many items wait and no more: the next one is to come again', async () => {
    const { gd, reference, send } = await opened();
    const wait = (sequence: number) =>
      send({ verb: 'STATUS_REPORT', sequence, previous: someId(String(sequence - 1)) });
    // Every second number, so that no item can speak of its neighbours.
    for (let n = 1; n <= COUNTS.waitingItems; n++) {
      expect(await wait(2 * n + 1)).to.include({ outcome: 'waiting' });
    }
    expect(await wait(2 * COUNTS.waitingItems + 3)).to.include({ outcome: 'busy' });
    expect((await gd.cases.show(gd.officer, reference)).waiting).to.have.length(COUNTS.waitingItems);
    expect(await send({ verb: 'ACKNOWLEDGE' })).to.include({ outcome: 'placed' });
  });

  it('what is rejected and waits for its place counts among those that may wait', async () => {
    const { gd, jm, caseId } = await opened();
    const reject = (sequence: number) => {
      const previous = someId(String(sequence - 1));
      const item = craft(jm, gd, { caseId, sequence, previous, verb: 'STATUS_REPORT' });
      return gd.cases.passOver(item, { operations: [] });
    };
    for (let n = 1; n <= COUNTS.waitingItems; n++) expect(await reject(2 * n + 1)).to.equal('passed');
    expect(await reject(2 * COUNTS.waitingItems + 3)).to.equal('busy');
    expect(await reject(3)).to.equal('passed');
    const first = craft(jm, gd, { caseId, sequence: 1, verb: 'STATUS_REPORT' });
    expect(await gd.cases.passOver(first, { operations: [] })).to.equal('passed');
  });

  it('what comes along with an item is committed with it, or not at all', async () => {
    const { gd, jm, caseId, opening } = await opened();
    const { take } = withExtra(gd);
    const good = craft(jm, gd, { caseId, sequence: 1, seen: opening, verb: 'ACKNOWLEDGE' });
    const bad = craft(jm, gd, { caseId, sequence: 1, seen: opening, verb: 'ACCEPT' });
    expect(await take(good.bytes, 'with-good')).to.include({ outcome: 'placed' });
    expect(await take(bad.bytes, 'with-bad')).to.include({ outcome: 'rejected' });
    const meta = gd.storage.keyspace('meta');
    expect(await meta.has('with-good')).to.equal(true);
    expect(await meta.has('with-bad')).to.equal(false);
  });

  it('an own item that the partner rejects is void on both sides, and the next one says so', async () => {
    const { gd, jm, exchange } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    await exchange();
    await gd.say(aReply(reference, 'supplement'));
    const [bytes] = itemsSent(gd) as [Uint8Array];
    const sealed = openEnvelope(bytes);
    await jm.cases.passOver(sealed, { operations: [] });
    await gd.cases.passOver(sealed, { operations: [] });
    const { rows } = await gd.cases.list(gd.officer, { box: 'outbox', query: {} });
    expect(rows[0]).to.include({ delivery: 'rejected', verb: 'supplement' });
    await gd.say(aReply(reference, 'withdraw'));
    const [next] = gd.sent.flatMap((parcel) => (parcel.kind === 'item' ? [openEnvelope(parcel.item)] : []));
    expect(next?.header).to.deep.include({ sequence: 3, previous: sealed.id, voids: [sealed.id] });
    await jm.restart();
    await exchange();
    const views = await Promise.all([gd, jm].map((party) => party.cases.show(party.officer, reference)));
    expect(views.map(({ status }) => status)).to.deep.equal(['withdrawn', 'withdrawn']);
    expect(views[0]?.foldDigest).to.equal(views[1]?.foldDigest);
    expect(views.flatMap(({ flags }) => flags)).to.deep.equal([]);
  });

  it('an opening that the partner rejects stays with its author, after a restart too', async () => {
    const { gd } = await makeParties();
    const { reference } = await gd.say(aRequest('JM'));
    const [opening] = itemsSent(gd).map(openEnvelope);
    if (opening === undefined) throw new Error('nothing sent');
    await gd.cases.passOver(opening, { operations: [] });
    const before = await gd.cases.show(gd.officer, reference);
    await gd.restart();
    expect(await gd.cases.show(gd.officer, reference)).to.deep.equal(before);
  });

  it('a partner unsays no act by naming it void: neither its own, nor one of this node', async () => {
    const { gd, reference, opening, send } = await opened();
    const said = await gd.say(aReply(reference, 'supplement'));
    const first = await send({ verb: 'ACCEPT' });
    const next = { verb: 'STATUS_REPORT', sequence: 2, previous: first.id, seen: opening };
    expect(await send({ ...next, voids: [first.id] })).to.include({ code: 'chain-broken' });
    expect(await send({ ...next, voids: [said.itemId] })).to.include({ outcome: 'busy' });
    const [sealed] = itemsSent(gd).map(openEnvelope);
    if (sealed === undefined) throw new Error('nothing sent');
    await gd.cases.passOver(sealed, { operations: [] });
    expect(await send({ ...next, voids: [said.itemId] })).to.include({ outcome: 'placed' });
    const view = await gd.cases.show(gd.officer, reference);
    expect(view.status).to.equal('executing');
  });

  it('an act that its author names void before it comes is rejected, so that both sides pass it', async () => {
    const { gd, jm, caseId, opening, send } = await opened();
    const first = craft(jm, gd, { caseId, sequence: 1, seen: opening, verb: 'ACCEPT' });
    const next = { verb: 'STATUS_REPORT', sequence: 2, previous: first.id, voids: [first.id] };
    expect(await send(next)).to.include({ outcome: 'waiting' });
    expect(await gd.take(first.bytes)).to.include({ outcome: 'rejected', code: 'chain-broken' });
  });

  it('an item is given out again as it was sent, byte for byte', async () => {
    const { gd, jm } = await makeParties();
    await gd.say(aRequest('JM'));
    const [bytes] = itemsSent(gd) as [Uint8Array];
    await jm.take(bytes);
    for (const party of [gd, jm]) {
      await party.restart();
      const sent = await party.cases.envelope(openEnvelope(bytes).id);
      expect(sent?.withheld).to.equal(false);
      expect(Buffer.from(sent?.bytes ?? []).equals(bytes)).to.equal(true);
    }
    expect(await gd.cases.envelope(someId('none'))).to.equal(undefined);
  });

  it('without the key of its case an item is given out without its body', async () => {
    const { gd } = await makeParties();
    const { caseId } = await gd.say(aRequest('JM'));
    const [bytes] = itemsSent(gd) as [Uint8Array];
    await gd.storage.erase({ operations: [gd.storage.keyspace('caseKeys').remove(caseId)] });
    await gd.restart();
    const sent = await gd.cases.envelope(openEnvelope(bytes).id);
    expect(sent?.withheld).to.equal(true);
    const left = openEnvelope(sent?.bytes ?? new Uint8Array());
    expect(left.bodyBytes).to.equal(undefined);
    expect(left.id).to.equal(openEnvelope(bytes).id);
  });
});

function withExtra(party: TestParty) {
  return {
    take: (bytes: Uint8Array, key: string) =>
      party.take(bytes, { operations: [party.storage.keyspace('meta').put(key, new Uint8Array([1]))] }),
  };
}

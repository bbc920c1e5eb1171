import { expect } from 'chai';
import fc from 'fast-check';
import type { Case, FoldEntry } from '../../../../protocol/case/case.ts';
import { digestForNext, openingChainFields, viewDigest } from '../../../../protocol/case/chain-fields.ts';
import { encodeCase } from '../../../../protocol/case/encode.ts';
import { addEntry, fold, placeNext } from '../../../../protocol/case/fold.ts';
import { CARICOM } from '../../../../protocol/convention/caricom/caricom.ts';
import { anyFields } from '../../../support/arbitraries.ts';
import { MLA_CONTENT, UNDER_CONVENTION } from '../../../support/case-histories.ts';
import { CaseWriters, nextEntry, openingEntry } from '../../../support/case-writer.ts';

const request = { kind: 'mla.general', verb: 'REQUEST', content: MLA_CONTENT, regime: UNDER_CONVENTION };

const folded = (...entries: readonly FoldEntry[]): Case => {
  const current = fold(CARICOM, entries);
  if (current === undefined) throw new Error('the opening is missing');
  return current;
};

const verbs = (current: Case): readonly string[] =>
  current.placed.map(({ verb, verdict }) => `${verb} ${verdict}`);
const text = (current: Case): string => Buffer.from(encodeCase(current)).toString('utf8');

describe('The order of two chains', () => {
  it('begins in `received`, with the requesting side as the opener of a request', () => {
    const current = folded(openingEntry(request));
    expect([current.status, current.opener, current.requesting.party]).to.deep.equal([
      'received',
      'requesting',
      'GD',
    ]);
  });

  it('gives no case without an opening', () => {
    const opening = openingEntry(request);
    const later = nextEntry(folded(opening), 'requested', { verb: 'ACKNOWLEDGE' });
    expect(fold(CARICOM, [later])).to.equal(undefined);
    expect(fold(CARICOM, [])).to.equal(undefined);
  });

  it('places the requested side first among acts that cross', () => {
    const writers = new CaseWriters(request);
    writers.write('requesting', { verb: 'SUPPLEMENT' });
    writers.write('requested', { verb: 'ACKNOWLEDGE' });
    writers.deliver();
    expect(verbs(writers.of('requesting'))).to.deep.equal([
      'REQUEST effective',
      'ACKNOWLEDGE effective',
      'SUPPLEMENT effective',
    ]);
  });

  it('places an act behind everything that its author had seen', () => {
    const writers = new CaseWriters(request);
    writers.say('requesting', 'SUPPLEMENT');
    writers.say('requested', 'ACKNOWLEDGE');
    expect(verbs(writers.of('requested')).at(-1)).to.equal('ACKNOWLEDGE effective');
  });

  it('shows what has become impossible in the meantime as overtaken, and flags nobody', () => {
    const writers = new CaseWriters(request);
    writers.write('requested', { verb: 'INTAKE_REJECT', content: { reason: 'authenticity' } });
    const query = writers.write('requesting', { verb: 'STATUS_QUERY' });
    writers.deliver();
    const current = writers.of('requested');
    expect(current.overtaken).to.deep.equal([query.id]);
    expect(current.flags).to.deep.equal([]);
    expect(current.dialogs).to.deep.equal([]);
  });

  it('keeps an item waiting until what it follows and what it has seen are here', () => {
    const writers = new CaseWriters(request);
    const [opening] = writers.entries;
    const first = writers.say('requested', 'ACKNOWLEDGE');
    const second = writers.say('requesting', 'SUPPLEMENT');
    const third = writers.say('requested', 'STATUS_REPORT');
    if (opening === undefined) throw new Error('unreachable');
    let current = addEntry(folded(opening), third);
    expect(current.waiting).to.deep.equal([third.id]);
    current = addEntry(current, second);
    expect(current.waiting).to.have.members([second.id, third.id]);
    current = addEntry(current, first);
    expect(current.waiting).to.deep.equal([]);
    expect(text(current)).to.equal(text(writers.of('requesting')));
  });

  it('changes nothing for an item that is here already, placed or waiting', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'ACKNOWLEDGE');
    const late = writers.say('requested', 'STATUS_REPORT');
    const current = writers.of('requesting');
    for (const entry of writers.entries) expect(addEntry(current, entry)).to.equal(current);
    const waiting = addEntry(folded(...writers.entries.slice(0, 1)), late);
    expect(addEntry(waiting, late)).to.equal(waiting);
  });

  it('takes the fast path for the next item in order only', () => {
    const writers = new CaseWriters(request);
    const [opening] = writers.entries;
    const crossing = writers.write('requesting', { verb: 'SUPPLEMENT' });
    const first = writers.write('requested', { verb: 'ACKNOWLEDGE' });
    const second = writers.write('requested', { verb: 'STATUS_REPORT' });
    if (opening === undefined) throw new Error('unreachable');
    const start = folded(opening);
    expect(placeNext(start, second), 'its predecessor is missing').to.equal(undefined);
    const ahead = placeNext(start, crossing);
    expect(ahead?.digest).to.equal(folded(opening, crossing).digest);
    expect(placeNext(ahead ?? start, first), 'belongs before what is here').to.equal(undefined);
    expect(placeNext(start, first)?.digest).to.equal(folded(opening, first).digest);
  });

  it('ignores items of other cases and of other parties', () => {
    const opening = openingEntry(request);
    const start = folded(opening);
    const other = nextEntry(start, 'requested', { verb: 'ACKNOWLEDGE', header: { caseId: '00'.repeat(16) } });
    const third = nextEntry(start, 'requested', {
      verb: 'ACKNOWLEDGE',
      header: { sender: { party: 'TT', authority: 'ca' } },
    });
    expect(addEntry(start, other)).to.equal(start);
    expect(text(folded(opening, other, third))).to.equal(text(start));
  });

  it('counts a `seen` that goes back as the one before it, in any order of arrival', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'ACKNOWLEDGE');
    writers.say('requesting', 'SUPPLEMENT');
    const [opening] = writers.entries;
    const back = nextEntry(writers.of('requesting'), 'requested', {
      verb: 'STATUS_REPORT',
      header: { ...(opening === undefined ? {} : { seen: opening.id }) },
    });
    const entries = [...writers.entries, back];
    expect(text(folded(...entries))).to.equal(text(folded(...[...entries].reverse())));
    expect(folded(...entries).placed).to.have.length(4);
  });

  it('lets nothing move the case that names another kind', () => {
    const writers = new CaseWriters(request);
    writers.write('requested', { verb: 'ACCEPT', otherKind: 'info.spontaneous' });
    writers.deliver();
    const current = writers.of('requesting');
    expect([current.status, current.flags[0]?.paragraph]).to.deep.equal(['received', 'other-kind']);
  });

  it('answers for any content, of any verb, without throwing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(CARICOM.verbs), '__proto__', 'constructor'),
        anyFields,
        (verb, content) => {
          const writers = new CaseWriters(request);
          for (const side of ['requested', 'requesting'] as const) writers.write(side, { verb, content });
          writers.deliver();
          expect(text(writers.of('requesting'))).to.equal(text(writers.of('requested')));
        },
      ),
    );
  });
});

describe('Two items with one number', () => {
  it('leave the case before the fork, to be closed, whichever came first', () => {
    const writers = new CaseWriters(request);
    writers.say('requested', 'REFUSE', { grounds: [] });
    const before = writers.of('requested');
    const one = nextEntry(before, 'requested', { verb: 'CORRECTION' });
    const other = nextEntry(before, 'requested', { verb: 'RECONSIDER' });
    const behind = nextEntry(addEntry(before, one), 'requested', { verb: 'STATUS_REPORT' });
    const current = folded(...writers.entries, one, other, behind);
    expect(current.forked).to.deep.equal(['requested']);
    expect([current.status, current.placed.length]).to.deep.equal(['refused', 2]);
    expect(current.waiting).to.have.members([one.id, other.id, behind.id]);
    let added = folded(...writers.entries);
    for (const entry of [one, behind, other, one]) added = addEntry(added, entry);
    expect(text(added)).to.equal(text(current));
    const closing = nextEntry(added, 'requesting', { verb: 'CLOSE' });
    expect(addEntry(added, closing).closedBy).to.deep.equal(['requesting']);
  });

  it('are no fork if all but one are void', () => {
    const writers = new CaseWriters(request);
    const before = writers.of('requested');
    const one = nextEntry(before, 'requested', { verb: 'ACKNOWLEDGE' });
    const other = nextEntry(before, 'requested', { verb: 'ACCEPT' });
    const current = folded(...writers.entries, one, { id: other.id, header: other.header });
    expect(current.forked).to.deep.equal([]);
    expect(current.status).to.equal('in_review');
  });
});

describe('Voids', () => {
  it('are placed and passed once a header names them, at both ends', () => {
    const writers = new CaseWriters(request);
    const rejected = writers.writeRejected('requested', { verb: 'ACCEPT' });
    writers.write('requested', { verb: 'STATUS_REPORT' });
    writers.deliver();
    expect(writers.of('requested').status, 'its author does not know yet').to.equal('executing');
    expect(writers.of('requesting').status).to.equal('received');
    const naming = writers.say('requesting', 'SUPPLEMENT');
    expect(naming.header.voids).to.deep.equal([rejected.id]);
    expect(writers.of('requested').placed.find(({ id }) => id === rejected.id)?.verdict).to.equal('void');
    expect(writers.of('requested').digest).to.equal(writers.of('requesting').digest);
    expect(writers.of('requesting').status).to.equal('received');
  });

  it('raise no alarm about digests: their author could not know', () => {
    const writers = new CaseWriters(request);
    writers.writeRejected('requested', { verb: 'ACCEPT' });
    writers.write('requested', { verb: 'STATUS_REPORT' });
    writers.deliver();
    writers.say('requesting', 'SUPPLEMENT');
    writers.say('requested', 'STATUS_REPORT');
    for (const side of ['requesting', 'requested'] as const) {
      expect(writers.of(side).placed.some(({ foldDiffers }) => foldDiffers)).to.equal(false);
    }
  });

  it('are named once', () => {
    const writers = new CaseWriters(request);
    writers.writeRejected('requested', { verb: 'ACCEPT' });
    writers.deliver();
    writers.say('requesting', 'SUPPLEMENT');
    expect(writers.say('requesting', 'SUPPLEMENT').header.voids).to.deep.equal([]);
    expect(writers.say('requested', 'STATUS_REPORT').header.voids).to.deep.equal([]);
  });

  it('never take the opening away', () => {
    const writers = new CaseWriters(request);
    const [opening] = writers.entries;
    const hostile = nextEntry(writers.of('requested'), 'requested', {
      verb: 'ACKNOWLEDGE',
      header: { voids: opening === undefined ? [] : [opening.id] },
    });
    expect(addEntry(writers.of('requested'), hostile).measures).to.have.length(3);
    expect(text(folded(...writers.entries, hostile))).to.equal(
      text(addEntry(writers.of('requested'), hostile)),
    );
  });
});

describe('The digest of a case', () => {
  it('is what the author of the next item writes, and the receiver computes for it', () => {
    const writers = new CaseWriters(request);
    const before = writers.of('requested').digest;
    const item = writers.say('requested', 'ACKNOWLEDGE');
    expect(item.header.fold).to.equal(before);
    expect(viewDigest(writers.of('requesting'), item.id)).to.equal(before);
    expect(digestForNext(writers.of('requesting'), 'requesting')).not.to.equal(before);
  });

  it('binds the case and the instrument from the opening on', () => {
    const [a, b] = ['00'.repeat(16), '11'.repeat(16)] as const;
    const fold1 = openingChainFields(a, 'aa').fold;
    expect(openingChainFields(b, 'aa').fold).not.to.equal(fold1);
    expect(openingChainFields(a, 'bb').fold).not.to.equal(fold1);
  });

  it('flags an item whose author folded otherwise, and places it all the same', () => {
    const writers = new CaseWriters(request);
    const item = writers.write('requested', { verb: 'ACKNOWLEDGE', header: { fold: 'ab'.repeat(32) } });
    writers.deliver();
    const current = writers.of('requesting');
    expect(current.flags).to.deep.equal([{ itemId: item.id, paragraph: 'fold-differs' }]);
    expect(current.status).to.equal('in_review');
  });
});

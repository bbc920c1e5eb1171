import { expect } from 'chai';
import { createCaseBook } from '../../../../node/cases/case-book.ts';
import { ComityError } from '../../../../protocol/errors.ts';
import { adopt, emptyCase, type KnownItem, type OpenCase } from '../../../../node/cases/open-case.ts';

describe('the book of cases in memory', () => {
  const caseWith = (caseId: string, items: number): OpenCase => {
    const open = emptyCase(caseId, 'JM', { key: undefined, operations: [] });
    const summary = { machine: 1, caseId, partner: 'JM', itemsRead: 0, listed: [] };
    for (let sequence = 1; sequence <= items; sequence++) {
      const entry = { id: `${caseId}${sequence}`, header: {} } as KnownItem['entry'];
      adopt(open, { item: { origin: 'partner', sequence, verb: '', entry }, folded: undefined, summary });
    }
    return open;
  };

  /** A book over a disk that counts what is read from it. */
  const aBook = (disk: Record<string, OpenCase>, { casesMax = 10, itemsMax = 1000 } = {}) => {
    const reads: string[] = [];
    const load = (caseId: string) => {
      reads.push(caseId);
      return Promise.resolve(disk[caseId]);
    };
    return { book: createCaseBook(load, { casesMax, itemsMax }), reads };
  };

  it('reads a case once, also when it is asked for many times at once', async () => {
    const { book, reads } = aBook({ a: caseWith('a', 1) });
    await Promise.all([book.read('a'), book.read('a'), book.within('a', () => Promise.resolve())]);
    expect(reads).to.deep.equal(['a']);
  });

  it('what runs in one case runs alone and in order; another case does not wait for it', async () => {
    const { book } = aBook({ a: caseWith('a', 1), b: caseWith('b', 1) });
    const order: string[] = [];
    const { promise: gate, resolve: open } = Promise.withResolvers<undefined>();
    const first = book.within('a', async () => {
      await gate;
      order.push('a1');
    });
    const second = book.within('a', () => Promise.resolve(order.push('a2')));
    await book.within('b', () => Promise.resolve(order.push('b')));
    open(undefined);
    await Promise.all([first, second]);
    expect(order).to.deep.equal(['b', 'a1', 'a2']);
  });

  it('holds so many cases and no more, and lets go of those that were not used for longest', async () => {
    const disk = { a: caseWith('a', 1), b: caseWith('b', 1), c: caseWith('c', 1) };
    const { book, reads } = aBook(disk, { casesMax: 2 });
    await book.read('a');
    await book.read('b');
    expect(book.size).to.equal(2);
    await book.read('a');
    await book.read('c');
    expect(book.size).to.equal(2);
    await book.read('a');
    expect(reads).to.deep.equal(['a', 'b', 'c']);
    await book.read('b');
    expect(reads).to.deep.equal(['a', 'b', 'c', 'b']);
  });

  it('holds so many items of all cases and no more, but always the case that was used last', async () => {
    const disk = { a: caseWith('a', 3), b: caseWith('b', 3), c: caseWith('c', 1), d: caseWith('d', 9) };
    const { book } = aBook(disk, { itemsMax: 6 });
    await book.read('a');
    await book.read('b');
    expect(book.size).to.equal(2);
    await book.read('c');
    expect(book.size).to.equal(2);
    await book.read('d');
    expect(book.size).to.equal(1);
  });

  it('after a commit of which nobody knows the disk is read again, after a refusal it is not', async () => {
    const { book, reads } = aBook({ a: caseWith('a', 1) });
    const failWith = (error: Error) => book.within('a', () => Promise.reject(error)).catch(() => undefined);
    await failWith(new ComityError('refused-by-rules', 'No.'));
    await book.read('a');
    expect(reads).to.deep.equal(['a']);
    await failWith(new ComityError('storage-failed', 'Perhaps.'));
    await book.read('a');
    expect(reads).to.deep.equal(['a', 'a']);
  });

  it('what was being read when everything was let go of is not kept', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<undefined>();
    let reads = 0;
    const load = async () => {
      reads += 1;
      await gate;
      return caseWith('a', 1);
    };
    const book = createCaseBook(load, { casesMax: 10, itemsMax: 10 });
    const reading = book.read('a');
    book.clear();
    open(undefined);
    await reading;
    expect(book.size).to.equal(0);
    await book.read('a');
    expect(reads).to.equal(2);
  });
});

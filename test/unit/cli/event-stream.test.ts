import { expect } from 'chai';
import fc from 'fast-check';
import { readEvents } from '../../../cli/client/event-stream.ts';
import { collect } from '../../support/collect.ts';

const never = new AbortController().signal;

async function* chunksOf(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    yield bytes.subarray(at, at + size);
    at += size;
    await Promise.resolve();
  }
}

describe('the reader of events', () => {
  it('gives the same events however the stream is cut, also within a character', async () => {
    const texts = fc.array(fc.string().map((text) => JSON.stringify({ text: `é${text}` })));
    const sizes = fc.array(fc.integer({ min: 0, max: 9 }));
    await fc.assert(
      fc.asyncProperty(texts, sizes, async (events, cuts) => {
        const stream = events.map((data) => `: keeps it alive\n\nevent: x\ndata: ${data}\n\n`).join('');
        const read = await collect(readEvents(chunksOf(Buffer.from(stream), cuts), never));
        expect(read).to.deep.equal(events);
      }),
    );
  });

  it('joins the lines of an event and leaves out one that is cut off', async () => {
    const bytes = Buffer.from('data: one\r\ndata:two\r\n\r\ndata: cut');
    expect(await collect(readEvents(chunksOf(bytes, []), never))).to.deep.equal(['one\ntwo']);
  });
});

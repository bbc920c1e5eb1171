import assert from 'node:assert/strict';
import { examineClocks, judgeClocks } from '../../../node/doctor-clocks.ts';
import { aDirectoryWithPartner, quietLinks } from '../../support/directory.ts';

const MINUTE_MS = 60_000;

function judged(...minutes: number[]): string[] {
  const ahead = minutes.map((one, index) => [`P${String(index)}`, one * MINUTE_MS] as const);
  return judgeClocks('GD', new Map(ahead)).map(({ subject, message }) => `${subject ?? ''}: ${message}`);
}

describe('clocks of partners', () => {
  it('are fine within five minutes', () => {
    assert.deepEqual(judged(5, -5, 0), []);
    assert.deepEqual(judged(), []);
  });

  it('of which one is odd make that one the suspect, and say which way it is off', () => {
    assert.deepEqual(judged(0, 1, 90), [
      'P2: The clock of P2 is 90 minutes ahead of this one. Of 4 clocks it is the odd one: it is probably wrong.',
    ]);
    assert.match(judged(0, -7)[0] ?? '', /P1 is 7 minutes behind this one/);
  });

  it('that agree among themselves make this machine the suspect', () => {
    assert.deepEqual(judged(11, 10, 10), [
      'GD: The clock of this machine is 10 minutes behind the middle one of 4: it is probably wrong.',
    ]);
  });

  it('of which there is one only leave open who is wrong', () => {
    assert.deepEqual(judged(6), [
      'P0: The clock of P0 is 6 minutes ahead of this one. Which of the two is wrong, a third one tells.',
    ]);
  });

  it('are asked for in the session, without items; who does not answer in time is left out', async () => {
    const { directory, store, clock } = await aDirectoryWithPartner();
    const record = { list: async function* () {} };
    const sources = { directory, store, clock, record };
    const echo = { roundTripMs: 1, aheadMs: -8 * MINUTE_MS };
    const links = { ...quietLinks, connected: () => true, ping: () => Promise.resolve(echo) };
    const found = await examineClocks({ ...sources, links });
    assert.deepEqual(
      found.map(({ code, subject }) => [code, subject]),
      [['clock-differs', 'JM']],
    );
    const silent = examineClocks({
      ...sources,
      links: { ...links, ping: () => new Promise(() => undefined) },
    });
    await clock.advance(2_000);
    assert.deepEqual(await silent, []);
    assert.deepEqual(await examineClocks({ ...sources, links: quietLinks }), []);
    assert.equal(clock.sleeping(), 0);
  });
});

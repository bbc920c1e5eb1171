import { expect } from 'chai';
import { createSendWindow } from '../../../../protocol/delivery/send-window.ts';
import { WINDOWS } from '../../../../protocol/limits.ts';

describe('the window of a sender', () => {
  const parcelBytes = 4112;
  /**
   * Sends as much as fits, and answers each parcel after it waited behind the others at so many bytes a ms.
   */
  const run = (bytesPerMs: number, baseMs: number, rounds: number): number => {
    const window = createSendWindow();
    const queue: { place: string; due: number }[] = [];
    let [now, free, place] = [0, 0, 0];
    let most = 0;
    for (let round = 0; round < rounds; round++) {
      while (window.room().parcels > 0 && window.room().bytes > 0) {
        free = Math.max(free, now) + parcelBytes / bytesPerMs;
        queue.push({ place: String(place), due: free + baseMs });
        window.sent(String(place++), parcelBytes, now);
      }
      most = Math.max(most, window.size);
      const next = queue.shift();
      if (next === undefined) break;
      now = Math.max(now, next.due);
      window.released(next.place, now);
    }
    return window.size * parcelBytes;
  };

  it('fills a fast way, and never more than the protocol allows', () => {
    expect(run(50_000, 5, 20_000)).to.be.within(200 * parcelBytes, WINDOWS.parcelsMax * parcelBytes);
  });

  it('keeps the queue short on a slow way: an emergency waits for what is under way', () => {
    const slow = run(250, 200, 20_000);
    expect(slow / 250).to.be.lessThan(600);
  });

  it('takes answers that come in bursts for no faster way', () => {
    const [bytesPerMs, baseMs] = [250, 400];
    const window = createSendWindow();
    const queue: { place: string; due: number }[] = [];
    let [now, free, place] = [0, 0, 0];
    for (let round = 0; round < 500; round += 1) {
      while (window.room().bytes > 0) {
        free = Math.max(free, now) + parcelBytes / bytesPerMs;
        queue.push({ place: String(place), due: free + baseMs });
        window.sent(String(place++), parcelBytes, now);
      }
      const answered = queue.splice(0, round % 2 === 0 ? 16 : 7);
      now = Math.max(now, answered.at(-1)?.due ?? now);
      for (const { place: answer } of answered) window.released(answer, now);
    }
    expect((window.size * parcelBytes) / bytesPerMs).to.be.lessThan(1.5 * (baseMs + 300));
  });

  it('ignores an answer to nothing', () => {
    const window = createSendWindow();
    window.released('nothing', 5);
    expect(window.size).to.equal(0);
  });
});

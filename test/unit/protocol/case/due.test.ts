import { expect } from 'chai';
import { endOfDate, endOfPeriod } from '../../../../protocol/case/due.ts';
import { NO_EVIDENCE, resolve } from '../../../../protocol/case/resolve.ts';
import type { PinnedProfiles } from '../../../../protocol/case/rulebook.ts';
import { fold } from '../../../../protocol/case/fold.ts';
import type { Case } from '../../../../protocol/case/case.ts';
import { CARICOM } from '../../../../protocol/convention/caricom/caricom.ts';
import { MLA_CONTENT, UNDER_CONVENTION, UNDER_TREATY } from '../../../support/case-histories.ts';
import { CaseWriters, T0 } from '../../../support/case-writer.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const request = {
  kind: 'mla.general',
  verb: 'REQUEST',
  content: MLA_CONTENT,
  regime: UNDER_CONVENTION,
  at: T0,
};

const dueAt = (current: Case, timer: string, now: number, evidence = NO_EVIDENCE) =>
  resolve(current, evidence, now).dueItems.find(({ obligation }) => obligation.timer === timer);

describe('Days', () => {
  it('MLA-32: are counted from the day after: fifteen from 1 March end with 16 March', () => {
    const informed = Date.UTC(2026, 2, 1, 14, 30);
    expect(endOfPeriod(informed, { amount: 15, unit: 'days' }, 0)).to.equal(Date.UTC(2026, 2, 17));
  });

  it('PRES-7: ninety from 1 March end with 30 May', () => {
    expect(endOfPeriod(Date.UTC(2026, 2, 1), { amount: 90, unit: 'days' }, 0)).to.equal(
      Date.UTC(2026, 4, 31),
    );
  });

  it('are calendar days at a fixed offset, not at the reader’s', () => {
    const at = Date.UTC(2026, 2, 1, 2, 0);
    expect(endOfPeriod(at, { amount: 1, unit: 'days' }, 0)).to.equal(Date.UTC(2026, 2, 3));
    expect(endOfPeriod(at, { amount: 1, unit: 'days' }, -240), 'still 28 February there').to.equal(
      Date.UTC(2026, 2, 2, 4),
    );
    expect(endOfPeriod(at, { amount: 1, unit: 'days' }, 840)).to.equal(Date.UTC(2026, 2, 2, 10));
  });

  it('count to their end where an act names a date, and not at all where it names none', () => {
    expect(endOfDate('2026-03-31', 0)).to.equal(Date.UTC(2026, 3, 1));
    expect(endOfDate('2026-03-31', -240)).to.equal(Date.UTC(2026, 3, 1, 4));
    for (const odd of ['', '31.3.2026', '2026-13-01', '2026-3-1'])
      expect(endOfDate(odd, 0), odd).to.equal(undefined);
  });

  it('are no matter for minutes and hours', () => {
    expect(endOfPeriod(T0, { amount: 90, unit: 'minutes' }, 840)).to.equal(T0 + 90 * MINUTE_MS);
    expect(endOfPeriod(T0, { amount: 24, unit: 'hours' }, -240)).to.equal(T0 + DAY_MS);
  });
});

describe('What is due', () => {
  const start = () => new CaseWriters(request);

  it('D-01: runs from the receipt, and says so while that is not here', () => {
    const current = start().of('requested');
    const received = T0 + 3 * DAY_MS;
    const known = dueAt(current, 'T-ACK', T0, { receivedAt: () => received });
    expect(known).to.deep.include({ assumed: false, dueAt: Date.UTC(2026, 2, 10), overdue: false });
    expect(dueAt(current, 'T-ACK', T0)).to.deep.include({ assumed: true, dueAt: Date.UTC(2026, 2, 7) });
  });

  it('MLA-29: is overdue on both sides once its time has passed', () => {
    const writers = start();
    writers.say('requesting', 'STATUS_QUERY', {}, T0);
    for (const side of ['requesting', 'requested'] as const) {
      const current = writers.of(side);
      expect(dueAt(current, 'T-STATUS-REPLY', Date.UTC(2026, 2, 12) - 1)?.overdue).to.equal(false);
      expect(dueAt(current, 'T-STATUS-REPLY', Date.UTC(2026, 2, 12))).to.deep.include({
        overdue: true,
        owner: 'requested',
      });
      expect(
        resolve(current, NO_EVIDENCE, Date.UTC(2026, 2, 12)).overdue.map(
          ({ obligation }) => obligation.timer,
        ),
      ).to.include('T-STATUS-REPLY');
    }
  });

  it('MLA-21: does not run while something that is needed is open, and runs on after the answer', () => {
    const writers = start();
    const before = dueAt(writers.of('requested'), 'T-EXECUTE', T0)?.dueAt ?? 0;
    writers.say('requested', 'INFO_REQUEST', { items: [{ id: 'q1', needed: true }] }, T0 + DAY_MS);
    expect(dueAt(writers.of('requested'), 'T-EXECUTE', T0 + 200 * DAY_MS)).to.deep.include({
      paused: true,
      overdue: false,
    });
    writers.say('requesting', 'INFO_REPLY', { answers: [{ id: 'q1' }] }, T0 + 11 * DAY_MS);
    expect(dueAt(writers.of('requested'), 'T-EXECUTE', T0 + 20 * DAY_MS)).to.deep.include({
      paused: false,
      dueAt: before + 10 * DAY_MS,
    });
  });

  it('MLA-21: runs on while only something helpful is open', () => {
    const writers = start();
    writers.say('requested', 'INFO_REQUEST', { items: [{ id: 'q1', needed: false }] }, T0 + DAY_MS);
    expect(dueAt(writers.of('requested'), 'T-EXECUTE', T0 + 2 * DAY_MS)?.paused).to.equal(false);
  });

  it('MLA-30: stands still while the case is postponed; pauses that overlap count once', () => {
    const writers = start();
    const before = dueAt(writers.of('requested'), 'T-EXECUTE', T0)?.dueAt ?? 0;
    writers.say('requested', 'ACKNOWLEDGE', {}, T0);
    writers.say(
      'requested',
      'POSTPONE',
      { ground: 'G-ONGOING', review_date: '2026-06-01' },
      T0 + 10 * DAY_MS,
    );
    writers.say('requested', 'INFO_REQUEST', { items: [{ id: 'q1', needed: true }] }, T0 + 12 * DAY_MS);
    writers.say('requesting', 'INFO_REPLY', { answers: [{ id: 'q1' }] }, T0 + 15 * DAY_MS);
    expect(dueAt(writers.of('requested'), 'T-EXECUTE', T0 + 16 * DAY_MS)?.paused).to.equal(true);
    writers.say('requested', 'RESUME', {}, T0 + 20 * DAY_MS);
    expect(dueAt(writers.of('requested'), 'T-EXECUTE', T0 + 21 * DAY_MS)).to.deep.include({
      paused: false,
      dueAt: before + 10 * DAY_MS,
    });
  });

  it('MLA-29: starts anew with the first report on progress, and only with the first', () => {
    const writers = start();
    writers.say('requested', 'STATUS_REPORT', {}, T0 + 30 * DAY_MS);
    const once = dueAt(writers.of('requested'), 'T-EXECUTE', T0)?.dueAt;
    expect(once).to.equal(endOfPeriod(T0 + 30 * DAY_MS, { amount: 90, unit: 'days' }, 0));
    writers.say('requested', 'STATUS_REPORT', {}, T0 + 60 * DAY_MS);
    expect(dueAt(writers.of('requested'), 'T-EXECUTE', T0)?.dueAt).to.equal(once);
  });

  it('is reminded of ahead, at its time, and each time it comes round again, under a key that stays', () => {
    const current = start().of('requested');
    const keysAt = (now: number) =>
      resolve(current, NO_EVIDENCE, now)
        .reminders.filter(({ item }) => item.obligation.timer === 'T-SPEEDY')
        .map(({ key, at }) => [key.split('/')[1], at]);
    const due = Date.UTC(2026, 2, 12);
    expect(keysAt(due - 2 * DAY_MS)).to.deep.equal([]);
    expect(keysAt(due - DAY_MS)).to.deep.equal([[`T-SPEEDY@${due - DAY_MS}`, due - DAY_MS]]);
    expect(keysAt(due + DAY_MS)).to.deep.equal([[`T-SPEEDY@${due}`, due]]);
    expect(keysAt(due + 65 * DAY_MS)).to.deep.equal([[`T-SPEEDY@${due + 60 * DAY_MS}`, due + 60 * DAY_MS]]);
  });

  it('tells a number of ours from one of the law', () => {
    const current = start().of('requested');
    expect(dueAt(current, 'T-ACK', T0)?.bound).to.equal('default');
    expect(dueAt(current, 'T-SUGGESTED', T0)?.bound).to.equal('law');
  });

  it('D-20: is the debtor’s own period and offset where its pinned profile has them', () => {
    const { entries } = start();
    const [opening] = entries;
    const pins: PinnedProfiles = (profile) =>
      profile === opening?.header.recipientProfile
        ? {
            period: (timer) => (timer === 'T-ACK' ? { amount: 2, unit: 'days' } : undefined),
            offsetMinutes: (desk) => (desk === 'ca' ? -300 : 0),
            roleOf: () => undefined,
            declares: () => undefined,
          }
        : undefined;
    const current = fold(CARICOM, entries, pins);
    const owed = current?.obligations.find(({ timer }) => timer === 'T-ACK');
    expect(owed).to.deep.include({
      period: { amount: 2, unit: 'days' },
      periodFrom: 'profile',
      offsetMinutes: -300,
    });
    expect(current?.obligations.find(({ timer }) => timer === 'T-EXECUTE')?.periodFrom).to.equal(
      'instrument',
    );
    expect(
      current?.obligations.find(({ timer }) => timer === 'T-STILL-NEEDED'),
      'the other side’s duty',
    ).to.deep.include({
      offsetMinutes: 0,
    });
  });

  it('MLA-7: weighs less where a treaty governs', () => {
    const levelOf = (regime: typeof UNDER_TREATY) =>
      new CaseWriters({ ...request, regime })
        .of('requested')
        .obligations.find(({ timer }) => timer === 'T-EXECUTE')?.level;
    expect(levelOf(UNDER_CONVENTION)).to.equal('REMIND');
    expect(levelOf(UNDER_TREATY)).to.equal('WARN');
  });

  it('D-05: is shown as disputed, and no longer nagged about, once its debtor disputes it', () => {
    const writers = start();
    const opening = writers.of('requested').openedBy;
    writers.say('requested', 'NONCONFORMITY_NOTICE', {
      item: opening,
      paragraph: 'MLA-29',
      timer: 'T-EXECUTE',
    });
    const owed = dueAt(writers.of('requesting'), 'T-EXECUTE', T0 + 365 * DAY_MS);
    expect(owed).to.deep.include({ overdue: false, remindAt: [] });
    expect(owed?.obligation.state).to.equal('contested');
  });
});

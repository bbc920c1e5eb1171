import { INFO_CONTENT, MLA_CONTENT, UNDER_CONVENTION } from './case-histories.ts';
import { CaseWriters, T0 } from './case-writer.ts';

const DAY_MS = 86_400_000;
const day = (n: number): number => T0 + n * DAY_MS;

const refusal = {
  grounds: [{ id: 'g1', code: 'G-LEGAL-SYSTEM', provision_given: true, reasons_given: true, parts: ['m3'] }],
  scope: 'part',
  parts: ['m3'],
};

/** A request that is queried, granted under a condition, refused in part and executed. */
function granted(): CaseWriters {
  const writers = new CaseWriters({
    kind: 'mla.general',
    verb: 'REQUEST',
    content: MLA_CONTENT,
    regime: UNDER_CONVENTION,
  });
  writers.say('requested', 'ACKNOWLEDGE', {}, day(1));
  writers.say('requested', 'INFO_REQUEST', { items: [{ id: 'q1', needed: true }] }, day(2));
  writers.say('requesting', 'INFO_REPLY', { answers: [{ id: 'q1', outcome: 'answered' }] }, day(5));
  writers.say('requested', 'CONSULT_OPEN', { purpose: 'refusal' }, day(6));
  writers.say(
    'requested',
    'CONDITIONS_PROPOSE',
    { conditions: [{ id: 'c1', type: 'use', parts: ['m1'] }] },
    day(6),
  );
  writers.say('requesting', 'CONSULT_NOTE', { purpose: 'refusal' }, day(8));
  writers.say('requesting', 'CONDITIONS_ACCEPT', { conditions: ['c1'] }, day(8));
  writers.say('requested', 'CONSULT_CLOSE', { purpose: 'refusal', outcome: 'no_agreement' }, day(9));
  writers.say('requested', 'REFUSE', refusal, day(10));
  writers.say('requested', 'ACCEPT', { scope: 'part', parts: ['m1', 'm2'] }, day(10));
  const procedures = ['pr1', 'pr2'].map((id) => ({ id, followed: 'followed' }));
  const outcomes = ['m1', 'm2'].map((id) => ({ id, outcome: 'executed' }));
  writers.say('requested', 'RESULT', { outcomes, procedures, objects: [{ id: 'x1' }] }, day(40));
  writers.say('requesting', 'RESULT_RECEIPT', { objects: ['x1'], complete: true }, day(41));
  writers.say('requesting', 'CLOSE', {}, day(42));
  return writers;
}

/** A refusal that breaks rules crosses a withdrawal; one item between them is void. */
function crossed(): CaseWriters {
  const writers = new CaseWriters({
    kind: 'mla.general',
    verb: 'REQUEST',
    content: MLA_CONTENT,
    regime: UNDER_CONVENTION,
  });
  writers.say('requesting', 'STATUS_QUERY', {}, day(1));
  writers.write('requested', { verb: 'REFUSE', content: { grounds: [], bank_secrecy: true }, at: day(2) });
  writers.writeRejected('requesting', { verb: 'SUPPLEMENT', at: day(2) });
  writers.write('requesting', { verb: 'WITHDRAW', at: day(2) });
  writers.deliver();
  writers.say('requested', 'STATUS_REPORT', {}, day(3));
  writers.say('requesting', 'ACCEPT', {}, day(4));
  return writers;
}

/** Information under restrictions, of which one is lifted, and a disclosure for the defence. */
function transmitted(): CaseWriters {
  const writers = new CaseWriters({
    kind: 'info.spontaneous',
    verb: 'TRANSMIT',
    content: INFO_CONTENT,
    opener: 'requested',
  });
  writers.say(
    'requesting',
    'EXCULPATORY_NOTICE',
    { timing: 'prior', date: '2026-04-01', criminal: true },
    day(1),
  );
  writers.say('requested', 'CONSULT_OPEN', { purpose: 'exculpatory' }, day(2));
  writers.write('requested', { verb: 'CAVEAT_LIFT', content: { caveat: 'r2' }, at: day(3) });
  writers.write('requesting', { verb: 'CONSENT_REQUEST', at: day(3) });
  writers.deliver();
  writers.say('requested', 'CONSULT_CLOSE', { purpose: 'exculpatory', outcome: 'agreed' }, day(4));
  writers.say('requesting', 'CLOSE', {}, day(5));
  return writers;
}

/** Histories that are written down with what the fold makes of them. */
export const RECORDED: Readonly<Record<string, () => CaseWriters>> = { granted, crossed, transmitted };

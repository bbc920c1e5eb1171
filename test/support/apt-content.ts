import type { Case } from '../../protocol/case/case.ts';
import type { Fields } from '../../protocol/value.ts';

/** Contents that fit the case, by verb: what an officer would write who wants to get on. `n` varies them. */
export function aptContent(current: Case, verb: string, n: number): Fields {
  const apt = CONTENTS[verb];
  return apt === undefined ? {} : apt(current, n);
}

type Apt = (current: Case, n: number) => Fields;

const openParts = (current: Case) =>
  current.measures.filter(({ state }) => state === 'asked' || state === 'granted').map(({ id }) => id);

const onePart: Apt = (current, n) => {
  const parts = openParts(current);
  const part = parts[n % Math.max(1, parts.length)];
  return n % 3 === 0 || part === undefined ? {} : { scope: 'part', parts: [part] };
};

const procedures = (current: Case) =>
  [...new Set(current.measures.flatMap((part) => part.procedures))].map((id) => ({
    id,
    followed: 'followed',
  }));

const refusal: Apt = (current, n) => ({
  ...onePart(current, n),
  grounds: [
    {
      id: 'g1',
      code: n % 2 === 0 ? 'G-NO-DUAL-CRIM' : 'G-LEGAL-SYSTEM',
      coercive: true,
      conduct_punishable: false,
      purposes_note_given: true,
      provision_given: true,
      reasons_given: true,
    },
  ],
});

const purpose: Apt = (current, n) => {
  const open = current.dialogs.filter(({ dialog }) => dialog === 'consult');
  const purposes = open.map((dialog) => dialog.purpose ?? '');
  return {
    purpose: purposes[n % Math.max(1, purposes.length)] ?? ['refusal', 'postponement', 'costs'][n % 3] ?? '',
  };
};

const proposed: Apt = (current, n) => {
  const open = current.dialogs.filter(({ dialog }) => dialog === 'proposal');
  return { subject: open[n % Math.max(1, open.length)]?.purpose ?? 'logistics' };
};

const openConditions = (current: Case) =>
  current.conditions.filter(({ state }) => state === 'proposed').map(({ id }) => id);

const CONTENTS: Readonly<Record<string, Apt>> = {
  REQUEST: () => ({ measures: [{ id: 'm1', code: 'trace_for_evidence' }] }),
  INTAKE_REJECT: () => ({ reason: 'authenticity' }),
  OFFCHANNEL_NOTE: (_, n) => ({
    medium: n % 2 === 0 ? 'oral' : 'post',
    said_by: n % 3 === 0 ? 'us' : 'them',
  }),
  WRITTEN_CONFIRMATION: () => ({ measures: [{ id: 'm1', code: 'trace_for_evidence' }] }),
  INFO_REQUEST: (_, n) => ({ items: [{ id: `q${n % 4}`, needed: n % 3 !== 0 }] }),
  INFO_REPLY: (current) => ({
    answers: current.dialogs.flatMap(({ items }) => items.map(({ id }) => ({ id, outcome: 'answered' }))),
  }),
  DEADLINE_SUGGEST: () => ({ suggested_deadline: '2026-07-01', deadline_reasons_given: true }),
  ACCEPT: onePart,
  WITHDRAW: onePart,
  REFUSE: refusal,
  PARTIAL_RESULT: (current, n) => ({
    outcomes: openParts(current)
      .slice(0, n % 2)
      .map((id) => ({ id, outcome: 'executed' })),
    procedures: procedures(current),
    objects: [{ id: `x${n % 3}` }],
  }),
  RESULT: (current) => ({
    outcomes: openParts(current)
      .filter((id) => id !== 'whole')
      .map((id) => ({ id, outcome: 'executed' })),
    procedures: procedures(current),
    objects: [{ id: 'x0' }],
  }),
  POSTPONE: () => ({ ground: 'G-ONGOING', proceeding_kind: 'prosecution', review_date: '2026-06-01' }),
  CONSULT_OPEN: purpose,
  CONSULT_NOTE: purpose,
  CONSULT_CLOSE: (current, n) => ({ ...purpose(current, n), outcome: 'no_condition_possible' }),
  CONDITIONS_PROPOSE: (_, n) => ({
    conditions: [{ id: `c${n % 3}` }, ...(n % 2 === 0 ? [{ id: 'c9' }] : [])],
  }),
  CONDITIONS_ACCEPT: (current, n) => ({ conditions: openConditions(current).slice(n % 2) }),
  CONDITIONS_DECLINE: (current, n) => ({ conditions: openConditions(current).slice(n % 2) }),
  CONDITIONS_DETERMINE: (current, n) => ({
    ...onePart(current, n),
    determination: n % 2 === 0 ? 'provide' : 'provide_without',
    conditions: n % 2 === 0 ? [] : openConditions(current),
  }),
  PROPOSE: (_, n) => ({
    subject: ['cost_sharing', 'logistics', 'regime'][n % 3] ?? '',
    ...(n % 3 === 2 && { procedure: 'treaty_replaced_by_mla_9_29' }),
  }),
  AGREE: proposed,
  DECLINE: proposed,
  CONFIDENTIALITY_DIRECT: (_, n) => ({ direction: n % 4 === 0 ? 'withdraw' : 'proceed' }),
  CONSENT_REPLY: (_, n) => ({ decision: n % 2 === 0 ? 'grant' : 'deny' }),
  EXCULPATORY_NOTICE: (current) => ({
    timing: current.dialogs.some(({ dialog }) => dialog === 'exculpatory') ? 'disclosed' : 'prior',
  }),
  CAVEAT_LIFT: (current, n) => ({
    caveat: current.caveats[n % Math.max(1, current.caveats.length)]?.id.split('/')[1] ?? '',
  }),
  NONCONFORMITY_NOTICE: (current, n) => ({
    item: current.placed[n % current.placed.length]?.id ?? '',
    timer: 'T-EXECUTE',
  }),
  CORRECTION: (current, n) => ({ item: current.placed[n % current.placed.length]?.id ?? '' }),
};

import fc from 'fast-check';
import type { Case } from '../../protocol/case/case.ts';
import { judge } from '../../protocol/case/judge.ts';
import { permitted } from '../../protocol/case/permitted.ts';
import { CARICOM } from '../../protocol/convention/caricom/caricom.ts';
import type { Instrument, Side } from '../../protocol/convention/instrument.ts';
import type { Regime } from '../../protocol/item/act.ts';
import type { Fields } from '../../protocol/value.ts';
import { aptContent } from './apt-content.ts';
import { CaseWriters, pinnedBy, T0 } from './case-writer.ts';

const HOUR_MS = 3_600_000;

export const UNDER_CONVENTION: Regime = { legalBasis: [{ basis: 'convention' }], procedure: 'mla_9_29' };
export const UNDER_TREATY: Regime = { legalBasis: [{ basis: 'treaty' }], procedure: 'treaty' };

export const MLA_CONTENT: Fields = {
  measures: [
    { id: 'm1', code: 'records_originals_or_copies' },
    { id: 'm2', code: 'trace_for_evidence' },
    { id: 'm3', code: 'search_seizure_freezing' },
  ],
  particular_procedures: [{ id: 'pr1', measure: 'm1' }, { id: 'pr2' }],
  confidentiality: { required: true, until: '2027-06-30' },
  suggested_deadline: '2026-05-01',
  deadline_reasons_given: true,
};

export const INFO_CONTENT: Fields = {
  belief: ['helps_inquiries'],
  relies_on: ['SPI-1'],
  restrictions: [
    { id: 'r1', type: 'confidentiality', until: '2026-06-30' },
    { id: 'r2', type: 'use' },
  ],
};

export const anyOpening = fc.constantFrom(
  { kind: 'mla.general', verb: 'REQUEST', content: MLA_CONTENT, regime: UNDER_CONVENTION },
  {
    kind: 'mla.general',
    verb: 'REQUEST',
    content: MLA_CONTENT,
    regime: UNDER_TREATY,
    urgency: 'urgent' as const,
  },
  {
    ...{ kind: 'mla.general', verb: 'OFFCHANNEL_NOTE', regime: UNDER_CONVENTION },
    content: { medium: 'oral', said_by: 'us' },
  },
  {
    ...{ kind: 'mla.general', verb: 'OFFCHANNEL_NOTE', regime: UNDER_CONVENTION },
    content: { medium: 'oral', said_by: 'them' },
    opener: 'requested' as const,
  },
  { kind: 'info.spontaneous', verb: 'TRANSMIT', content: INFO_CONTENT, opener: 'requested' as const },
);

const someIds = (...ids: readonly string[]) => fc.subarray([...ids]);
const records = (ids: fc.Arbitrary<string[]>, more: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  ids.chain((chosen) =>
    fc.tuple(...chosen.map((id) => fc.record(more, { requiredKeys: [] }).map((rest) => ({ ...rest, id })))),
  );

/** Contents out of the words that the verbs know: some fit, some break a rule, some make no sense. */
const anyContent: fc.Arbitrary<Fields> = fc
  .record(
    {
      scope: fc.constantFrom('whole', 'part'),
      parts: someIds('m1', 'm2', 'm3', 'm9'),
      grounds: records(someIds('g1', 'g2'), {
        code: fc.constantFrom(
          'G-LEGAL-SYSTEM',
          'G-NO-DUAL-CRIM',
          'G-DC-DE-MINIMIS',
          'G-FISCAL',
          'X-BANK-SECRECY',
          'G-OTHER',
        ),
        parts: someIds('m1', 'm2', 'm3'),
        reasons_given: fc.boolean(),
        provision_given: fc.boolean(),
        explanation_given: fc.boolean(),
        purposes_note_given: fc.boolean(),
        coercive: fc.boolean(),
        conduct_punishable: fc.boolean(),
      }),
      outcomes: records(someIds('m1', 'm2', 'm3'), { outcome: fc.constant('executed') }),
      procedures: records(someIds('pr1', 'pr2'), { followed: fc.constant('followed') }),
      objects: fc.oneof(records(someIds('x1', 'x2'), {}), someIds('x1', 'x2', 'x9')),
      conditions: fc.oneof(records(someIds('c1', 'c2'), { parts: someIds('m1', 'm2') }), someIds('c1', 'c2')),
      replaces: someIds('c1', 'c2'),
      restrictions: records(someIds('r3'), { type: fc.constantFrom('confidentiality', 'use') }),
      items: records(someIds('q1', 'q2'), { needed: fc.boolean() }),
      answers: records(someIds('q1', 'q2', 'q9'), { outcome: fc.constant('answered') }),
      purpose: fc.constantFrom('refusal', 'postponement', 'costs', 'exculpatory'),
      outcome: fc.constantFrom('agreed', 'no_condition_possible', 'not_needed'),
      ground: fc.constantFrom('G-ONGOING', 'other'),
      proceeding_kind: fc.constant('prosecution'),
      review_date: fc.constant('2026-06-01'),
      reason: fc.constantFrom('authenticity', 'language'),
      direction: fc.constantFrom('proceed', 'withdraw'),
      determination: fc.constantFrom('provide', 'provide_without', 'withhold'),
      subject: fc.constantFrom('cost_sharing', 'regime'),
      procedure: fc.constantFrom('treaty', 'treaty_replaced_by_mla_9_29'),
      decision: fc.constantFrom('grant', 'deny'),
      timing: fc.constantFrom('prior', 'after', 'disclosed'),
      exceptional_reason_given: fc.boolean(),
      caveat: fc.constantFrom('r1', 'r2', 'C-CONF-REQ', 'c1'),
      from: fc.constant('2027-01-01'),
      case: fc.constant('00112233445566778899aabbccddeeff'),
      relation: fc.constant('related'),
      suggested_deadline: fc.constant('2026-08-01'),
      deadline_reasons_given: fc.boolean(),
      timer: fc.constantFrom('T-EXECUTE', 'T-ACK'),
      desk: fc.constantFrom('ca', 'police'),
    },
    { requiredKeys: [] },
  )
  .map((content) => content as unknown as Fields);

export interface Step {
  readonly side: Side;
  /** Keeps to what its node would let it sign; otherwise says whatever it likes. */
  readonly lawful: boolean;
  readonly choice: number;
  readonly contents: readonly Fields[];
  readonly hours: number;
  readonly deliver: readonly Side[] | undefined;
  /** The other side's node rejects it: there it is void. */
  readonly rejected?: boolean;
}

const anySide = fc.constantFrom<Side>('requesting', 'requested');

const anyDelivery = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: fc.constant<readonly Side[]>(['requesting', 'requested']) },
  fc.constant<readonly Side[]>(['requesting']),
  fc.constant<readonly Side[]>(['requested']),
);

export const anySteps = (
  lawful: fc.Arbitrary<boolean>,
  deliver: fc.Arbitrary<readonly Side[] | undefined> = anyDelivery,
  rejected: fc.Arbitrary<boolean> = fc.constant(false),
): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      rejected,
      side: anySide,
      lawful,
      choice: fc.noBias(fc.nat(1000)),
      contents: fc.array(anyContent, { minLength: 1, maxLength: 4 }),
      hours: fc.noBias(fc.integer({ min: 1, max: 200 })),
      deliver,
    }),
    { minLength: 4, maxLength: 24, size: 'max' },
  );

type Opening = ConstructorParameters<typeof CaseWriters>[0];

/** Plays the steps: each side writes on what it has seen, and the link delivers when a step says so. */
export function play(
  opening: Opening,
  steps: readonly Step[],
  instrument: Instrument = CARICOM,
): CaseWriters {
  const writers = new CaseWriters(opening, instrument);
  let at = T0;
  for (const step of steps) {
    at += step.hours * HOUR_MS;
    write(writers, step, at);
    if (step.deliver !== undefined) writers.deliver(...step.deliver);
  }
  return writers;
}

function write(writers: CaseWriters, step: Step, at: number): void {
  const current = writers.of(step.side);
  const { instrument } = current.history.rules;
  const lawful = step.lawful
    ? permitted(instrument, current, step.side, { at }).map(({ verb }) => verb)
    : undefined;
  const verbs = lawful ?? [...(instrument.kinds[current.kind]?.verbs ?? []), 'NO_SUCH_VERB'];
  const verb = verbs[step.choice % Math.max(1, verbs.length)];
  if (verb === undefined) return;
  const candidates = [aptContent(current, verb, step.hours), ...step.contents, {}];
  const content = step.lawful
    ? candidates.find((candidate) => isLawful(current, step.side, { verb, content: candidate }, at))
    : candidates[step.hours % 2];
  if (content === undefined) return;
  if (step.rejected === true) writers.writeRejected(step.side, { verb, content, at });
  else writers.write(step.side, { verb, content, at });
}

function isLawful(current: Case, side: Side, act: { verb: string; content: Fields }, at: number): boolean {
  const pinned = { ...pinnedBy(side), urgency: current.urgency };
  const findings = judge(current.history.rules.instrument, current, side, { act, at, pinned });
  return findings.every(({ level }) => level !== 'BLOCK');
}

import fc from 'fast-check';
import type { Case } from '../../protocol/case/case.ts';
import { judge } from '../../protocol/case/judge.ts';
import { permitted } from '../../protocol/case/permitted.ts';
import type { PinnedProfiles } from '../../protocol/case/rulebook.ts';
import { exampleContent, splitContent } from '../../protocol/convention/form.ts';
import type { Instrument, KindSpec, Side } from '../../protocol/convention/instrument.ts';
import { fieldsOf } from '../../protocol/convention/verb-in.ts';
import type { Fields } from '../../protocol/value.ts';
import { aptContent } from './apt-content.ts';
import { contentArbitrary } from './arbitrary-content.ts';
import { CaseWriters, pinnedBy, T0 } from './case-writer.ts';

const HOUR_MS = 3_600_000;
const SAMPLES = 3;

/** What an officer does next: keeps to what is permitted, or says whatever the kind knows. */
export interface Doing {
  readonly side: Side;
  readonly lawful: boolean;
  readonly choice: number;
  readonly hours: number;
  readonly deliver: boolean;
}

export const anyDoing: fc.Arbitrary<Doing> = fc.record({
  side: fc.constantFrom<Side>('requesting', 'requested'),
  lawful: fc.boolean(),
  choice: fc.noBias(fc.nat(100_000)),
  hours: fc.noBias(fc.integer({ min: 1, max: 500 })),
  deliver: fc.boolean(),
});

/** Profiles that declare something of everything, or nothing. */
export const profilesThat =
  (declare: string | boolean | undefined): PinnedProfiles =>
  () => ({
    period: () => undefined,
    offsetMinutes: () => 0,
    roleOf: () => 'CA',
    declares: () => declare,
  });

const made = new Map<string, readonly Fields[]>();

/** Act contents that the form of a verb allows, its examples first, the same in every run. */
function formContents(instrument: Instrument, kind: string, verb: string): readonly Fields[] {
  const key = `${instrument.id} ${kind} ${verb}`;
  const specs = fieldsOf(instrument, kind, verb) ?? [];
  const contents =
    made.get(key) ??
    [
      exampleContent(specs, 'en') as Fields,
      ...fc.sample(contentArbitrary(specs), { numRuns: SAMPLES, seed: 7 }),
    ].map((content) => splitContent(specs, content).act);
  made.set(key, contents);
  return contents;
}

/** Contents that may fit the case, in an order that the choice turns round; the emptiest last. */
function contentsFor(current: Case, verb: string, choice: number): readonly Fields[] {
  const { instrument } = current.history.rules;
  const apt = aptContent(current, verb, choice % 97);
  const forms = formContents(instrument, current.kind, verb);
  const all = [...forms.map((form) => ({ ...form, ...apt })), apt, ...forms];
  const turn = choice % all.length;
  return [...all.slice(turn), ...all.slice(0, turn), {}];
}

/** A case of a kind, opened by the verb that opens it. */
export function opened(
  instrument: Instrument,
  { kind, opensWith, unsolicited, regimes }: KindSpec,
  { choice = 0, pins }: { choice?: number; pins?: PinnedProfiles } = {},
): CaseWriters {
  const contents = formContents(instrument, kind, opensWith);
  const regime = { legalBasis: [{ basis: 'convention' }], procedure: regimes[0] ?? 'article_only' };
  return new CaseWriters(
    {
      ...{ kind, verb: opensWith, content: contents[choice % contents.length] ?? {} },
      ...(unsolicited ? { opener: 'requested' } : { regime }),
    },
    instrument,
    pins,
  );
}

/** Each side does what it does, on what it has seen. */
export function act(writers: CaseWriters, doings: readonly Doing[]): void {
  let at = T0;
  for (const doing of doings) {
    at += doing.hours * HOUR_MS;
    actOnce(writers, doing, at);
    if (doing.deliver) writers.deliver();
  }
}

function actOnce(writers: CaseWriters, { side, lawful, choice }: Doing, at: number): void {
  const current = writers.of(side);
  const { instrument } = current.history.rules;
  const verbs = lawful
    ? permitted(instrument, current, side, { at }).map(({ verb }) => verb)
    : (instrument.kinds[current.kind]?.verbs ?? []);
  const verb = verbs[choice % Math.max(1, verbs.length)];
  if (verb === undefined) return;
  const contents = contentsFor(current, verb, choice);
  const content = lawful
    ? contents.find((candidate) => mayLeave(current, side, { verb, content: candidate }, at))
    : contents[choice % contents.length];
  if (content !== undefined) writers.write(side, { verb, content, at });
}

/** Whether an honest node lets its officer sign this. */
function mayLeave(current: Case, side: Side, said: { verb: string; content: Fields }, at: number): boolean {
  const pinned = { ...pinnedBy(side), urgency: current.urgency };
  const findings = judge(current.history.rules.instrument, current, side, { act: said, at, pinned });
  return findings.every(({ level }) => level !== 'BLOCK');
}

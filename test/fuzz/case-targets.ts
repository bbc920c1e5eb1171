import { createHash } from 'node:crypto';
import type { Case, FoldEntry } from '../../protocol/case/case.ts';
import { addEntry, fold, placeNext } from '../../protocol/case/fold.ts';
import { judge } from '../../protocol/case/judge.ts';
import { permitted } from '../../protocol/case/permitted.ts';
import { NO_EVIDENCE, resolve } from '../../protocol/case/resolve.ts';
import type { ProfilePins } from '../../protocol/case/rulebook.ts';
import { toInstant } from '../../protocol/control/instant.ts';
import { CARICOM } from '../../protocol/convention/instruments.ts';
import { type Act, actCodec } from '../../protocol/item/act.ts';
import { TIMES } from '../../protocol/limits.ts';
import type { Hex } from '../../protocol/value.ts';
import { RECORDED } from '../support/recorded-cases.ts';
import { join } from '../support/wire-surgery.ts';
import { mutateAct } from './mutate-content.ts';
import { behind, MESSAGE, type Target } from './target.ts';

/** What a partner may sign, whatever it says: the case goes on, and can be shown. */
const histories = Object.values(RECORDED).map((play) => play().entries);

/** Number of the history, of its item that says something else, and the act that stands there instead. */
const corpus = histories.flatMap((entries, history) =>
  entries.flatMap(({ act }, index) =>
    act === undefined ? [] : [join([Uint8Array.of(history, index), actCodec.encode(act)])],
  ),
);

/** The longest periods and the farthest offsets that a profile may declare. */
const farthest: ProfilePins = {
  period: () => ({ amount: 100_000, unit: 'days' }),
  offsetMinutes: (desk) => (desk === 'ca' ? 14 * 60 : -14 * 60),
  roleOf: () => 'CA',
  declares: () => true,
};

const PINNED = { senderProfile: '00', recipientProfile: '01', recipient: { party: 'JM', authority: 'ca' } };

function digestOf(bytes: Uint8Array): Hex {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Items that name one name another one, once it has changed. */
function renamed(entry: FoldEntry, from: Hex, to: Hex): FoldEntry {
  const { previous, seen } = entry.header;
  const header = {
    ...entry.header,
    ...(previous === from && { previous: to }),
    ...(seen === from && { seen: to }),
  };
  return { ...entry, header };
}

function withAct(entries: readonly FoldEntry[], index: number, act: Act, id: Hex): FoldEntry[] {
  const old = entries[index];
  return entries.map((entry, at) =>
    at === index ? { ...entry, id, act } : renamed(entry, old?.id ?? '', id),
  );
}

/** Folds at once and item by item, and asks of the case all that a node does. */
function takeHistory(entries: readonly FoldEntry[], act: Act): void {
  const whole = fold(CARICOM, entries, () => farthest);
  if (whole === undefined) return;
  let current: Case | undefined;
  for (const entry of entries) {
    const next = current && (placeNext(current, entry) ?? addEntry(current, entry));
    current = next ?? fold(CARICOM, [entry], () => farthest);
  }
  if (current !== undefined && current.digest !== whole.digest) throw new TypeError('two folds differ');
  look(whole, act);
}

function look(current: Case, act: Act): void {
  for (const at of [current.openedAt, TIMES.timeMax]) {
    const { dueItems } = resolve(current, NO_EVIDENCE, at);
    for (const { dueAt } of dueItems) if (dueAt !== undefined) toInstant(dueAt);
    for (const side of ['requesting', 'requested'] as const) {
      permitted(CARICOM, current, side, { at });
      judge(CARICOM, current, side, { act, at, pinned: { ...PINNED, urgency: current.urgency } });
    }
  }
}

export const caseTargets: readonly Target[] = [
  {
    name: 'case, with an act of a partner exchanged',
    corpus,
    mutate: behind(2, [...MESSAGE, mutateAct, mutateAct, mutateAct, mutateAct]),
    share: 100,
    take: (input) => {
      const act = actCodec.decode(input.subarray(2));
      const entries = histories[(input[0] ?? 0) % histories.length] ?? [];
      takeHistory(withAct(entries, (input[1] ?? 0) % entries.length, act, digestOf(input)), act);
      return undefined;
    },
  },
];

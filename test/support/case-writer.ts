import { createHash } from 'node:crypto';
import type { Case, FoldEntry } from '../../protocol/case/case.ts';
import { nextChainFields, openingChainFields } from '../../protocol/case/chain-fields.ts';
import { addEntry, fold } from '../../protocol/case/fold.ts';
import { otherSide } from '../../protocol/case/state.ts';
import type { Instrument, Side, Urgency } from '../../protocol/convention/instrument.ts';
import { CARICOM } from '../../protocol/convention/caricom/caricom.ts';
import { digestOfInstrument } from '../../protocol/convention/digest.ts';
import type { Regime } from '../../protocol/item/act.ts';
import type { Header } from '../../protocol/item/header.ts';
import type { Fields, Hex, Time } from '../../protocol/value.ts';

const DAY_MS = 86_400_000;
export const T0: Time = Date.UTC(2026, 2, 1, 9, 0, 0);

const digestOf = (text: string): Hex => createHash('sha256').update(text).digest('hex');

export const PARTIES: Readonly<Record<Side, string>> = { requesting: 'GD', requested: 'JM' };

/** The pinned instrument's digest is the same in all of a test's cases; it costs some milliseconds. */
const digests = new WeakMap<Instrument, Hex>();
const digestOfPinned = (instrument: Instrument): Hex => {
  const known = digests.get(instrument) ?? digestOfInstrument(instrument);
  digests.set(instrument, known);
  return known;
};

export interface Said {
  readonly verb: string;
  readonly content?: Fields;
  readonly regime?: Regime;
  readonly at?: Time;
  /** Overrides for what honest authors do not write. */
  readonly header?: Partial<Header>;
}

interface Opening extends Said {
  readonly kind: string;
  readonly opener?: Side;
  readonly urgency?: Urgency;
  readonly caseId?: Hex;
}

/** The entry of an opening act, with the ids and digests that its node would give it. */
export function openingEntry(opening: Opening, instrument: Instrument = CARICOM): FoldEntry {
  const caseId = opening.caseId ?? digestOf(`case of ${opening.kind}`).slice(0, 32);
  const side = opening.opener ?? 'requesting';
  const chain = openingChainFields(caseId, digestOfPinned(instrument));
  return entryOf({ ...opening, side, kind: opening.kind, caseId, instrument }, chain);
}

/** The entry of the next act of a side that has seen all that its case holds. */
export function nextEntry(current: Case, side: Side, said: Said): FoldEntry {
  const chain = nextChainFields(current, side);
  const { kind, caseId, urgency } = current;
  return entryOf(
    { ...said, side, kind, caseId, urgency, instrument: current.history.rules.instrument },
    chain,
  );
}

interface Written extends Said {
  readonly side: Side;
  readonly kind: string;
  readonly caseId: Hex;
  readonly urgency?: Urgency;
  readonly instrument: Instrument;
}

function entryOf(written: Written, chain: ReturnType<typeof openingChainFields>): FoldEntry {
  const { side, kind, verb, at = T0 + chain.sequence * 60_000 } = written;
  const content = written.content ?? {};
  const act = {
    kind,
    verb,
    paragraphs: [],
    exercise: false,
    content,
    quotes: [],
    extensions: [],
    ...(written.regime === undefined ? {} : { regime: written.regime }),
  };
  const header: Header = {
    network: 'test',
    sender: { party: PARTIES[side], authority: 'ca' },
    recipient: { party: PARTIES[otherSide(side)], authority: 'ca' },
    caseId: written.caseId,
    urgency: written.urgency ?? 'routine',
    createdAt: at,
    expiresAt: at + 30 * DAY_MS,
    instrument: digestOfPinned(written.instrument),
    catalogue: digestOf('catalogue'),
    senderProfile: digestOf(`profile ${PARTIES[side]}`),
    recipientProfile: digestOf(`profile ${PARTIES[otherSide(side)]}`),
    act: digestOf(
      JSON.stringify(act, (_, value: unknown) => (value instanceof Uint8Array ? [...value] : value)),
    ),
    body: digestOf('body'),
    attachments: [],
    extensions: [],
    ...chain,
    ...written.header,
  };
  return { id: digestOf(JSON.stringify(header)), header, act };
}

/** Two States and the link between them, which holds back what is not delivered yet. */
export class CaseWriters {
  readonly entries: FoldEntry[] = [];
  readonly #instrument: Instrument;
  readonly #cases: Record<Side, Case | undefined> = { requesting: undefined, requested: undefined };
  readonly #underWay: Record<Side, FoldEntry[]> = { requesting: [], requested: [] };

  constructor(opening: Opening, instrument: Instrument = CARICOM) {
    this.#instrument = instrument;
    const entry = openingEntry(opening, instrument);
    const side = opening.opener ?? 'requesting';
    this.entries.push(entry);
    this.#cases[side] = fold(instrument, [entry]);
    this.#underWay[otherSide(side)].push(entry);
    this.deliver();
  }

  /** The case as a side has it. */
  of(side: Side): Case {
    const current = this.#cases[side];
    if (current === undefined) throw new Error(`the ${side} side has no case yet`);
    return current;
  }

  /** A side says something, on what it has seen. It is under way until `deliver`. */
  write(side: Side, said: Said): FoldEntry {
    const entry = nextEntry(this.of(side), side, said);
    this.entries.push(entry);
    this.#cases[side] = addEntry(this.of(side), entry);
    this.#underWay[otherSide(side)].push(entry);
    return entry;
  }

  /** A side says something that the other side's node rejects: there only the header counts, and the author does not know. */
  writeRejected(side: Side, said: Said): FoldEntry {
    const entry = this.write(side, said);
    this.#underWay[otherSide(side)].pop();
    this.#underWay[otherSide(side)].push({ id: entry.id, header: entry.header });
    return entry;
  }

  /** A side says something and the other side has it at once. */
  say(side: Side, verb: string, content: Fields = {}, at?: Time): FoldEntry {
    const entry = this.write(side, { verb, content, ...(at === undefined ? {} : { at }) });
    this.deliver();
    return entry;
  }

  /** Everything that is under way to both sides, or to one, arrives. */
  deliver(...to: readonly Side[]): void {
    for (const side of to.length === 0 ? (['requesting', 'requested'] as const) : to) {
      for (const entry of this.#underWay[side].splice(0)) this.#receive(side, entry);
    }
  }

  #receive(side: Side, entry: FoldEntry): void {
    const known = this.#cases[side];
    this.#cases[side] = known === undefined ? fold(this.#instrument, [entry]) : addEntry(known, entry);
  }
}

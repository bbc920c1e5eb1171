import { createHash } from 'node:crypto';
import type { Case, FoldEntry } from '../../protocol/case/case.ts';
import { nextChainFields, openingChainFields } from '../../protocol/case/chain-fields.ts';
import { addEntry, fold } from '../../protocol/case/fold.ts';
import type { PinnedProfiles } from '../../protocol/case/rulebook.ts';
import { otherSide } from '../../protocol/case/state.ts';
import type { Instrument, Side, Urgency } from '../../protocol/convention/instrument.ts';
import { CARICOM } from '../../protocol/convention/caricom/caricom.ts';
import { digestOfInstrument } from '../../protocol/convention/digest.ts';
import type { Act, Regime } from '../../protocol/item/act.ts';
import type { Header } from '../../protocol/item/header.ts';
import type { Fields, Hex, Time } from '../../protocol/value.ts';

const DAY_MS = 86_400_000;
export const T0: Time = Date.UTC(2026, 2, 1, 9, 0, 0);

const digestOf = (text: string): Hex => createHash('sha256').update(text).digest('hex');

const PARTIES: Readonly<Record<Side, string>> = { requesting: 'GD', requested: 'JM' };

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
  readonly quotes?: Act['quotes'];
  readonly at?: Time;
  /** Another kind than that of the case. */
  readonly otherKind?: string;
  /** Overrides for what honest authors do not write. */
  readonly header?: Partial<Header>;
}

interface Opening extends Said {
  readonly kind: string;
  readonly opener?: Side;
  readonly urgency?: Urgency;
  readonly caseId?: Hex;
}

/** Digests of the profiles by which a side goes, and whom it addresses. */
export function pinnedBy(side: Side): Pick<Header, 'senderProfile' | 'recipientProfile' | 'recipient'> {
  return {
    recipient: { party: PARTIES[otherSide(side)], authority: 'ca' },
    senderProfile: digestOf(`profile ${PARTIES[side]}`),
    recipientProfile: digestOf(`profile ${PARTIES[otherSide(side)]}`),
  };
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
    kind: written.otherKind ?? kind,
    verb,
    paragraphs: [],
    exercise: false,
    content,
    quotes: written.quotes ?? [],
    extensions: [],
    ...(written.regime === undefined ? {} : { regime: written.regime }),
  };
  const header: Header = {
    network: 'test',
    sender: { party: PARTIES[side], authority: 'ca' },
    caseId: written.caseId,
    urgency: written.urgency ?? 'routine',
    createdAt: at,
    expiresAt: at + 30 * DAY_MS,
    instrument: digestOfPinned(written.instrument),
    catalogue: digestOf('catalogue'),
    ...pinnedBy(side),
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

interface Replica {
  current: Case | undefined;
  readonly underWay: FoldEntry[];
}

/** Two States and the link between them, which holds back what is not delivered yet. */
export class CaseWriters {
  readonly entries: FoldEntry[] = [];
  readonly #instrument: Instrument;
  readonly #pins: PinnedProfiles | undefined;
  readonly #replicas: Record<Side, Replica>;

  /** Opens a case that both sides have; or goes on from where two others stand, apart from them. */
  constructor(start: Opening | CaseWriters, instrument: Instrument = CARICOM, pins?: PinnedProfiles) {
    this.#instrument = instrument;
    this.#pins = pins;
    const replicaOf = (side: Side): Replica =>
      start instanceof CaseWriters
        ? { current: start.#replicas[side].current, underWay: [...start.#replicas[side].underWay] }
        : { current: undefined, underWay: [] };
    this.#replicas = { requesting: replicaOf('requesting'), requested: replicaOf('requested') };
    if (start instanceof CaseWriters) {
      this.entries.push(...start.entries);
      return;
    }
    const entry = openingEntry(start, instrument);
    const side = start.opener ?? 'requesting';
    this.entries.push(entry);
    this.#replicas[side].current = fold(instrument, [entry], pins);
    this.#replicas[otherSide(side)].underWay.push(entry);
    this.deliver();
  }

  /** The case as a side has it. */
  of(side: Side): Case {
    const { current } = this.#replicas[side];
    if (current === undefined) throw new Error(`the ${side} side has no case yet`);
    return current;
  }

  /** A side says something, on what it has seen. It is under way until `deliver`. */
  write(side: Side, said: Said): FoldEntry {
    const entry = nextEntry(this.of(side), side, said);
    this.entries.push(entry);
    this.#replicas[side].current = addEntry(this.of(side), entry);
    this.#replicas[otherSide(side)].underWay.push(entry);
    return entry;
  }

  /**
   * A side says something that the other side's node rejects: there only the header counts, and the author
   * does not know.
   */
  writeRejected(side: Side, said: Said): FoldEntry {
    const entry = this.write(side, said);
    const { underWay } = this.#replicas[otherSide(side)];
    underWay.splice(-1, 1, { id: entry.id, header: entry.header });
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
      for (const entry of this.#replicas[side].underWay.splice(0)) this.#receive(side, entry);
    }
  }

  #receive(side: Side, entry: FoldEntry): void {
    const replica = this.#replicas[side];
    const known = replica.current;
    replica.current =
      known === undefined ? fold(this.#instrument, [entry], this.#pins) : addEntry(known, entry);
  }
}

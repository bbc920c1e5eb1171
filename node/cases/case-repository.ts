import { envelopeCodec, type Envelope } from '../../protocol/item/envelope.ts';
import type { Hex } from '../../protocol/value.ts';
import type { Operation } from '../storage/change.ts';
import { joinKey, keyNumber, keysUnder, splitKey } from '../storage/keys.ts';
import type { Store } from '../storage/store.ts';
import type { CaseSummary, ChainFacts, ItemPlace, Origin } from './case-records.ts';
import type { CaseKey } from './dependencies.ts';
import { decodeRow, encodeRow } from './row.ts';

/** An item as it lies in its chain. */
export interface StoredItem {
  readonly origin: Origin;
  readonly sequence: number;
  readonly facts: ChainFacts;
  /** The envelope without its body. */
  readonly bytes: Uint8Array;
}

export interface CaseRepository {
  summary(caseId: Hex): Promise<CaseSummary | undefined>;
  summaries(caseIds: readonly Hex[]): Promise<(CaseSummary | undefined)[]>;
  chains(caseId: Hex): Promise<StoredItem[]>;
  place(itemId: Hex): Promise<ItemPlace | undefined>;
  /** The whole item, or without its body if that has been erased. */
  envelope(itemId: Hex): Promise<StoredEnvelope | undefined>;
  putSummary(summary: CaseSummary): Operation;
  /** The rows of an item; without a body only its place in the chain. */
  putItem(caseId: Hex, item: StoredItem, body?: SealedParts): Operation[];
  /** The row of an item that turns out to be void: the rest of it stays as it is. */
  putVoid(caseId: Hex, item: StoredItem): Operation;
  /** The rows of an item that loses its place to another one: it stays, beside the chain. */
  setApart(caseId: Hex, item: StoredItem): Promise<Operation[]>;
  /** The item in this place of a chain. */
  inChain(caseId: Hex, origin: Origin, sequence: number): Promise<StoredItem | undefined>;
}

export interface StoredEnvelope {
  readonly place: ItemPlace;
  readonly envelope: Envelope;
  readonly withheld: boolean;
}

export interface SealedParts {
  readonly key: CaseKey;
  readonly bodyBytes: Uint8Array;
  readonly bodySalt: Uint8Array;
}

/** Items, bodies and summaries of cases, each in its own keyspace. */
export function createCaseRepository(store: Store): CaseRepository {
  const cases = store.keyspace('cases');
  const chains = store.keyspace('chains');
  const items = store.keyspace('items');

  const place = async (itemId: Hex) => {
    const row = await items.get(itemId);
    return row && decodeRow<ItemPlace>(row);
  };

  return {
    summary: async (caseId) => readSummary(await cases.get(caseId)),
    summaries: async (caseIds) => (await cases.getMany(caseIds)).map(readSummary),

    async chains(caseId) {
      const found: StoredItem[] = [];
      for await (const { key, value } of chains.scan(keysUnder(caseId))) {
        const [, origin, sequence = ''] = splitKey(key);
        found.push(storedItem(origin as Origin, keyNumber(sequence), value));
      }
      return found;
    },

    inChain: async (caseId, origin, sequence) => {
      const row = await chains.get(joinKey(caseId, origin, sequence));
      return row && storedItem(origin, sequence, row);
    },

    place: async (itemId) => (await place(itemId))?.facts,

    async envelope(itemId) {
      const found = await place(itemId);
      if (found === undefined) return undefined;
      const { caseId, origin, sequence, apart } = found.facts;
      const row = await chains.get(chainKey(caseId, { origin, sequence, facts: { itemId, apart } }));
      const { bytes } = storedItem(origin, sequence, row ?? missing());
      const envelope = envelopeCodec.decode(bytes);
      const [sealed] = found.parts;
      const key = sealed && (await store.caseKeys.find(caseId));
      if (sealed === undefined || key === undefined) return { place: found.facts, envelope, withheld: true };
      const [bodySalt, bodyBytes] = splitBody(key.open(itemId, sealed));
      return { place: found.facts, envelope: { ...envelope, bodySalt, bodyBytes }, withheld: false };
    },

    putSummary: (summary) => cases.put(summary.caseId, Buffer.from(JSON.stringify(summary))),

    putVoid: (caseId, { origin, sequence, facts, bytes }) =>
      chains.put(joinKey(caseId, origin, sequence), encodeRow({ ...facts, void: true }, bytes)),

    async setApart(caseId, { origin, sequence, facts, bytes }) {
      const apart = { ...facts, void: true, apart: 'displaced' } as const;
      const where: ItemPlace = { caseId, origin, sequence, apart: true };
      const [sealed] = (await place(facts.itemId))?.parts ?? [];
      return [
        chains.remove(joinKey(caseId, origin, sequence)),
        chains.put(chainKey(caseId, { origin, sequence, facts: apart }), encodeRow(apart, bytes)),
        items.put(facts.itemId, encodeRow(where, ...(sealed === undefined ? [] : [sealed]))),
      ];
    },

    putItem(caseId, { origin, sequence, facts, bytes }, body) {
      const where: ItemPlace = { caseId, origin, sequence, ...(facts.apart && { apart: true }) };
      const sealed = body === undefined ? [] : [seal(facts.itemId, body)];
      return [
        chains.put(chainKey(caseId, { origin, sequence, facts }), encodeRow(facts, bytes)),
        items.put(facts.itemId, encodeRow(where, ...sealed)),
      ];
    },
  };
}

/** What stands beside a chain has its id in its key, behind the place that another one has. */
function chainKey(
  caseId: Hex,
  {
    origin,
    sequence,
    facts,
  }: Pick<StoredItem, 'origin' | 'sequence'> & { readonly facts: { itemId: Hex; apart?: unknown } },
): string {
  const place = joinKey(caseId, origin, sequence);
  return facts.apart === undefined ? place : joinKey(place, facts.itemId);
}

function storedItem(origin: Origin, sequence: number, row: Uint8Array): StoredItem {
  const { facts, parts } = decodeRow<ChainFacts>(row);
  return { origin, sequence, facts, bytes: parts[0] ?? missing() };
}

const saltBytes = 32;

function seal(itemId: Hex, { key, bodySalt, bodyBytes }: SealedParts): Uint8Array {
  return key.seal(itemId, Buffer.concat([bodySalt, bodyBytes]));
}

function splitBody(plain: Uint8Array): [Uint8Array, Uint8Array] {
  return [plain.subarray(0, saltBytes), plain.subarray(saltBytes)];
}

function readSummary(row: Uint8Array | undefined): CaseSummary | undefined {
  return row && (JSON.parse(Buffer.from(row).toString('utf8')) as CaseSummary);
}

function missing(): never {
  throw new Error('an item without its place in a chain');
}

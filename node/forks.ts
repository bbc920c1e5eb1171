import { toInstant } from '../protocol/control/instant.ts';
import type { Warning } from '../protocol/control/warnings.ts';
import { ComityError } from '../protocol/errors.ts';
import { signedProfileCodec } from '../protocol/identity/profile.ts';
import type { Signature } from '../protocol/identity/keys.ts';
import { forkCodec, forkOf, openFork } from '../protocol/item/fork.ts';
import type { Header } from '../protocol/item/header.ts';
import { openEnvelope } from '../protocol/item/item.ts';
import type { Hex, Time } from '../protocol/value.ts';
import type { Clock } from './clock.ts';
import type { Directory } from './directory/directory.ts';
import type { Log } from './log.ts';
import { joinKey } from './storage/keys.ts';
import type { Store } from './storage/store.ts';

/** An item whose authority has signed its header. */
export interface SignedItem {
  readonly headerBytes: Uint8Array;
  readonly header: Header;
  readonly authority: Signature;
}

/** Two items that a party, a partner or this node itself, has signed for one place of a chain. */
export interface KnownFork {
  readonly party: string;
  readonly caseId: Hex;
  readonly sequence: number;
  readonly items: readonly [Hex, Hex];
  readonly at: Time;
}

export interface Forks {
  /** Keeps the proof, if the two are one; the first for each place. What is none is not kept. */
  note(one: SignedItem, other: SignedItem): Promise<void>;
  list(): Promise<KnownFork[]>;
  /** A `Fork`, which anybody verifies without a node. @throws ComityError `not-found` */
  proof(itemId: Hex): Promise<Uint8Array>;
  warnings(): Promise<Warning[]>;
}

export interface ForkDependencies {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly directory: Pick<Directory, 'signedProfile'>;
}

/** More are in the store, and in the record. */
const LISTED_MAX = 200;

type Row = KnownFork & { readonly proof: string };

export function createForks({ store, clock, log, directory }: ForkDependencies): Forks {
  const rows = store.keyspace('forks');
  const read = async (limit: number): Promise<Row[]> => {
    const found: Row[] = [];
    for await (const { value } of rows.scan({ limit })) {
      found.push(JSON.parse(Buffer.from(value).toString('utf8')) as Row);
    }
    return found.sort((a, b) => a.at - b.at);
  };
  const signed = ({ headerBytes, header, authority }: SignedItem) => {
    const profile = directory.signedProfile(header.senderProfile);
    return profile && { headerBytes, authority, profile: signedProfileCodec.decode(profile) };
  };

  return {
    async note(one, other) {
      const [first, second] = [signed(one), signed(other)];
      if (first === undefined || second === undefined) return;
      const proof = forkCodec.encode(forkOf(first, second));
      const opened = unlessRefused(() => openFork(proof));
      if (opened === undefined) return;
      const { caseId, sequence, sender } = one.header;
      const key = joinKey(caseId, store.hashKey('fork', sender.party), sequence);
      if (await rows.has(key)) return;
      const at = clock.now();
      const known: KnownFork = { party: sender.party, caseId, sequence, items: opened.items, at };
      const row: Row = { ...known, proof: Buffer.from(proof).toString('base64') };
      const detail = { caseId, sequence, items: [...opened.items] };
      await store.commit({
        operations: [rows.put(key, Buffer.from(JSON.stringify(row)))],
        events: [{ type: 'case.forked', at, subject: caseId, actor: sender.party, detail }],
      });
      log.error({ partner: sender.party, caseId, sequence }, 'two items are signed for one place of a chain');
    },
    list: () => read(LISTED_MAX),
    async proof(itemId) {
      const row = (await read(-1)).find(({ items }) => items.includes(itemId));
      if (row !== undefined) return new Uint8Array(Buffer.from(row.proof, 'base64'));
      const sentence = 'No fork with this item is on file — see: comity fork list.';
      throw new ComityError('not-found', sentence, { details: { itemId } });
    },
    async warnings() {
      return (await read(LISTED_MAX)).map(({ party, caseId, sequence, at }) => ({
        code: 'forked' as const,
        subject: party,
        message: `${party} has signed two items as number ${String(sequence)} of case ${caseId} (${toInstant(at)}).`,
      }));
    },
  };
}

/** An item that a partner shows; undefined for what is none. */
export function itemIn(bytes: Uint8Array): SignedItem | undefined {
  return unlessRefused(() => openEnvelope(bytes));
}

function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ComityError) return undefined;
    throw error;
  }
}

import type { Warning } from '../protocol/control/warnings.ts';
import { ComityError } from '../protocol/errors.ts';
import { toHex } from '../protocol/hash.ts';
import type { Profile } from '../protocol/identity/profile.ts';
import type { Hex, Time } from '../protocol/value.ts';
import type { AuditRecord } from './audit/record.ts';
import type { Clock } from './clock.ts';
import { type BackupDependencies, makeBackup, type OwnPassphrase } from './make-backup.ts';
import type { HomeFacts, OpenHome } from './open-home.ts';

/** Makes backups, and knows which was the last one that arrived where it was to go. */
export interface Backups {
  /** @throws ComityError `keystore-damaged`, `wrong-passphrase`. */
  make(passphrase: OwnPassphrase | undefined): AsyncIterable<Uint8Array>;
  /**
   * Who asked for it has read it back from its disk and found this digest.
   * @returns when it was made. @throws ComityError `not-found`
   */
  stored(digest: Hex, actor: string): Promise<Time>;
  warnings(): Promise<Warning[]>;
}

export interface BackupsDependencies extends BackupDependencies {
  readonly record: Pick<AuditRecord, 'list'>;
  /** Of this node, as it is published now. */
  readonly profile: () => Profile;
  readonly warnAfterMs: number;
}

/**
 * Row of `meta`: when the last backup was made that arrived, if there ever was one; and the keys that the
 * profile had then, or when the node was first started.
 */
interface Row {
  readonly createdAt?: Time;
  readonly keys: readonly Hex[];
}

const KEY = 'backup';
const DAY_MS = 24 * 60 * 60 * 1000;
/** Backups that were made and of which nobody has said that they were stored. */
const PENDING_MAX = 8;

/** What backups of this node are made of. */
export function backupsOf(
  { home, facts, clock }: { readonly home: string; readonly facts: HomeFacts; readonly clock: Clock },
  opened: OpenHome & Pick<BackupsDependencies, 'profile'>,
): BackupsDependencies {
  const warnAfterMs = facts.config.backup.warnAfterDays * DAY_MS;
  return { home, marker: facts.marker, clock, warnAfterMs, ...opened };
}

/** Notes what keys there are, if nothing is on file of them. */
export async function openBackups(dependencies: BackupsDependencies): Promise<Backups> {
  const { storage, clock, profile } = dependencies;
  const meta = storage.keyspace('meta');
  const pending = new Map<Hex, Required<Row>>();
  const put = (row: Row) => meta.put(KEY, Buffer.from(JSON.stringify(row)));
  const read = async (): Promise<Row | undefined> => {
    const row = await meta.get(KEY);
    return row && (JSON.parse(Buffer.from(row).toString()) as Row);
  };
  if ((await read()) === undefined) await storage.commit({ operations: [put({ keys: keysIn(profile()) })] });

  return {
    make: async function* (passphrase) {
      // Before anything is read: a key that changes meanwhile may not be in it.
      const made = { createdAt: clock.now(), keys: keysIn(profile()) };
      const digest = yield* makeBackup(dependencies, passphrase);
      pending.set(toHex(digest), made);
      const [oldest] = pending.keys();
      if (pending.size > PENDING_MAX && oldest !== undefined) pending.delete(oldest);
    },

    stored: async (digest, actor) => {
      const made = pending.get(digest);
      if (made === undefined) {
        throw new ComityError(
          'not-found',
          'The daemon has made no such backup since it was started: make another one.',
        );
      }
      const { createdAt } = made;
      await storage.commit({
        operations: [put(made)],
        events: [{ type: 'backup.stored', at: clock.now(), actor, subject: digest, detail: { createdAt } }],
      });
      pending.delete(digest);
      return createdAt;
    },

    warnings: async () => {
      const last = await read();
      return [...(await ageWarnings(dependencies, last)), ...keyWarnings(profile(), last)];
    },
  };
}

async function ageWarnings(
  { record, clock, warnAfterMs }: BackupsDependencies,
  last: Row | undefined,
): Promise<Warning[]> {
  const since = last?.createdAt ?? (await firstEvent(record)) ?? clock.now();
  const days = Math.floor((clock.now() - since) / DAY_MS);
  if (clock.now() - since < warnAfterMs) return [];
  const message =
    last?.createdAt === undefined
      ? `No backup was ever made of this node, which is ${days} days old.`
      : `The latest backup is ${days} days old.`;
  return [{ code: last?.createdAt === undefined ? 'backup-missing' : 'backup-old', message }];
}

function keyWarnings(profile: Profile, last: Row | undefined): Warning[] {
  const present = keysIn(profile);
  const { keys = [], createdAt } = last ?? {};
  if (keys.join() === present.join()) return [];
  const since =
    createdAt === undefined
      ? 'and there is no backup'
      : `since the latest backup, of ${new Date(createdAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return [{ code: 'backup-behind-keys', message: `Keys of this node have changed, ${since}.` }];
}

/** All that a restored node may lack: what signs now, what is announced, and the State key it is under. */
function keysIn({ stateKey, node, desks }: Profile): Hex[] {
  const lists = [node.receiptKeys, node.recordKeys, ...desks.map(({ keys }) => keys)];
  const open = lists.flat().filter(({ until, revokedAt }) => until === undefined && revokedAt === undefined);
  const nodeKeys = [node.peerId, ...(node.nextPeerId === undefined ? [] : [node.nextPeerId])];
  return [stateKey.publicKey, ...nodeKeys, ...open.map(({ publicKey }) => publicKey)];
}

async function firstEvent(record: Pick<AuditRecord, 'list'>): Promise<Time | undefined> {
  for await (const { event } of record.list({ limit: 1 })) return event?.at;
  return undefined;
}

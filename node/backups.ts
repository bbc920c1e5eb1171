import type { Warning } from '../protocol/control/warnings.ts';
import { ComityError } from '../protocol/errors.ts';
import { toHex } from '../protocol/hash.ts';
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
  readonly warnAfterMs: number;
}

/** Row of `meta`. */
const KEY = 'backup';
const DAY_MS = 24 * 60 * 60 * 1000;
/** Backups that were made and of which nobody has said that they were stored. */
const PENDING_MAX = 8;

/** What backups of this node are made of. */
export function backupsOf(
  { home, facts, clock }: { readonly home: string; readonly facts: HomeFacts; readonly clock: Clock },
  opened: OpenHome,
): BackupsDependencies {
  const warnAfterMs = facts.config.backup.warnAfterDays * DAY_MS;
  return { home, marker: facts.marker, clock, warnAfterMs, ...opened };
}

export function createBackups(dependencies: BackupsDependencies): Backups {
  const { storage, clock, warnAfterMs } = dependencies;
  const meta = storage.keyspace('meta');
  const pending = new Map<Hex, Time>();

  return {
    make: async function* (passphrase) {
      const createdAt = clock.now();
      const digest = yield* makeBackup(dependencies, passphrase);
      pending.set(toHex(digest), createdAt);
      const [oldest] = pending.keys();
      if (pending.size > PENDING_MAX && oldest !== undefined) pending.delete(oldest);
    },

    stored: async (digest, actor) => {
      const createdAt = pending.get(digest);
      if (createdAt === undefined) {
        throw new ComityError(
          'not-found',
          'The daemon has made no such backup since it was started: make another one.',
        );
      }
      await storage.commit({
        operations: [meta.put(KEY, Buffer.from(JSON.stringify({ createdAt })))],
        events: [{ type: 'backup.stored', at: clock.now(), actor, subject: digest, detail: { createdAt } }],
      });
      pending.delete(digest);
      return createdAt;
    },

    warnings: async () => {
      const row = await meta.get(KEY);
      const last =
        row === undefined ? undefined : (JSON.parse(Buffer.from(row).toString()) as { createdAt: Time });
      const since = last?.createdAt ?? (await firstEvent(dependencies.record)) ?? clock.now();
      const days = Math.floor((clock.now() - since) / DAY_MS);
      if (clock.now() - since < warnAfterMs) return [];
      return last === undefined
        ? [
            {
              code: 'backup-missing',
              message: `No backup was ever made of this node, which is ${days} days old.`,
            },
          ]
        : [{ code: 'backup-old', message: `The latest backup is ${days} days old.` }];
    },
  };
}

async function firstEvent(record: Pick<AuditRecord, 'list'>): Promise<Time | undefined> {
  for await (const { event } of record.list({ limit: 1 })) return event?.at;
  return undefined;
}

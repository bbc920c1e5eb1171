import { ComityError } from '../../protocol/errors.ts';
import type { Change } from './change.ts';
import type { Keyspace } from './keyspace.ts';
import type { KeyspaceName } from './keyspaces.ts';

/** Rows carry it, so a migration rewrites only what it changes. At most 255. */
const SCHEMA_VERSION = 1;

/** What a migration may do: read everything, and hand out changes. */
export interface MigrationSource {
  keyspace(name: KeyspaceName): Keyspace;
}

/**
 * From one schema version to the next. Its changes are committed one by one and the version last of all, so
 * it must bear being started again after any of them.
 */
export interface Migration {
  readonly from: number;
  changes(source: MigrationSource): AsyncIterable<Change>;
}

/** One per schema version that was ever released, never removed. */
const MIGRATIONS: readonly Migration[] = [];

/** A version of the schema, and the steps that lead to it. */
export interface Schema {
  readonly version: number;
  readonly migrations: readonly Migration[];
}

export const SCHEMA: Schema = { version: SCHEMA_VERSION, migrations: MIGRATIONS };

/** The steps from a stored version to the current one. @throws ComityError('newer-schema') */
export function pendingMigrations(stored: number, schema: Schema): Migration[] {
  if (stored > schema.version) {
    throw new ComityError(
      'newer-schema',
      `This home was last used by a newer comity (schema ${stored}, this one knows ${schema.version}): ` +
        'install that version again.',
      { details: { stored, known: schema.version } },
    );
  }
  return Array.from({ length: schema.version - stored }, (_, step) => {
    const migration = schema.migrations.find(({ from }) => from === stored + step);
    if (migration === undefined) throw new Error(`no migration from schema ${stored + step}`);
    return migration;
  });
}

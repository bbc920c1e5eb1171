import { join } from 'node:path';

/** Folder of the database in a home. */
export function databaseFolder(home: string): string {
  return join(home, 'database');
}

/** The file outside the database that says how far it was. */
export function sentinelPath(home: string): string {
  return join(home, 'sentinel.json');
}

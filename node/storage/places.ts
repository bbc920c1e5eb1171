import { join } from 'node:path';

/** Folder of the database in a home. */
export function databaseFolder(home: string): string {
  return join(home, 'database');
}

/** The file outside the database that says how far it was. */
export function sentinelPath(home: string): string {
  return join(home, 'sentinel.json');
}

/** The file that is there while old tables have not been looked at. */
export function uncheckedPath(home: string): string {
  return join(home, 'unchecked');
}

/** The file that keeps space for the moment when there is none. */
export function ballastPath(home: string): string {
  return join(home, 'ballast');
}

/** The file that says what was erased. */
export function erasureListPath(home: string): string {
  return join(home, 'erasures.list');
}

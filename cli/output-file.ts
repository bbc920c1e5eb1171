import { writeFileSync } from 'node:fs';
import { ComityError } from '../protocol/errors.ts';

/** Writes what a command hands out. @throws ComityError `usage` */
export function writeOutputFile(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw new ComityError('usage', `${file} can't be written (${code}) — name another file`, { cause });
  }
}

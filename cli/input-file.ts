import { readFileSync, statSync } from 'node:fs';
import { ComityError } from '../protocol/errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this account may not read it',
};

/** The bytes of a file that was named on the command line. @throws ComityError `usage` */
export function readInputFile(path: string, bytesMax: number): Uint8Array {
  try {
    if (statSync(path).size > bytesMax) {
      throw new ComityError('usage', `${path} is larger than ${bytesMax} bytes — is it the right file?`);
    }
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof ComityError) throw cause;
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw new ComityError('usage', `${path} can't be read: ${REASONS[code] ?? code} — name another file`, {
      cause,
    });
  }
}

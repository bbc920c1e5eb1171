import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { ComityError } from '../../protocol/errors.ts';
import { fromHex } from '../../protocol/hash.ts';
import { type BackupEntry, backupDamaged, decodeEntries } from './entry.ts';
import { FRAME_BYTES_MAX, FRAME_HEAD_BYTES, frameKey, openFrame } from './frames.ts';
import { type BackupHeader, decodeHeader, HEADER_HEAD_BYTES, headerLength } from './header.ts';

const DIGEST_BYTES = 32;

/** A backup whose beginning was read. */
export interface OpenedBackup {
  readonly header: BackupHeader;
  /**
   * All that is in it, in order; every part is authenticated before it is given, and the end is there.
   * @throws ComityError `backup-damaged`, `backup-incomplete`.
   */
  entries(storeKey: Uint8Array): AsyncIterable<Exclude<BackupEntry, { kind: 'end' }>>;
  close(): Promise<void>;
}

/** @throws ComityError `no-backup` (nothing there, or another file), `backup-damaged`, `backup-incomplete`. */
export async function openBackup(path: string): Promise<OpenedBackup> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    const { code = 'unknown error' } = cause as NodeJS.ErrnoException;
    throw new ComityError('no-backup', `${path} can't be read (${code}): name another file.`, { cause });
  });
  try {
    const head = await readAt(file, 0, HEADER_HEAD_BYTES);
    const text = await readAt(file, HEADER_HEAD_BYTES, headerLength(head));
    const header = decodeHeader(text);
    const start = Buffer.concat([head, text]);
    return {
      header,
      entries: (storeKey) => readEntries(file, start, frameKey(storeKey, fromHex(header.salt), start)),
      close: () => file.close(),
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function* readEntries(
  file: FileHandle,
  start: Buffer,
  key: ReturnType<typeof frameKey>,
): AsyncGenerator<Exclude<BackupEntry, { kind: 'end' }>> {
  const hash = createHash('sha256').update(start);
  const found = { file: 0, row: 0 };
  for (let at = start.length, number = 0, last = false; ; number++) {
    if (last) {
      await assertEnd(file, at, hash.digest());
      return;
    }
    const head = await readAt(file, at, FRAME_HEAD_BYTES);
    const length = head.readUInt32BE(0);
    last = head.readUInt8(4) === 1;
    if (length > FRAME_BYTES_MAX) throw backupDamaged(`part ${number + 1} of it is longer than it can be`);
    const sealed = await readAt(file, at + FRAME_HEAD_BYTES, length);
    hash.update(head).update(sealed);
    at += FRAME_HEAD_BYTES + length;
    for (const entry of decodeEntries(openFrame(key, number, { sealed, last }))) {
      if (entry.kind === 'end') assertCounts(entry, found);
      else {
        found[entry.kind] += 1;
        yield entry;
      }
    }
  }
}

function assertCounts(
  { files, rows }: { readonly files: number; readonly rows: number },
  found: { readonly file: number; readonly row: number },
): void {
  if (files !== found.file || rows !== found.row) throw backupDamaged('parts of it are missing');
}

async function assertEnd(file: FileHandle, at: number, digest: Buffer): Promise<void> {
  const found = await readAt(file, at, DIGEST_BYTES);
  const { size } = await file.stat();
  if (!found.equals(digest) || size !== at + DIGEST_BYTES)
    throw backupDamaged('its end is not as it was written');
}

/** @throws ComityError `backup-incomplete` */
async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  for (let filled = 0; filled < length;) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, position + filled);
    if (bytesRead === 0) {
      throw new ComityError(
        'backup-incomplete',
        'The backup is not complete: its end is missing, as when making it was interrupted. Use another one.',
      );
    }
    filled += bytesRead;
  }
  return bytes;
}

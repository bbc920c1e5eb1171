import { createHash } from 'node:crypto';
import { pipe } from 'it-pipe';
import { fromHex } from '../../protocol/hash.ts';
import type { BackupEntry } from './entry.ts';
import { frameKey, intoFrames, sealFrames } from './frames.ts';
import { type BackupHeader, encodeHeader } from './header.ts';

export interface BackupSource {
  readonly header: BackupHeader;
  readonly storeKey: Uint8Array;
  /** Without the end, which is counted here. */
  readonly entries: AsyncIterable<BackupEntry>;
}

/**
 * The bytes of a backup, made as they are taken: header, sealed frames, and SHA-256 of all of it, by which
 * anybody can tell a whole copy from a cut or changed one. Gives the digest at the end.
 */
export async function* backupBytes(source: BackupSource): AsyncGenerator<Uint8Array, Buffer> {
  const header = encodeHeader(source.header);
  const key = frameKey(source.storeKey, fromHex(source.header.salt), header);
  const hash = createHash('sha256').update(header);
  yield header;
  for await (const frame of pipe(withEnd(source.entries), intoFrames, sealFrames(key))) {
    hash.update(frame);
    yield frame;
  }
  const digest = hash.digest();
  yield digest;
  return digest;
}

async function* withEnd(entries: AsyncIterable<BackupEntry>): AsyncGenerator<BackupEntry> {
  let [files, rows] = [0, 0];
  for await (const entry of entries) {
    if (entry.kind === 'file') files += 1;
    else rows += 1;
    yield entry;
  }
  yield { kind: 'end', files, rows };
}

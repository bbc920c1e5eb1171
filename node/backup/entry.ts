import { ComityError } from '../../protocol/errors.ts';

/** What a backup holds: a file of the home, a row of the store, and at the end how many there were of both. */
export type BackupEntry =
  | { readonly kind: 'file'; readonly name: string; readonly value: Uint8Array }
  | { readonly kind: 'row'; readonly keyspace: string; readonly key: string; readonly value: Uint8Array }
  | { readonly kind: 'end'; readonly files: number; readonly rows: number };

/** An entry is `kind 1 ‖ three parts`, each part after its length in 4 bytes. */
const KINDS = ['file', 'row', 'end'] as const;
const LENGTH_BYTES = 4;

function partsOf(entry: BackupEntry): readonly Uint8Array[] {
  if (entry.kind === 'file') return [Buffer.from(entry.name), Buffer.alloc(0), entry.value];
  if (entry.kind === 'row') return [Buffer.from(entry.keyspace), Buffer.from(entry.key), entry.value];
  return [Buffer.from(String(entry.files)), Buffer.from(String(entry.rows)), Buffer.alloc(0)];
}

export function encodeEntry(entry: BackupEntry): Buffer {
  const parts = partsOf(entry).flatMap((part) => {
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(part.length);
    return [length, part];
  });
  return Buffer.concat([Buffer.from([KINDS.indexOf(entry.kind)]), ...parts]);
}

/** The entries in the plain bytes of a frame. @throws ComityError `backup-damaged` */
export function* decodeEntries(frame: Buffer): Generator<BackupEntry> {
  let at = 0;
  const part = (): Buffer => {
    const from = at + LENGTH_BYTES;
    const end = from <= frame.length ? from + frame.readUInt32BE(at) : Infinity;
    if (end > frame.length) throw backupDamaged('a part of it is longer than it can be');
    at = end;
    return frame.subarray(from, end);
  };
  while (at < frame.length) {
    const kind = KINDS[frame.readUInt8(at++)];
    const [first, second, value] = [part().toString(), part().toString(), part()];
    if (kind === 'file') yield { kind, name: first, value };
    else if (kind === 'row') yield { kind, keyspace: first, key: second, value };
    else if (kind === 'end') yield { kind, files: Number(first), rows: Number(second) };
    else throw backupDamaged('it has a part of an unknown kind');
  }
}

export function backupDamaged(why: string): ComityError<'backup-damaged'> {
  return new ComityError('backup-damaged', `The backup is damaged: ${why}. Use another one.`);
}

import { ComityError } from '../../protocol/errors.ts';
import type { Time } from '../../protocol/value.ts';
import { backupDamaged } from './entry.ts';

/**
 * The beginning of a backup, in the clear: `magic ‖ length 4 ‖ JSON`. Whoever has the file learns whose it
 * is and when it was made; all else is under the passphrase of the keystore in it.
 */
export interface BackupHeader {
  readonly party: string;
  readonly network: string;
  readonly createdAt: Time;
  readonly release: string;
  /** Schema of the rows. */
  readonly schema: number;
  /** Makes the key of the backup one of its own. Hexadecimal. */
  readonly salt: string;
  /** The keystore of the node, as a file: it opens the backup, and becomes that of the restored home. */
  readonly keystore: string;
}

const MAGIC = Buffer.from('COMITY BACKUP 1\n');
export const HEADER_HEAD_BYTES = MAGIC.length + 4;
/** A keystore has at most 256 Ki characters. */
const HEADER_BYTES_MAX = 1024 * 1024;

export function encodeHeader(header: BackupHeader): Buffer {
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([MAGIC, length, text]);
}

/** Bytes of the JSON that follows. @throws ComityError `no-backup` */
export function headerLength(head: Buffer): number {
  const isOurs = head.length === HEADER_HEAD_BYTES && head.subarray(0, MAGIC.length).equals(MAGIC);
  const length = isOurs ? head.readUInt32BE(MAGIC.length) : 0;
  if (length > 0 && length <= HEADER_BYTES_MAX) return length;
  throw new ComityError(
    'no-backup',
    'This file is no backup of a node, or its beginning is damaged: name another.',
  );
}

/** @throws ComityError `backup-damaged` */
export function decodeHeader(text: Buffer): BackupHeader {
  try {
    const header = JSON.parse(text.toString()) as Partial<BackupHeader> | null;
    const { party, network, createdAt, release, schema, salt, keystore } = header ?? {};
    const texts = [party, network, release, salt, keystore].every((part) => typeof part === 'string');
    const numbers = [createdAt, schema].every((part) => Number.isSafeInteger(part));
    if (texts && numbers) return header as BackupHeader;
  } catch {
    // Said below.
  }
  throw backupDamaged('its beginning makes no sense');
}

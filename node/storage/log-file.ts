import { crc32c, maskedCrc } from './crc32c.ts';

/**
 * LevelDB's logs of changes and of files (MANIFEST), in the format of its doc/log_format.md: blocks of 32 KiB
 * in which each fragment is `masked CRC-32C 4 ‖ length 2 ‖ type 1 ‖ data`. LevelDB skips what is damaged in
 * a log when it opens, goes on with what follows, and deletes the log: so it is looked at before.
 */
const BLOCK_BYTES = 32 * 1024;
const HEAD_BYTES = 7;
const LENGTH_AT = 4;
const TYPE_AT = 6;
const FULL = 1;
const FIRST = 2;
const LAST = 4;

/**
 * `sound`: all of it is as it was written. `torn`: the end is missing, as after a power failure. `damaged`:
 * something that was written before what follows it is not as it was written.
 */
export type LogState = 'sound' | 'torn' | 'damaged';

export interface LogFile {
  readonly state: LogState;
  /** The records before the fault, whole ones only. */
  readonly records: readonly Buffer[];
}

interface Fragment {
  readonly type: number;
  readonly data: Buffer;
  readonly end: number;
}

export function readLogFile(file: Buffer): LogFile {
  const records: Buffer[] = [];
  let parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    at = afterPadding(file, at);
    if (at >= file.length) return { state: parts.length === 0 ? 'sound' : 'torn', records };
    const fragment = fragmentAt(file, at);
    if (fragment === undefined || startsRecord(fragment) !== (parts.length === 0)) {
      return { state: anythingAfter(file, at) ? 'damaged' : 'torn', records };
    }
    parts.push(fragment.data);
    if (fragment.type === FULL || fragment.type === LAST) {
      records.push(Buffer.concat(parts));
      parts = [];
    }
    at = fragment.end;
  }
}

function startsRecord({ type }: Fragment): boolean {
  return type === FULL || type === FIRST;
}

/** Less than a head at the end of a block is filled up. */
function afterPadding(file: Buffer, at: number): number {
  const left = BLOCK_BYTES - (at % BLOCK_BYTES);
  return left < HEAD_BYTES ? Math.min(at + left, file.length) : at;
}

/** Nothing where no whole fragment stands whose checksum fits. */
function fragmentAt(file: Buffer, at: number): Fragment | undefined {
  const data = at + HEAD_BYTES;
  if (data > file.length) return undefined;
  const end = data + file.readUInt16LE(at + LENGTH_AT);
  const type = file.readUInt8(at + TYPE_AT);
  const blockEnd = at - (at % BLOCK_BYTES) + BLOCK_BYTES;
  if (end > Math.min(blockEnd, file.length) || type < FULL || type > LAST) return undefined;
  if (file.readUInt32LE(at) !== maskedCrc(crc32c(file, at + TYPE_AT, end))) return undefined;
  return { type, data: file.subarray(data, end), end };
}

/**
 * Whether a fragment stands behind a fault: right behind what the damaged one claims to be, or at the
 * beginning of a later block.
 */
function anythingAfter(file: Buffer, fault: number): boolean {
  if (fault + HEAD_BYTES <= file.length) {
    const next = afterPadding(file, fault + HEAD_BYTES + file.readUInt16LE(fault + LENGTH_AT));
    if (fragmentAt(file, next) !== undefined) return true;
  }
  const nextBlock = fault - (fault % BLOCK_BYTES) + BLOCK_BYTES;
  for (let block = nextBlock; block < file.length; block += BLOCK_BYTES) {
    if (fragmentAt(file, block) !== undefined) return true;
  }
  return false;
}

import { crc32c, maskedCrc } from './crc32c.ts';

/**
 * The checksums of a table file of LevelDB, which LevelDB itself does not look at when it reads: a flipped
 * bit in a key makes a row vanish, one in a length ends the process. The format is that of LevelDB's
 * doc/table_format.md: blocks, each `contents ‖ type 1 ‖ masked CRC-32C 4`, an index block that names the
 * data blocks, a metaindex block that names the filter, a footer of 48 bytes that names both.
 */
const FOOTER_BYTES = 48;
const TRAILER_BYTES = 5;
const MAGIC = 0xdb4775248b80fb57n;
const UNCOMPRESSED = 0;
const VARINT_BYTES_MAX = 10;

/** Where a block lies; its trailer follows. */
interface BlockHandle {
  readonly offset: number;
  readonly size: number;
}

class Damage extends Error {}

/**
 * Whether every block of the table is there, whole and as it was written, and nothing else is in the file.
 */
export function isSoundTable(file: Buffer): boolean {
  try {
    const footer = footerOf(file);
    const listed = [footer.metaindex, footer.index].flatMap((handle) => [handle, ...handlesIn(file, handle)]);
    const data = listed.filter((handle) => handle !== footer.metaindex && handle !== footer.index);
    for (const handle of data) checkBlock(file, handle);
    const covered = listed.reduce((sum, { size }) => sum + size + TRAILER_BYTES, FOOTER_BYTES);
    return covered === file.length;
  } catch (error) {
    if (error instanceof Damage) return false;
    throw error;
  }
}

function footerOf(file: Buffer): { readonly metaindex: BlockHandle; readonly index: BlockHandle } {
  if (file.length < FOOTER_BYTES || file.readBigUInt64LE(file.length - 8) !== MAGIC) throw new Damage();
  const reader = new Reader(file, file.length - FOOTER_BYTES, file.length - 8);
  const footer = { metaindex: reader.handle(), index: reader.handle() };
  // The rest is filled up: a bit there means nothing, and yet the disk has changed it.
  while (!reader.atEnd()) if (reader.byte() !== 0) throw new Damage();
  return footer;
}

/** Verifies a block; what it says may be believed then. */
function checkBlock(file: Buffer, { offset, size }: BlockHandle): void {
  const end = offset + size;
  if (end + TRAILER_BYTES > file.length - FOOTER_BYTES) throw new Damage();
  if (file.readUInt32LE(end + 1) !== maskedCrc(crc32c(file, offset, end + 1))) throw new Damage();
}

/** The blocks that an index block names. */
function handlesIn(file: Buffer, handle: BlockHandle): BlockHandle[] {
  checkBlock(file, handle);
  const { offset, size } = handle;
  if (size < 4 || file[offset + size] !== UNCOMPRESSED) throw new Damage();
  const restarts = file.readUInt32LE(offset + size - 4);
  const reader = new Reader(file, offset, offset + size - 4 - restarts * 4);
  const handles: BlockHandle[] = [];
  while (!reader.atEnd()) {
    reader.varint();
    const keyBytes = reader.varint();
    reader.varint();
    reader.advance(keyBytes);
    handles.push(reader.handle());
  }
  return handles;
}

/** Reads LevelDB's numbers within bounds. */
class Reader {
  readonly #bytes: Buffer;
  readonly #end: number;
  #at: number;

  constructor(bytes: Buffer, from: number, end: number) {
    this.#bytes = bytes;
    this.#at = from;
    this.#end = end;
  }

  atEnd(): boolean {
    return this.#at >= this.#end;
  }

  advance(count: number): void {
    this.#at += count;
    if (this.#at > this.#end) throw new Damage();
  }

  handle(): BlockHandle {
    return { offset: this.varint(), size: this.varint() };
  }

  byte(): number {
    this.advance(1);
    return this.#bytes.readUInt8(this.#at - 1);
  }

  varint(): number {
    let value = 0;
    for (let index = 0; index < VARINT_BYTES_MAX; index++) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** (7 * index);
      if (byte < 128 && Number.isSafeInteger(value)) return value;
    }
    throw new Damage();
  }
}

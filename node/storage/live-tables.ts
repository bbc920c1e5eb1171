/**
 * The tables that LevelDB's list of files names, before LevelDB is opened. A record of the list is one edit:
 * a sequence of numbered fields, of which those about tables count here (db/version_edit.cc).
 */
const NUMBERS: Readonly<Record<number, readonly FieldPart[]>> = {
  1: ['text'],
  2: ['number'],
  3: ['number'],
  4: ['number'],
  5: ['number', 'text'],
  6: ['number', 'number'],
  7: ['number', 'number', 'number', 'text', 'text'],
  9: ['number'],
};

type FieldPart = 'number' | 'text';

const DELETED_TABLE = 6;
const NEW_TABLE = 7;

/** Numbers of the tables that count after these edits; nothing if an edit makes no sense. */
export function liveTables(edits: readonly Buffer[]): number[] | undefined {
  const live = new Set<number>();
  for (const edit of edits) {
    const fields = fieldsOf(edit);
    if (fields === undefined) return undefined;
    for (const { tag, table } of fields) if (tag === DELETED_TABLE) live.delete(table);
    for (const { tag, table } of fields) if (tag === NEW_TABLE) live.add(table);
  }
  return [...live];
}

interface Field {
  readonly tag: number;
  readonly table: number;
}

function fieldsOf(edit: Buffer): Field[] | undefined {
  const reader = new EditReader(edit);
  const fields: Field[] = [];
  while (!reader.atEnd()) {
    const tag = reader.varint();
    const parts = NUMBERS[tag];
    if (parts === undefined) return undefined;
    const numbers = parts.map((part) => reader.part(part));
    fields.push({ tag, table: numbers[1] ?? 0 });
  }
  return reader.overrun ? undefined : fields;
}

class EditReader {
  overrun = false;
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  atEnd(): boolean {
    return this.overrun || this.#at >= this.#bytes.length;
  }

  part(part: FieldPart): number {
    const number = this.varint();
    if (part === 'text') this.#at += number;
    if (this.#at > this.#bytes.length) this.overrun = true;
    return number;
  }

  varint(): number {
    for (let value = 0, factor = 1; ; factor *= 128) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined || factor > Number.MAX_SAFE_INTEGER) {
        this.overrun = true;
        return 0;
      }
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }
}

/** A stored row: facts as JSON, and bytes beside them that no JSON has to carry. */
export interface Row<Facts> {
  readonly facts: Facts;
  readonly parts: readonly Uint8Array[];
}

/** Each part behind its length in four bytes; the facts are the first part. */
export function encodeRow(facts: object, ...parts: readonly Uint8Array[]): Uint8Array {
  const all = [Buffer.from(JSON.stringify(facts)), ...parts];
  const out = Buffer.allocUnsafe(all.reduce((sum, part) => sum + 4 + part.length, 0));
  let offset = 0;
  for (const part of all) {
    out.writeUInt32BE(part.length, offset);
    out.set(part, offset + 4);
    offset += 4 + part.length;
  }
  return out;
}

/**
 * Reads what `encodeRow` wrote: this node's own rows, authenticated by the store, are taken at their word.
 */
export function decodeRow<Facts>(row: Uint8Array): Row<Facts> {
  const bytes = Buffer.from(row.buffer, row.byteOffset, row.length);
  const parts: Uint8Array[] = [];
  for (let offset = 0; offset < bytes.length;) {
    const end = offset + 4 + bytes.readUInt32BE(offset);
    parts.push(new Uint8Array(row.buffer, row.byteOffset + offset + 4, end - offset - 4));
    offset = end;
  }
  const [facts, ...rest] = parts;
  if (facts === undefined) throw new Error('a row without facts');
  return { facts: JSON.parse(Buffer.from(facts).toString('utf8')) as Facts, parts: rest };
}

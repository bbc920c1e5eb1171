/** Items of one group on the wire, each behind its length in four bytes. */
export function joinGroup(items: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    items.flatMap((item) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(item.length);
      return [length, item];
    }),
  );
}

export function splitGroup(frame: Uint8Array): Uint8Array[] {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const items: Uint8Array[] = [];
  for (let at = 0; at < frame.length;) {
    const length = view.getUint32(at);
    items.push(frame.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return items;
}

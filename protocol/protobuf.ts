/** The generated messages, configured, and how they are read: nothing else may import `gen/`. */
import protobuf from 'protobufjs/minimal.js';
import './protobuf-settings.ts';

export { comity } from './gen/messages.js';

const readTag = Object.getOwnPropertyDescriptor(protobuf.Reader.prototype, 'tag')?.value as () => number;

/**
 * A reader over the bytes that gives up after so many fields. Two bytes can claim a hundred on the heap, so a
 * limit on bytes alone does not bound what an unread message costs.
 *
 * @throws RangeError while it is read.
 */
export function openReader(bytes: Uint8Array, fieldsMax: number): protobuf.Reader {
  let left = fieldsMax;
  const reader = protobuf.Reader.create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  reader.tag = function countedTag() {
    left -= 1;
    if (left < 0) throw new RangeError(`more than ${fieldsMax} fields`);
    return readTag.call(this);
  };
  return reader;
}

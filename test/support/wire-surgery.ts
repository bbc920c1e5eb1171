import { comity } from '../../protocol/protobuf.ts';

/** One field as it lies in the bytes: number, wire type, and all its bytes with the tag. */
export interface RawField {
  readonly number: number;
  readonly wireType: number;
  readonly bytes: Uint8Array;
}

export function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

/** A varint of the same value in one byte more. */
export function longVarint(value: number): number[] {
  const short = varint(value);
  return [...short.slice(0, -1), (short.at(-1) ?? 0) + 128, 0];
}

export function delimited(number: number, content: Uint8Array): Uint8Array {
  return join([Uint8Array.from([...varint(number * 8 + 2), ...varint(content.length)]), content]);
}

export function numeric(number: number, value: number): Uint8Array {
  return Uint8Array.from([...varint(number * 8), ...varint(value)]);
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

function readVarint(bytes: Uint8Array, at: number): [value: number, next: number] {
  let value = 0;
  let factor = 1;
  for (let index = at; ; index += 1, factor *= 128) {
    const byte = bytes[index] ?? 0;
    value += (byte % 128) * factor;
    if (byte < 128) return [value, index + 1];
  }
}

/** The fields at the top of a message that is known to be well formed. */
export function rawFields(bytes: Uint8Array): RawField[] {
  const fields: RawField[] = [];
  for (let at = 0; at < bytes.length;) {
    const [tag, afterTag] = readVarint(bytes, at);
    const [value, afterValue] = readVarint(bytes, afterTag);
    const end = tag % 8 === 2 ? afterValue + value : afterValue;
    fields.push({ number: Math.floor(tag / 8), wireType: tag % 8, bytes: bytes.slice(at, end) });
    at = end;
  }
  return fields;
}

type MessageName = {
  [Name in keyof typeof comity]: (typeof comity)[Name] extends { encode: unknown } ? Name : never;
}[keyof typeof comity];

/** The bytes of a message with some fields changed as no codec of ours would change them. */
export function edited(
  name: MessageName,
  bytes: Uint8Array,
  edit: (message: Record<string, unknown>) => void,
): Uint8Array {
  const type = comity[name] as {
    decode(bytes: Uint8Array): object;
    encode(message: object): { finish(): Uint8Array };
  };
  const message = type.decode(Buffer.from(bytes));
  edit(message as Record<string, unknown>);
  return new Uint8Array(type.encode(message).finish());
}

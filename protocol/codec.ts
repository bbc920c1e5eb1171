import type { Reader, Writer } from 'protobufjs/minimal.js';
import { ComityError } from './errors.ts';
import { plain, sameBytes } from './hash.ts';
import { openReader } from './protobuf.ts';
import { rejection } from './rejection.ts';

/** Between a domain type and its bytes on the wire. */
export interface Codec<T> {
  readonly name: string;
  readonly bytesMax: number;
  /** @throws ComityError `malformed` or `too-large`, if the partner would refuse it. */
  readonly encode: (value: T) => Uint8Array;
  /**
   * Takes only what `encode` would have written: no unknown field, no explicit default, no other order.
   * What it gives may share memory with the bytes.
   *
   * @throws ComityError `malformed`, `too-large`, `unknown-version` or `critical-extension`.
   */
  readonly decode: (bytes: Uint8Array) => T;
  /**
   * The same of what was encoded or decoded here before and kept where nobody changes it: that it is its own
   * encoding is not proved once more, which takes as long as all the rest.
   */
  readonly decodeKept: (bytes: Uint8Array) => T;
}

export interface CodecDefinition<T, Properties, Message extends Properties> {
  readonly name: string;
  readonly message: {
    encode(message: Properties): Writer;
    decode(reader: Reader): Message;
  };
  readonly bytesMax: number;
  /**
   * Fields, counted at every depth, that a message may have: what bounds the heap that its bytes can claim.
   */
  readonly fieldsMax?: number;
  /** Checks every field: it runs when encoding and, for the comparison, when decoding. */
  readonly toWire: (value: T) => Properties;
  /** Converts, and loses nothing that `toWire` could not write. */
  readonly fromWire: (message: Message) => T;
  /** What a later version of the message may say, looked at before everything else. */
  readonly admit?: (message: Message) => void;
}

/** A codec that takes exactly one encoding for each value. */
export function defineCodec<T, Properties, Message extends Properties>(
  definition: CodecDefinition<T, Properties, Message>,
): Codec<T> {
  const { name, bytesMax, fieldsMax = 8192, message, toWire, fromWire, admit } = definition;
  const bounded = (bytes: Uint8Array): void => {
    if (bytes.length > bytesMax) throw rejection('too-large', { where: name, bytes: bytes.length, bytesMax });
  };
  const encode = (value: T): Uint8Array => {
    const bytes = plain(message.encode(toWire(value)).finish());
    bounded(bytes);
    return bytes;
  };
  const decodeKept = (bytes: Uint8Array): T => {
    bounded(bytes);
    const read = parse(name, () => message.decode(openReader(bytes, fieldsMax)));
    admit?.(read);
    return fromWire(read);
  };
  const decode = (bytes: Uint8Array): T => {
    const value = decodeKept(bytes);
    if (!sameBytes(encode(value), bytes)) {
      throw rejection('malformed', { where: name, why: 'is not its own encoding' });
    }
    return value;
  };
  return { name, bytesMax, encode, decode, decodeKept };
}

// The reader throws plain errors for what it can't read: they are the partner's fault, and nobody else's.
function parse<M>(name: string, read: () => M): M {
  try {
    return read();
  } catch (error) {
    if (error instanceof ComityError) throw error;
    throw rejection('malformed', { where: name, why: 'can not be read' }, error);
  }
}

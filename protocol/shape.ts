import { parseHex, plain, toHex } from './hash.ts';
import { COUNTS, TIMES } from './limits.ts';
import { rejection } from './rejection.ts';
import type { Hex, Time } from './value.ts';

/**
 * The checks of single fields, at the codec's edge. All of them stand on the way out: a decoder runs them
 * too, since it encodes what it has decoded and compares. The way in only converts.
 */

/** @throws ComityError `malformed`, naming the field and never its value. */
export function demand(condition: boolean, where: string, why: string): asserts condition {
  if (!condition) refuse(where, why);
}

/** @throws ComityError `malformed`, naming the field and never its value. */
function refuse(where: string, why: string): never {
  throw rejection('malformed', { where, why });
}

export function bytesOut(hex: Hex, length: number, where: string): Uint8Array {
  return parseHex(hex, length) ?? refuse(where, `must have ${length} bytes`);
}

/** A SHA-256 digest, an item id, a key id, a commitment, a root. */
export function digestOut(hex: Hex, where: string): Uint8Array {
  return bytesOut(hex, 32, where);
}

/** What is absent stands as its default, which is not encoded. */
export function optionalDigestOut(hex: Hex | undefined, where: string): Uint8Array {
  return hex === undefined ? new Uint8Array(0) : digestOut(hex, where);
}

/** Sixteen random bytes: a case, an epoch, a boot. */
export function randomIdOut(hex: Hex, where: string): Uint8Array {
  return bytesOut(hex, 16, where);
}

/** Digests, no two alike. */
export function digestsOut(list: readonly Hex[], max: number, where: string): Uint8Array[] {
  demand(new Set(list).size === list.length, where, 'names one twice');
  return listOut(list, max, where, digestOut);
}

/** Digests as a set: in ascending order, so that one set has one encoding. */
export function digestSetOut(list: readonly Hex[], max: number, where: string): Uint8Array[] {
  demand(ascending(list), where, 'must ascend');
  return listOut(list, max, where, digestOut);
}

export function listOut<T, W>(
  list: readonly T[],
  max: number,
  where: string,
  out: (value: T, where: string) => W,
): W[] {
  if (list.length > max) refuse(where, `must have at most ${max} entries`);
  return list.map((value) => out(value, where));
}

/**
 * Strictly ascending, by UTF-16 code units: for the ASCII names and ids of this protocol, the order of bytes.
 */
export function ascending(list: readonly (string | number)[]): boolean {
  return list.every((value, index) => index === 0 || (list[index - 1] as typeof value) < value);
}

export function integerOut(value: number, min: number, max: number, where: string): number {
  demand(Number.isSafeInteger(value) && value >= min && value <= max, where, 'is out of range');
  return value;
}

/** A number that grows without end: a number of a link, a size of the record. */
export function numberOut(value: number, where: string): number {
  return integerOut(value, 0, Number.MAX_SAFE_INTEGER, where);
}

export function timeOut(value: Time, where: string): Time {
  return integerOut(value, 1, TIMES.timeMax, where);
}

export function optionalTimeOut(value: Time | undefined, where: string): Time {
  return value === undefined ? 0 : timeOut(value, where);
}

const code = /^[A-Za-z0-9\-_.:/+]+$/;
const id = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** A code, a date, an id: nothing that a person could write a sentence in. */
export function codeOut(text: string, where: string): string {
  demand(text.length <= COUNTS.codeCharacters && code.test(text), where, 'must be a code');
  return text;
}

export function optionalCodeOut(text: string | undefined, where: string): string {
  return text === undefined ? '' : codeOut(text, where);
}

/** The id of a network, a party, a desk or a scope. */
export function idOut(text: string, where: string): string {
  demand(text.length <= COUNTS.idCharacters && id.test(text), where, 'must be an id');
  return text;
}

export function optionalIdOut(text: string | undefined, where: string): string {
  return text === undefined ? '' : idOut(text, where);
}

/** Text for people: not empty, at most so many characters, and well-formed Unicode. */
export function textOut(text: string, max: number, where: string): string {
  if (text.length === 0 || text.length > max) refuse(where, `must have 1 to ${max} characters`);
  demand(text.isWellFormed(), where, 'is not well-formed text');
  return text;
}

export function lineOut(text: string, where: string): string {
  return textOut(text, COUNTS.lineCharacters, where);
}

export function optionalLineOut(text: string | undefined, where: string): string {
  return text === undefined ? '' : lineOut(text, where);
}

type Given<T> = T | null | undefined;

export function hexIn(bytes: Given<Uint8Array>): Hex {
  return bytes ? toHex(bytes) : '';
}

/** Spread into an object: the property is there if the field was. */
export function ifGiven<Name extends string, W, T>(
  name: Name,
  value: Given<W>,
  read: (value: W) => T,
): { readonly [name in Name]?: T } {
  const absent = value === null || value === undefined || value === '' || value === 0;
  if (absent || (value instanceof Uint8Array && value.length === 0)) return {};
  return { [name]: read(value) } as { [name in Name]: T };
}

export function hexesIn(list: Given<readonly Uint8Array[]>): Hex[] {
  return (list ?? []).map(hexIn);
}

/** What can't be held exactly becomes NaN, and is refused on the way out. */
export function numberIn(value: unknown): number {
  if (value === null || value === undefined) return 0;
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : Number.NaN;
}

export function textIn(text: Given<string>): string {
  return text ?? '';
}

export function opaqueIn(bytes: Given<Uint8Array>): Uint8Array {
  return bytes ? plain(bytes) : new Uint8Array(0);
}

export function present<W>(message: Given<W>, where: string): W {
  return message ?? missing(where);
}

/** @throws ComityError `malformed` */
export function missing(where: string): never {
  refuse(where, 'is missing');
}

/** @throws ComityError `too-large`, before the bytes are looked at. */
export function sizeWithin(bytes: Uint8Array, bytesMax: number, where: string): void {
  if (bytes.length > bytesMax) throw rejection('too-large', { where, bytes: bytes.length, bytesMax });
}

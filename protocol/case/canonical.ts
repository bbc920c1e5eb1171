/** What has a canonical text: plain data. A member that is undefined counts as absent. */
export type Canonical =
  | string
  | number
  | boolean
  | undefined
  | Uint8Array
  | readonly Canonical[]
  | { readonly [member: string]: Canonical };

/**
 * One text for one value, the same on every machine: members sorted by their bytes, absent ones left out,
 * texts behind their length in UTF-8 bytes. Integers only.
 * @throws TypeError for a number that is no safe integer: a bug, never an input.
 */
export function canonicalText(value: Canonical): string {
  if (typeof value === 'string') return textOf(value);
  if (typeof value === 'number') return integerText(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return value === undefined ? 'n' : structureText(value);
}

function integerText(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError('only safe integers have a canonical text');
  return `i${value};`;
}

function textOf(text: string): string {
  return `s${Buffer.byteLength(text, 'utf8')}:${text}`;
}

function structureText(value: Exclude<Canonical, string | number | boolean | undefined>): string {
  if (value instanceof Uint8Array) return `b${Buffer.from(value).toString('hex')};`;
  if (isList(value)) {
    let list = '[';
    for (const entry of value) list += canonicalText(entry);
    return `${list}]`;
  }
  let record = '{';
  for (const member of Object.keys(value).sort(compareBytes)) {
    const held = value[member];
    if (held !== undefined) record += textOf(member) + canonicalText(held);
  }
  return `${record}}`;
}

function isList(value: object): value is readonly Canonical[] {
  return Array.isArray(value);
}

/** Order of two texts by their UTF-8 bytes, whatever the locale. */
export function compareBytes(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    const difference = byteRank(a.charCodeAt(at)) - byteRank(b.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** UTF-16 puts surrogate pairs before U+E000 to U+FFFF; UTF-8 puts them behind. */
function byteRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

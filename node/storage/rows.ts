import { ComityError } from '../../protocol/errors.ts';
import { plain } from '../../protocol/hash.ts';
import type { Operation } from './change.ts';
import type { Row } from './engine.ts';
import { assertKey } from './keys.ts';
import { KEYSPACES, LARGE_VALUES, ROW_BYTES_MAX, rowsMax } from './keyspaces.ts';
import type { KeyspaceName } from './keyspaces.ts';
import { stampOf } from './value-cipher.ts';
import type { OpenedRow, ValueCipher } from './value-cipher.ts';

/** Further rows of large values lie apart from all keyspaces, so that a scan does not meet them. */
const FURTHER_ROWS = '+';
const SEPARATOR = '!';
const AFTER_SEPARATOR = '"';

/** Reads rows by physical key, as an engine does. */
export type ReadMany = (keys: readonly string[]) => Promise<(Uint8Array | undefined)[]>;

/** A row on its way to the engine. */
export interface EncodedRow extends Row {
  /**
   * On the first row of what may be a large value: whether what it replaces may have had more rows (see
   * `ReplacedRows`).
   */
  readonly mayReplace?: boolean;
}

/** Turns operations into sealed physical rows, and rows into values. */
export interface RowCodec {
  /** @throws ComityError('too-large') if the value needs more rows than its keyspace may have. */
  encode(operation: Operation): EncodedRow[];
  /** The value of the first row of it, read whole. @throws ComityError('damaged') */
  decode(keyspace: KeyspaceName, key: string, row: Uint8Array, readMany: ReadMany): Promise<Uint8Array>;
  /**
   * As `decode`, at once, for a value of one row; nothing for a larger one. @throws ComityError('damaged')
   */
  decodeSmall(keyspace: KeyspaceName, key: string, row: Uint8Array): Uint8Array | undefined;
}

export function physicalKey(keyspace: KeyspaceName, key: string): string {
  return keyspace + SEPARATOR + key;
}

/** The key within its keyspace. */
export function logicalKey(keyspace: KeyspaceName, physical: string): string {
  return physical.slice(keyspace.length + 1);
}

/** First physical key that a keyspace can have, and first one after all that it can have. */
export function physicalBounds(keyspace: KeyspaceName): { from: string; to: string } {
  return { from: keyspace + SEPARATOR, to: keyspace + AFTER_SEPARATOR };
}

/** Physical key of a further row, from 1, of the value whose first row is at this place. */
export function furtherKey(place: string, number: number): string {
  return `${FURTHER_ROWS}${SEPARATOR}${place}${SEPARATOR}${number}`;
}

/** Physical keys of so many further rows. */
export function furtherKeys(place: string, rows: number): string[] {
  return Array.from({ length: rows }, (_, index) => furtherKey(place, index + 1));
}

/** What a row that does not authenticate is answered with: it is never served. */
function damagedValue(keyspace: KeyspaceName, key: string): ComityError<'damaged'> {
  return new ComityError(
    'damaged',
    `A stored value in ${keyspace} (${KEYSPACES[keyspace]}) is damaged and was not used: ` +
      'keep a copy of the folder as it is, check the disk, and restore the latest backup.',
    { details: { keyspace, key } },
  );
}

function tooLarge(keyspace: KeyspaceName, bytes: number): ComityError<'too-large'> {
  return new ComityError(
    'too-large',
    `A value for ${keyspace} has ${bytes} bytes and ${rowsMax(keyspace) * ROW_BYTES_MAX} are allowed: ` +
      'say it in several acts.',
    { details: { keyspace, bytes } },
  );
}

export function createRowCodec(cipher: ValueCipher): RowCodec {
  const encodePut = (keyspace: KeyspaceName, key: string, value: Uint8Array): [Row, ...Row[]] => {
    const further = Math.max(0, Math.ceil(value.length / ROW_BYTES_MAX) - 1);
    if (further + 1 > rowsMax(keyspace)) throw tooLarge(keyspace, value.length);
    const place = physicalKey(keyspace, key);
    if (further === 0) return [{ key: place, value: cipher.seal(place, value) }];
    const first = cipher.seal(place, value.subarray(0, ROW_BYTES_MAX), { further });
    const stamp = stampOf(first);
    const rest = furtherKeys(place, further).map((name, index) => {
      const from = (index + 1) * ROW_BYTES_MAX;
      return { key: name, value: cipher.seal(name + stamp, value.subarray(from, from + ROW_BYTES_MAX)) };
    });
    return [{ key: place, value: first }, ...rest];
  };

  const openFirst = (keyspace: KeyspaceName, key: string, row: Uint8Array): OpenedRow => {
    const opened = cipher.open(physicalKey(keyspace, key), row);
    if (opened === undefined) throw damagedValue(keyspace, key);
    return opened;
  };

  const openFurther = async (
    keyspace: KeyspaceName,
    key: string,
    first: OpenedRow,
    readMany: ReadMany,
  ): Promise<Uint8Array> => {
    const names = furtherKeys(physicalKey(keyspace, key), first.further);
    const rows = await readMany(names);
    const parts = names.map((name, index) => {
      const row = rows[index];
      const opened = row === undefined ? undefined : cipher.open(name + first.stamp, row);
      if (opened === undefined) throw damagedValue(keyspace, key);
      return opened.value;
    });
    return plain(Buffer.concat([first.value, ...parts]));
  };

  return {
    encode: ({ keyspace, key, value }) => {
      assertKey(key);
      const large = LARGE_VALUES[keyspace];
      const place = physicalKey(keyspace, key);
      const [first, ...further] = value === undefined ? [{ key: place }] : encodePut(keyspace, key, value);
      if (large === undefined) return [first, ...further];
      return [{ ...first, mayReplace: value === undefined || !large.writeOnce }, ...further];
    },

    decode: async (keyspace, key, row, readMany) => {
      const first = openFirst(keyspace, key, row);
      return first.further === 0 ? plain(first.value) : openFurther(keyspace, key, first, readMany);
    },

    decodeSmall: (keyspace, key, row) => {
      const first = openFirst(keyspace, key, row);
      return first.further === 0 ? plain(first.value) : undefined;
    },
  };
}

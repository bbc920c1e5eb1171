import { COUNTS } from './limits.ts';
import type { comity } from './protobuf.ts';
import { codeOut, demand, missing, numberIn, opaqueIn, present, textIn } from './shape.ts';
import type { Fields, Value } from './value.ts';

type WireRecord = comity.Record.$Properties;
type WireValue = comity.Value.$Properties;

/** What may stand where a text or bytes stand: anything in a body, codes in an act. */
interface Leaves {
  text(text: string, where: string): void;
  bytes(bytes: Uint8Array, where: string): void;
}

const anything: Leaves = {
  text: (text, where) => {
    demand(text.isWellFormed(), where, 'is not well-formed text');
  },
  bytes: () => undefined,
};

const codes: Leaves = {
  text: codeOut,
  bytes: (bytes, where) => {
    demand(bytes.length === 16 || bytes.length === 32, where, 'must be an id or a digest');
  },
};

interface Walk {
  readonly leaves: Leaves;
  readonly where: string;
  /** Values still allowed, over the whole content. */
  left: number;
}

/** Content of a body or of a profile: any well-formed text. @throws ComityError `malformed` */
export function fieldsOut(fields: Fields, where: string): WireRecord {
  return recordOut(fields, { leaves: anything, where, left: COUNTS.values }, 1);
}

/**
 * Content of an act: every text is a code, every byte string an id or a digest. @throws ComityError
 * `malformed`
 */
export function codesOut(fields: Fields, where: string): WireRecord {
  return recordOut(fields, { leaves: codes, where, left: COUNTS.values }, 1);
}

/**
 * Whether content may stand in an act. @throws ComityError `malformed`, naming the first field that may not.
 */
export function codesOnly(fields: Fields): void {
  codesOut(fields, 'content');
}

const tooDeep = `nests deeper than ${COUNTS.recordDepth} records`;
const tooManyFields = `has a record with more than ${COUNTS.fields} fields`;
const tooManyValues = `has more than ${COUNTS.values} values`;
const tooManyEntries = `has a list of more than ${COUNTS.listEntries} entries`;

const name = /^[A-Za-z][A-Za-z0-9_.-]*$/;

function recordOut(fields: Fields, walk: Walk, depth: number): WireRecord {
  demand(depth <= COUNTS.recordDepth, walk.where, tooDeep);
  const names = Object.keys(fields).sort();
  demand(names.length <= COUNTS.fields, walk.where, tooManyFields);
  return {
    fields: names.map((key) => {
      demand(key.length <= COUNTS.fieldNameCharacters && name.test(key), walk.where, 'has a bad field name');
      return { name: key, value: valueOut(fields[key] as Value, walk, depth) };
    }),
  };
}

function valueOut(value: Value, walk: Walk, depth: number): WireValue {
  walk.left -= 1;
  demand(walk.left >= 0, walk.where, tooManyValues);
  if (typeof value === 'string') {
    walk.leaves.text(value, walk.where);
    return { text: value };
  }
  if (typeof value === 'number') {
    demand(Number.isSafeInteger(value), walk.where, 'has a number that is no safe integer');
    return { integer: value };
  }
  if (typeof value === 'boolean') return { truth: value };
  if (value instanceof Uint8Array) {
    walk.leaves.bytes(value, walk.where);
    return { bytes: value };
  }
  return isList(value)
    ? { list: { values: listOut(value, walk, depth) } }
    : { record: recordOut(value, walk, depth + 1) };
}

function listOut(list: readonly Value[], walk: Walk, depth: number): WireValue[] {
  demand(list.length <= COUNTS.listEntries, walk.where, tooManyEntries);
  return list.map((entry) => {
    demand(!isList(entry), walk.where, 'has a list in a list');
    return valueOut(entry, walk, depth);
  });
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Own properties only, whatever the names are: `fieldsOut` then refuses those that are none. */
export function fieldsIn(record: WireRecord): Fields {
  return Object.fromEntries(
    (record.fields ?? []).map((field) => [textIn(field.name), valueIn(present(field.value, 'content'))]),
  );
}

const readers: Readonly<Record<NonNullable<WireValue['kind']>, (value: WireValue) => Value>> = {
  text: ({ text }) => textIn(text),
  integer: ({ integer }) => numberIn(integer),
  truth: ({ truth }) => truth === true,
  bytes: ({ bytes }) => opaqueIn(bytes),
  list: ({ list }) => (list?.values ?? []).map(valueIn),
  record: ({ record }) => fieldsIn(record ?? {}),
};

function valueIn(value: WireValue): Value {
  return value.kind === undefined ? missing('content') : readers[value.kind](value);
}

import type { SeededRandom } from '../support/seeded-random.ts';
import { mutateBytes } from './mutate-bytes.ts';

type Json = unknown;

const TEXTS = [
  '',
  'x',
  'GD',
  '../../etc',
  'a\u0000b',
  '\u202egnp',
  '\ud800',
  'x'.repeat(70_000),
  '2026-99-99T99:99:99Z',
  '9e99',
  '-1',
];
const NUMBERS = [0, -0, -1, 1.5, 1e308, 2 ** 53, Number.MIN_SAFE_INTEGER];
const NAMES = ['x', '', 'constructor', 'toString', 'hasOwnProperty', 'length', '0', 'x'.repeat(5000)];
const DEEP = 1000;

/** The same document with one value, name or entry of it changed, at any depth. */
export function mutateJson(value: Json, random: SeededRandom): Json {
  if (Array.isArray(value) && value.length > 0 && random.below(4) > 0) return mutateList(value, random);
  if (isRecord(value) && Object.keys(value).length > 0 && random.below(6) > 0)
    return mutateRecord(value, random);
  if (typeof value === 'string' && random.below(2) === 0) return mutateString(value, random);
  return anyJson(random);
}

function mutateString(text: string, random: SeededRandom): Json {
  return Buffer.from(mutateBytes(Buffer.from(text), random, Buffer.from(random.pick(TEXTS)))).toString(
    'latin1',
  );
}

function mutateList(list: readonly Json[], random: SeededRandom): Json {
  const at = random.below(list.length);
  const rest = [...list.slice(0, at), ...list.slice(at + 1)];
  switch (random.below(5)) {
    case 0:
      return rest;
    case 1:
      return [...list, list[at]];
    default:
      return [...list.slice(0, at), mutateJson(list[at], random), ...list.slice(at + 1)];
  }
}

function mutateRecord(record: Readonly<Record<string, Json>>, random: SeededRandom): Json {
  const entries = Object.entries(record);
  const at = random.below(entries.length);
  const [name = '', value] = entries[at] ?? [];
  switch (random.below(7)) {
    case 0:
      return Object.fromEntries(entries.toSpliced(at, 1));
    case 1:
      return Object.fromEntries(entries.toSpliced(at, 1, [random.pick(NAMES), value]));
    case 2:
      return Object.fromEntries([...entries, [random.pick(NAMES), anyJson(random)]]);
    default:
      return Object.fromEntries(entries.toSpliced(at, 1, [name, mutateJson(value, random)]));
  }
}

function anyJson(random: SeededRandom): Json {
  const makers: (() => Json)[] = [
    () => null,
    () => random.below(2) === 0,
    () => random.pick(NUMBERS),
    () => random.pick(TEXTS),
    () => [],
    () => ({}),
    () => [random.pick(TEXTS), random.pick(NUMBERS)],
    () => ({ [random.pick(NAMES)]: random.pick(TEXTS) }),
    () => nested(random.below(2) === 0),
    () => Array.from({ length: 2000 }, () => 0),
  ];
  return random.pick(makers)();
}

function nested(inLists: boolean): Json {
  let value: Json = 0;
  for (let depth = 0; depth < DEEP; depth++) value = inLists ? [value] : { x: value };
  return value;
}

function isRecord(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { CARICOM } from '../../protocol/convention/instruments.ts';
import { type Act, actCodec } from '../../protocol/item/act.ts';
import type { Fields, Value } from '../../protocol/value.ts';
import type { SeededRandom } from '../support/seeded-random.ts';
import type { Mutate } from './target.ts';

/** Words of the instrument, and such as no instrument has. */
const VERBS = [...Object.keys(CARICOM.verbs), 'NO_SUCH_VERB', '__proto__', 'constructor'];
const KINDS = [...Object.keys(CARICOM.kinds), 'no.such.kind', 'toString'];
const NAMES = [...namesOf(CARICOM.verbs, new Set<string>()), 'id', 'hasOwnProperty', 'constructor'];
const CODES = [
  ...['m1', 'q1', 'c1', 'g1', 'r1', 'x1', 'part', 'whole', 'use', 'confidentiality', 'executed', 'agreed'],
  ...[
    '2026-03-01',
    '0000-01-01',
    '9999-12-31',
    '2026-02-30',
    'T-EXECUTE',
    'T-ACK',
    '__proto__',
    '-1',
    'G-OTHER',
  ],
];

/** Names of fields, wherever they stand in the data of the instrument. */
function namesOf(data: unknown, found: Set<string>): Set<string> {
  if (typeof data !== 'object' || data === null) return found;
  const { name } = data as { name?: unknown };
  if (typeof name === 'string') found.add(name);
  for (const value of Object.values(data)) namesOf(value, found);
  return found;
}

/** Another act that a partner's node would sign: one to three of its fields, its verb or its kind changed. */
export const mutateAct: Mutate = (input, random) => {
  let act = actCodec.decode(input);
  for (let left = 1 + random.below(3); left > 0; left--) act = changed(act, random);
  return actCodec.encode(act);
};

function changed(act: Act, random: SeededRandom): Act {
  const what = random.below(12);
  if (what === 0) return { ...act, kind: random.pick(KINDS) };
  if (what <= 2) return { ...act, verb: random.pick(VERBS) };
  if (what === 3) return { ...act, regime: { legalBasis: [], procedure: random.pick(CODES) } };
  return { ...act, content: withField(act.content, random, 1) };
}

function withField(content: Fields, random: SeededRandom, depth: number): Fields {
  const names = Object.keys(content);
  const name = names.length > 0 && random.below(2) === 0 ? random.pick(names) : random.pick(NAMES);
  const old = Object.hasOwn(content, name) ? content[name] : undefined;
  const others = Object.entries(content).filter(([other]) => other !== name);
  if (random.below(6) === 0) return Object.fromEntries(others);
  return Object.fromEntries([...others, [name, otherValue(old, random, depth)]]);
}

function otherValue(old: Value | undefined, random: SeededRandom, depth: number): Value {
  if (isList(old) && random.below(3) > 0)
    return old.map((entry) => inside(entry, random, depth)).slice(random.below(2));
  if (old !== undefined && isRecord(old) && random.below(3) > 0) return inside(old, random, depth);
  return anyValue(random, depth);
}

/** A record inside the content with a field changed; what is none stays. */
function inside(value: Value, random: SeededRandom, depth: number): Value {
  return isRecord(value) && depth < 4 ? withField(value, random, depth + 1) : value;
}

function anyValue(random: SeededRandom, depth: number): Value {
  const makers: (() => Value)[] = [
    () => random.pick(CODES),
    () => random.below(2) === 0,
    () => random.pick([0, -1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]),
    () => new Uint8Array(16),
    () => [random.pick(CODES), random.pick(CODES)],
    () => [],
  ];
  if (depth < 4) {
    makers.push(() => ({ id: random.pick(CODES), [random.pick(NAMES)]: random.pick(CODES) }));
    makers.push(() => [
      { id: random.pick(CODES) },
      { id: random.pick(CODES), [random.pick(NAMES)]: random.below(2) === 0 },
    ]);
  }
  return random.pick(makers)();
}

function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

function isRecord(value: Value): value is Fields {
  return typeof value === 'object' && !isList(value) && !(value instanceof Uint8Array);
}

import type { SeededRandom } from '../support/seeded-random.ts';
import { join, varint } from '../support/wire-surgery.ts';

/** Changes bytes without knowing what they mean. `other` is an input to splice with. */
type Mutator = (bytes: Uint8Array, random: SeededRandom, other: Uint8Array) => Uint8Array;

/** Where lengths and counters turn over. */
const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];
const LONG_EDGES = [...EDGES, 2 ** 32, 2 ** 53 - 1, 2 ** 53, 2 ** 63];
const RUN_MAX = 64;

const place = (bytes: Uint8Array, random: SeededRandom): number => random.below(bytes.length + 1);
const run = (random: SeededRandom): number => 1 + random.below(RUN_MAX);
const noise = (random: SeededRandom): Uint8Array =>
  Uint8Array.from({ length: run(random) }, () => random.below(256));

/** The bytes with `removed` of them at a place replaced. */
function replaced(bytes: Uint8Array, at: number, removed: number, put: Uint8Array): Uint8Array {
  return join([bytes.subarray(0, at), put, bytes.subarray(at + removed)]);
}

function bigEndian(value: number): Uint8Array {
  const out = Buffer.alloc(4);
  out.writeUInt32BE(value);
  return out;
}

const MUTATORS: Readonly<Record<string, Mutator>> = {
  flip: (bytes, random) => {
    const at = random.below(Math.max(1, bytes.length));
    return replaced(bytes, at, 1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << random.below(8))));
  },
  set: (bytes, random) =>
    replaced(bytes, place(bytes, random), 1, Uint8Array.of(random.pick([0, 1, 127, 128, 255]))),
  insert: (bytes, random) => replaced(bytes, place(bytes, random), 0, noise(random)),
  delete: (bytes, random) => replaced(bytes, place(bytes, random), run(random), new Uint8Array()),
  duplicate: (bytes, random) => {
    const at = place(bytes, random);
    return replaced(bytes, at, 0, bytes.subarray(at, at + run(random)));
  },
  splice: (bytes, random, other) =>
    join([bytes.subarray(0, place(bytes, random)), other.subarray(place(other, random))]),
  truncate: (bytes, random) => bytes.subarray(0, place(bytes, random)),
  length: (bytes, random) => replaced(bytes, place(bytes, random), 4, bigEndian(random.pick(EDGES))),
  varint: (bytes, random) =>
    replaced(bytes, place(bytes, random), 1, Uint8Array.from(varint(random.pick(LONG_EDGES)))),
};

/** One to four changes, one after the other. */
export function mutateBytes(bytes: Uint8Array, random: SeededRandom, other: Uint8Array): Uint8Array {
  let mutant = bytes;
  for (let left = 1 + random.below(4); left > 0; left--) {
    mutant = random.pick(Object.values(MUTATORS))(mutant, random, other);
  }
  return mutant;
}

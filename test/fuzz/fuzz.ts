import { createHash } from 'node:crypto';
import { ComityError } from '../../protocol/errors.ts';
import { sameBytes, toHex } from '../../protocol/hash.ts';
import { isRejectionCode } from '../../protocol/rejection.ts';
import { randomFrom, type SeededRandom } from '../support/seeded-random.ts';
import type { Target } from './target.ts';
import { countReads } from './work.ts';

/** What became of the inputs of one target. */
export interface Tally {
  readonly name: string;
  readonly inputs: number;
  readonly taken: number;
  readonly refused: Readonly<Record<string, number>>;
}

export interface FuzzOptions {
  readonly seed: number;
  readonly inputs: number;
}

/** Reads of a protobuf reader that a byte of input may cost, and that any input may. */
const READS_PER_BYTE = 16;
const READS_FREE = 256;
const NOISE_BYTES_MAX = 80;
const SHOWN_BYTES = 4096;

/**
 * Feeds a target so many inputs. Each of them follows from the seed, the target and its own number alone, so
 * that any can be made again without those before it.
 * @throws Error at the first that is a flaw, with all that is needed to look at it again.
 */
export async function fuzz(target: Target, { seed, inputs }: FuzzOptions): Promise<Tally> {
  const refused: Record<string, number> = {};
  let taken = 0;
  for (let number = 0; number < inputs; number++) {
    const input = inputOf(target, seed, number);
    const code = await feed(target, input).catch((cause: unknown) => {
      const shown = toHex(input.subarray(0, SHOWN_BYTES));
      const sentence = `${target.name}: input ${number} of seed ${seed}, ${input.length} bytes: ${shown}`;
      throw new Error(sentence, { cause });
    });
    if (code === undefined) taken += 1;
    else refused[code] = (refused[code] ?? 0) + 1;
  }
  return { name: target.name, inputs, taken, refused };
}

/** Input number 0 is a valid one as it is. */
function inputOf({ name, corpus, mutate }: Target, seed: number, number: number): Uint8Array {
  const draw = createHash('sha256').update(`${seed} ${name} ${number}`).digest().readUInt32BE();
  const random = randomFrom(draw);
  const input = random.pick(corpus);
  if (number === 0) return input;
  if (random.below(32) === 0) return noise(random);
  return random.pick(mutate)(input, random, random.pick(corpus));
}

function noise(random: SeededRandom): Uint8Array {
  return Uint8Array.from({ length: random.below(NOISE_BYTES_MAX) }, () => random.below(256));
}

/** The code of the refusal, or nothing for what was taken. */
async function feed(target: Target, input: Uint8Array): Promise<string | undefined> {
  const before = toHex(input);
  const reads = countReads();
  const code = await refusalOf(target, input);
  assertBounded(reads(), input.length);
  if (toHex(input) !== before) throw new TypeError('the input was changed');
  return code;
}

async function refusalOf(target: Target, input: Uint8Array): Promise<string | undefined> {
  try {
    const written = await target.take(input);
    if (written === undefined || sameBytes(written, input)) return undefined;
    throw new TypeError(`it is written anew as ${toHex(written)}`);
  } catch (error) {
    const code = error instanceof ComityError ? String(error.code) : '';
    if (isRejectionCode(code) || target.codes?.includes(code) === true) return code;
    throw error;
  }
}

function assertBounded(reads: number, bytes: number): void {
  if (reads <= READS_FREE + READS_PER_BYTE * bytes) return;
  throw new RangeError(`${bytes} bytes cost ${reads} reads`);
}

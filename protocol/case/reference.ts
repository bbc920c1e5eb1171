import { ComityError } from '../errors.ts';
import { digest, fromHex } from '../hash.ts';
import { TAGS } from '../ids.ts';
import type { Hex } from '../value.ts';

/** Base 32 without I, L, O and U: what is written down by hand is read back as it was meant. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SYMBOLS = 7;
const BITS = 5;
/**
 * x^5 + x^2 + 1: with it the check character finds every single wrong character, and every two that changed
 * places.
 */
const POLYNOMIAL = 0b100101;

export type ReferenceErrorCode = 'reference-unknown' | 'reference-ambiguous' | 'reference-mistyped';

/**
 * The reference of a case for people, `GD/2026/7K4Q-2M9T`: the opener's party, the UTC year of the opening,
 * seven characters made from the case id, and a check character. Two cases share one by a chance of one in
 * 2^35: a label is for people, the case id for programs.
 */
export function labelOf(caseId: Hex, party: string, year: number): string {
  const bytes = fromHex(digest(TAGS.caseReference, fromHex(caseId)));
  let bits = 0n;
  for (const byte of bytes.subarray(0, 5)) bits = (bits << 8n) | BigInt(byte);
  const values = Array.from({ length: SYMBOLS }, (_, at) =>
    Number((bits >> BigInt(BITS * (SYMBOLS - at))) & 31n),
  );
  const symbols = [...values, checkOf(values)].map((value) => ALPHABET[value]).join('');
  return `${party}/${year}/${symbols.slice(0, 4)}-${symbols.slice(4)}`;
}

function checkOf(values: readonly number[]): number {
  const shifted = (value: number) => (value & 16 ? (value << 1) ^ POLYNOMIAL : value << 1);
  return shifted(values.reduce((sum, value) => shifted(sum) ^ value, 0));
}

/**
 * The one label that a text means: the whole, or any shorter form that fits only one, such as `7K4Q`,
 * `2026/7K4Q` or `GD/7K4Q`. Case, hyphens and the usual mistaken letters do not matter.
 * @throws ComityError<ReferenceErrorCode>
 */
export function matchReference(text: string, labels: readonly string[]): string {
  const wanted = partsOf(text);
  const found = labels.filter((label) => fits(wanted, partsOf(label)));
  const [only] = found;
  if (found.length === 1 && only !== undefined) return only;
  if (found.length > 1) {
    const some = found.slice(0, 5).join(', ');
    throw failure('reference-ambiguous', `${text} fits ${found.length} cases (${some}): write more of it.`, {
      found,
    });
  }
  if (wanted.symbols.length === SYMBOLS + 1 && !isChecked(wanted.symbols)) {
    throw failure(
      'reference-mistyped',
      `${text} is no reference: a character is wrong, or two have changed places.`,
    );
  }
  throw failure('reference-unknown', `No case here has the reference ${text}.`);
}

interface ReferenceParts {
  readonly party?: string;
  readonly year?: string;
  readonly symbols: string;
}

function partsOf(text: string): ReferenceParts {
  const segments = text.trim().toUpperCase().split('/');
  const last = segments.pop() ?? '';
  const symbols = last.replaceAll('-', '').replaceAll(/[IL]/g, '1').replaceAll('O', '0');
  const year = segments.find((segment) => /^[0-9]{4}$/.test(segment));
  const party = segments.find((segment) => segment !== year);
  return { symbols, ...(year === undefined ? {} : { year }), ...(party === undefined ? {} : { party }) };
}

function fits(wanted: ReferenceParts, label: ReferenceParts): boolean {
  return (
    wanted.symbols !== '' &&
    label.symbols.startsWith(wanted.symbols) &&
    (wanted.year === undefined || wanted.year === label.year) &&
    (wanted.party === undefined || wanted.party === label.party)
  );
}

function isChecked(symbols: string): boolean {
  const values = Array.from({ length: symbols.length }, (_, at) => ALPHABET.indexOf(symbols.charAt(at)));
  return !values.includes(-1) && checkOf(values.slice(0, -1)) === values.at(-1);
}

function failure(
  code: ReferenceErrorCode,
  message: string,
  details?: Readonly<Record<string, unknown>>,
): ComityError<ReferenceErrorCode> {
  return new ComityError(code, message, details === undefined ? {} : { details });
}

import { codeFormats } from './code-formats.ts';
import type { Value } from '../../value.ts';
import type { FieldSpec, FieldType } from '../field-spec.ts';
import type { SentenceCode } from '../sentences/sentences.ts';
import { nearest } from './nearest.ts';

/** What is wrong with one value, apart from where it stands. */
export interface Flaw {
  readonly code: SentenceCode;
  readonly details?: Readonly<Record<string, string | number>>;
}

/** Nothing but what a form of this field may hold. Undefined if it is as it should be. */
export function flawOf(spec: FieldSpec, type: FieldType, value: Value): Flaw | undefined {
  if (spec.unknownAllowed === true && value === 'unknown') return undefined;
  if (type === 'boolean') return typeof value === 'boolean' ? undefined : wrongType('boolean');
  if (type === 'integer') return integerFlaw(spec, value);
  if (typeof value !== 'string') return wrongType(type);
  return textualFlaw(spec, type, value);
}

export function wrongType(type: FieldType): Flaw {
  return { code: 'wrong-type', details: { wanted: type } };
}

type TextCheck = (spec: FieldSpec, value: string) => Flaw | undefined;

function textualFlaw(spec: FieldSpec, type: FieldType, value: string): Flaw | undefined {
  return (TEXT_CHECKS[type] ?? codeFlaw)(spec, value);
}

/** A text of a field without its own limit, in characters. */
const USUAL_TEXT_MAX = 10_000;

function textFlaw(spec: FieldSpec, value: string): Flaw | undefined {
  const max = spec.textMax ?? USUAL_TEXT_MAX;
  if (value.length > max) return { code: 'too-long', details: { length: value.length, max } };
  return value.isWellFormed() && !hasControls(value) ? undefined : { code: 'bad-text' };
}

/** Control characters but tab and line feed: what no officer types, and what forges a terminal's output. */
function hasControls(value: string): boolean {
  return /[^\P{Cc}\t\n]/u.test(value);
}

function choiceFlaw(spec: FieldSpec, value: string): Flaw | undefined {
  const codes = (spec.choices ?? []).map((choice) => choice.code);
  if (codes.includes(value)) return undefined;
  const near = nearest(value, codes);
  const details = { value: shown(value), choices: codes.join(', ') };
  return near === undefined
    ? { code: 'unknown-choice', details }
    : { code: 'unknown-choice-near', details: { ...details, near } };
}

const CODE = /^[A-Za-z0-9\-_.:/+]{1,64}$/;

function codeFlaw(spec: FieldSpec, value: string): Flaw | undefined {
  if (!CODE.test(value)) return { code: 'bad-code' };
  if (spec.format === undefined || codeFormats[spec.format].pattern.test(value)) return undefined;
  return { code: 'bad-format', details: { wanted: spec.format } };
}

function integerFlaw(spec: FieldSpec, value: Value): Flaw | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return wrongType('integer');
  const min = spec.integerMin ?? 0;
  const max = spec.integerMax ?? Number.MAX_SAFE_INTEGER;
  return value >= min && value <= max ? undefined : { code: 'out-of-range', details: { min, max } };
}

/** A day of the calendar, from year 1000 on. */
function isDate(value: string): boolean {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(value)) return false;
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A minute or second of a day, with its offset: `2027-03-31T14:00Z`, `2027-03-31T14:00:00-04:00`. */
function isTime(value: string): boolean {
  const match = /^(.{10})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/.exec(value);
  return match !== null && isDate(match[1] ?? '');
}

/** A wrong value is quoted in a message no longer than it takes to recognise it. */
export function shown(value: Value): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const TEXT_CHECKS: Readonly<Partial<Record<FieldType, TextCheck>>> = {
  text: textFlaw,
  choice: choiceFlaw,
  date: (_, value) => (isDate(value) ? undefined : { code: 'bad-date', details: { value: shown(value) } }),
  time: (_, value) => (isTime(value) ? undefined : { code: 'bad-time', details: { value: shown(value) } }),
  digest: (_, value) => (/^[0-9a-f]{64}$/.test(value) ? undefined : wrongType('digest')),
};

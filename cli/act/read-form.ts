import { readSync } from 'node:fs';
import type { FormContent, FormValue } from '../../protocol/convention/content/form-value.ts';
import { FORM_LIMITS, parseForm, type Position } from '../../protocol/convention/form/parse-form.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { Input } from '../command.ts';
import { readInputFile } from '../input-file.ts';

/** What an officer has written, and where each field of it stands in the file. */
export interface WrittenForm {
  readonly content: FormContent;
  readonly positions: ReadonlyMap<string, Position>;
}

/**
 * The form in `--file`, with the fields of `--field` set in it.
 * @throws ComityError `usage` if it can't be read or is not YAML; the line is named.
 */
export function readForm(input: Input): WrittenForm {
  const file = input.option('file');
  const form = file === undefined ? { content: {}, positions: new Map<string, Position>() } : readFile(file);
  return { ...form, content: input.options('field').reduce(setField, form.content) };
}

function readFile(file: string): WrittenForm {
  const text = decode(file);
  try {
    return parseForm(text);
  } catch (cause) {
    if (!(cause instanceof ComityError)) throw cause;
    throw new ComityError('usage', `${file}: ${cause.message}`, {
      cause,
      details: { file, form: cause.code, ...cause.details },
    });
  }
}

function decode(file: string): string {
  const bytes =
    file === '-' ? readStandardInput(FORM_LIMITS.bytesMax) : readInputFile(file, FORM_LIMITS.bytesMax);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ComityError('usage', `${file} is no UTF-8 text — is it the form?`, { cause });
  }
}

/** All of it, or as much as shows that it is too much. @throws ComityError `usage` */
function readStandardInput(bytesMax: number): Uint8Array {
  const buffer = Buffer.alloc(bytesMax + 1);
  let length = 0;
  try {
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = readSync(0, buffer, length, buffer.length - length, null);
    }
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    throw new ComityError('usage', `standard input can't be read (${code}) — name a file instead`, { cause });
  }
  return buffer.subarray(0, length);
}

/** `items.0.question=Which account?`; the same field again makes a list of it. */
function setField(content: FormContent, setting: string): FormContent {
  const split = setting.indexOf('=');
  const path = setting
    .slice(0, Math.max(split, 0))
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.');
  if (split < 1 || path.includes('')) {
    throw new ComityError('usage', `'${setting}' sets no field — write name=value, or list.0.name=value`);
  }
  return setAt(content, path, setting.slice(split + 1)) as FormContent;
}

function setAt(value: FormValue | undefined, [name, ...rest]: readonly string[], text: string): FormValue {
  if (name === undefined) return value === undefined || value === null ? text : [...listOf(value), text];
  if (/^\d+$/.test(name)) {
    const list = Array.isArray(value) ? [...(value as readonly FormValue[])] : [];
    const index = Number(name);
    if (index > list.length) {
      throw new ComityError(
        'usage',
        `entry ${index} of a list comes after entry ${list.length} — give that first`,
      );
    }
    list[index] = setAt(list[index], rest, text);
    return list;
  }
  const record = isRecord(value) ? value : {};
  const inner = Object.hasOwn(record, name) ? record[name] : undefined;
  return { ...record, [name]: setAt(inner, rest, text) };
}

function listOf(value: FormValue): readonly FormValue[] {
  return Array.isArray(value) ? (value as readonly FormValue[]) : [value];
}

function isRecord(value: FormValue | undefined): value is FormContent {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { addAbortSignal } from 'node:stream';
import type { FormContent, FormValue } from '../../protocol/convention/content/form-value.ts';
import { FORM_LIMITS, parseForm, type Position } from '../../protocol/convention/form/parse-form.ts';
import { ComityError } from '../../protocol/errors.ts';
import type { Input } from '../command.ts';
import type { Context } from '../context.ts';
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
export async function readForm({ signal }: Pick<Context, 'signal'>, input: Input): Promise<WrittenForm> {
  const file = input.option('file');
  const form =
    file === undefined
      ? { content: {}, positions: new Map<string, Position>() }
      : await readFile(file, signal);
  return { ...form, content: input.options('field').reduce(setField, form.content) };
}

async function readFile(file: string, signal: AbortSignal): Promise<WrittenForm> {
  const text = await decode(file, signal);
  const named = file === '-' ? 'standard input' : file;
  try {
    return parseForm(text);
  } catch (cause) {
    if (!(cause instanceof ComityError)) throw cause;
    throw new ComityError('usage', `${named}: ${cause.message}`, {
      cause,
      details: { file, form: cause.code, ...cause.details },
    });
  }
}

async function decode(file: string, signal: AbortSignal): Promise<string> {
  const bytes =
    file === '-'
      ? await readStandardInput(FORM_LIMITS.bytesMax, signal)
      : readInputFile(file, FORM_LIMITS.bytesMax);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ComityError('usage', `${file} is no UTF-8 text — is it the form?`, { cause });
  }
}

/** All of it, or as much as shows that it is too much. Ctrl-C ends the wait for more. */
async function readStandardInput(bytesMax: number, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of addAbortSignal(signal, process.stdin) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > bytesMax) break;
  }
  return Buffer.concat(chunks);
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

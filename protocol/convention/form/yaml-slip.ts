import { Lexer } from 'yaml';
import type { FORM_SENTENCES } from '../sentences/form-sentences.ts';

/** What keeps a text from being YAML, in the words of an officer, and the place to which the eye should go. */
interface Slip {
  readonly code: keyof typeof FORM_SENTENCES;
  readonly offset: number;
  readonly values?: Readonly<Record<string, string>>;
}

interface PlacedToken {
  readonly token: string;
  readonly offset: number;
}

/** Marks that the lexer sets and that are no part of the text. */
const MARKS: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);

/** The tokens of a text with their places. */
export function* tokensIn(text: string): Generator<PlacedToken> {
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (MARKS.has(token)) continue;
    yield { token, offset };
    offset += token.length;
  }
}

interface Found {
  readonly text: string;
  readonly code: string;
  readonly message: string;
  readonly offset: number;
  /** The character at which the parser stopped. */
  readonly at: string;
}

/** What a parser of YAML says of a text. */
interface YamlError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

type Look = (found: Found) => Slip | undefined;

/** The parser tells where it gave up; what a person did wrong often stands before that. */
export function slipIn(text: string, { code, message, pos: [offset] }: YamlError): Slip {
  const found: Found = { text, code, message, offset, at: text.charAt(offset) };
  for (const look of LOOKS) {
    const slip = look(found);
    if (slip !== undefined) return slip;
  }
  return { code: 'form-unreadable', offset };
}

const simply =
  (parser: string, code: Slip['code']): Look =>
  (found) =>
    found.code === parser ? { code, offset: found.offset } : undefined;

const CLOSES: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** A bracket that is still open where the parser gave up. */
const openBracket: Look = ({ text, code, message, offset }) => {
  const inside =
    /^(Flow|Implicit keys of flow)/.test(message) || (code === 'MISSING_CHAR' && offset >= text.length);
  if (!inside) return undefined;
  const open: PlacedToken[] = [];
  for (const placed of tokensIn(text.slice(0, offset))) {
    if (placed.token in CLOSES) open.push(placed);
    else if (placed.token === ']' || placed.token === '}') open.pop();
  }
  const last = open.at(-1);
  if (last === undefined) return undefined;
  const values = { opens: last.token, closes: CLOSES[last.token] ?? '' };
  return { code: 'form-bracket', offset: last.offset, values };
};

const openQuote: Look = ({ text, message }) => {
  if (!/^Missing closing .quote/.test(message)) return undefined;
  const [quoted] = [...tokensIn(text)].filter(
    ({ token }) => /^["']/.test(token) && (token.length === 1 || !token.endsWith(token.charAt(0))),
  );
  return quoted && { code: 'form-quote', offset: quoted.offset };
};

const STRAY: Readonly<Record<string, Slip['code']>> = {
  ']': 'form-stray-bracket',
  '}': 'form-stray-bracket',
  ',': 'form-stray-comma',
  '-': 'form-list-below',
};

const strayCharacter: Look = ({ code, message, offset, at }) => {
  if (code !== 'UNEXPECTED_TOKEN') return undefined;
  if (/scalar at node end/.test(message)) return { code: 'form-after-quote', offset };
  const stray = Object.hasOwn(STRAY, at) ? STRAY[at] : undefined;
  return stray && { code: stray, offset, values: { character: at } };
};

const badStart: Look = ({ code, offset, at }) =>
  code === 'BAD_SCALAR_START' ? { code: 'form-character', offset, values: { character: at } } : undefined;

/** `name:value`, a line without a colon, a line further in than the one above it, or a colon in a text. */
const badLine: Look = ({ text, code, message, offset }) => {
  const isKey = code === 'MULTILINE_IMPLICIT_KEY' || code === 'BLOCK_AS_IMPLICIT_KEY';
  const noValue = code === 'MISSING_CHAR' && message.startsWith('Implicit map keys');
  return isKey || noValue ? slipOfLine(text, offset) : undefined;
};

function slipOfLine(text: string, offset: number): Slip {
  const end = `${text}\n`.indexOf('\n', offset);
  const rest = text.slice(offset, end);
  const name = /^([\w.]+):\S/.exec(rest)?.[1];
  if (name !== undefined) return { code: 'form-space', offset, values: { name } };
  if (/:(\s|$)/.test(rest)) return { code: 'form-colon', offset };
  if (/^\s*- /.test(rest)) return { code: 'form-indent', offset };
  const begins = text.lastIndexOf('\n', offset - 1) + 1;
  if (text.slice(begins, offset).trim() === '') return { code: 'form-no-colon', offset };
  const next = end + 1;
  return { code: 'form-indent', offset: next + (/^ */.exec(text.slice(next))?.[0].length ?? 0) };
}

const LOOKS: readonly Look[] = [
  simply('TAB_AS_INDENT', 'form-tab'),
  openQuote,
  openBracket,
  simply('BAD_DQ_ESCAPE', 'form-escape'),
  simply('BAD_INDENT', 'form-indent'),
  simply('BAD_ALIAS', 'form-reference'),
  simply('TAG_RESOLVE_FAILED', 'form-tag'),
  simply('RESOURCE_EXHAUSTION', 'form-too-deep'),
  strayCharacter,
  badStart,
  badLine,
  simply('KEY_OVER_1024_CHARS', 'form-colon'),
];

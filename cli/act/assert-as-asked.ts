import { completeContent } from '../../protocol/convention/content/complete-content.ts';
import { joinContent, splitContent } from '../../protocol/convention/content/split-content.ts';
import type { FieldSpec } from '../../protocol/convention/field-spec.ts';
import type { Draft } from '../../protocol/control/types.ts';
import { ComityError } from '../../protocol/errors.ts';
import { itemIdOf } from '../../protocol/item/header.ts';
import { openParts, type Parts } from '../../protocol/item/parts.ts';
import type { Fields, Value } from '../../protocol/value.ts';
import type { AskedAct } from './asked-act.ts';

/** What is known on this side about the form that was filled in, and where it may go. */
export interface Expectation {
  readonly network: string;
  readonly fields: readonly FieldSpec[];
}

/**
 * Decodes what the daemon has prepared and compares it with what the officer asked for: the key signs nothing
 * else, whatever has become of the daemon. Gives the decoded parts.
 *
 * @throws ComityError `not-as-asked`, naming the first difference; `malformed` if it can't be decoded.
 */
export function assertAsAsked(draft: Draft, asked: AskedAct, { network, fields }: Expectation): Parts {
  const parts = openParts({
    actBytes: bytesOf(draft.actBytes),
    actSalt: bytesOf(draft.actSalt),
    bodyBytes: bytesOf(draft.bodyBytes),
    bodySalt: bytesOf(draft.bodySalt),
  });
  const { act, body } = parts;
  same(draft.network, network, 'network');
  same(draft.recipient.party, asked.partner, 'recipient');
  same(draft.caseId, asked.caseId ?? draft.caseId, 'case');
  same(act.kind, asked.kind, 'kind');
  same(act.verb, asked.verb, 'verb');
  same(act.exercise, asked.exercise, 'exercise');
  same(body.language, asked.language, 'language');
  same(draft.attachments.length, 0, 'attachments');
  same(act.extensions.length + body.extensions.length, 0, 'extensions');
  const quoted = act.quotes.map(({ headerBytes }) => itemIdOf(headerBytes));
  same(quoted.join(' '), [...new Set(asked.prepare.quotes)].join(' '), 'quotes');

  const joined = joinContent(fields, act.content, body.content);
  const whole = splitContent(fields, joined);
  sameContent(act.content, whole.act, 'act');
  sameContent(body.content, whole.body, 'body');
  compareRecord(fields, completeContent(unnumbered(fields), asked.content), joined, '');
  return parts;
}

/** The node numbers entries that come without an id, so that an id means one thing in the whole case. */
function unnumbered(specs: readonly FieldSpec[]): readonly FieldSpec[] {
  return specs.map((spec) =>
    spec.fields === undefined
      ? spec
      : { ...spec, fields: unnumbered(spec.fields.map(({ counter: _, ...field }) => field)) },
  );
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64url'));
}

function same(found: unknown, wanted: unknown, what: string): void {
  if (found !== wanted) throw different(what);
}

function different(what: string): ComityError {
  return new ComityError(
    'not-as-asked',
    `the daemon prepared something else than you asked for (${what}) — nothing was signed; tell the operator`,
    { details: { what } },
  );
}

function sameContent(found: Fields, wanted: Fields, what: string): void {
  if (canonical(found) !== canonical(wanted)) throw different(what);
}

function compareRecord(specs: readonly FieldSpec[], asked: Fields, found: Fields, path: string): void {
  for (const name of new Set([...Object.keys(asked), ...Object.keys(found)])) {
    const spec = specs.find((field) => field.name === name);
    const place = path === '' ? name : `${path}.${name}`;
    compareValue(spec, asked[name], { value: found[name], place });
  }
}

function compareValue(
  spec: FieldSpec | undefined,
  asked: Value | undefined,
  { value, place }: { readonly value: Value | undefined; readonly place: string },
): void {
  // What the node fills in stands in the summary that the officer reads; anything else must be the officer's.
  if (asked === undefined && mayBeAdded(spec)) return;
  if (spec?.fields === undefined || asked === undefined || value === undefined) {
    same(canonical(value), canonical(asked), place);
  } else if (isList(asked)) {
    compareList(spec.fields, asked, { value, place });
  } else {
    compareRecord(spec.fields, asked as Fields, value as Fields, place);
  }
}

function compareList(
  fields: readonly FieldSpec[],
  asked: readonly Value[],
  { value, place }: { readonly value: Value; readonly place: string },
): void {
  const found = isList(value) ? value : [];
  same(found.length, asked.length, place);
  for (const [index, entry] of asked.entries()) {
    compareRecord(fields, entry as Fields, found[index] as Fields, `${place}[${index}]`);
  }
}

function mayBeAdded(spec: FieldSpec | undefined): boolean {
  return spec?.filledByNode === true || spec?.fixed !== undefined || spec?.counter !== undefined;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Bytes as digits, names in order: equal texts are equal values. */
function canonical(value: Value | undefined): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (inner instanceof Uint8Array) return { bytes: Buffer.from(inner).toString('hex') };
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

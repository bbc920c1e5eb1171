import type { OpenedItem } from '../../protocol/control/types.ts';
import { CARICOM } from '../../protocol/convention/instruments.ts';
import { fieldsOf } from '../../protocol/convention/verb-in.ts';
import type { FieldSpec } from '../../protocol/convention/field-spec.ts';
import { joinContent } from '../../protocol/convention/content/split-content.ts';
import type { Fields, Value } from '../../protocol/value.ts';
import { type Block, gap, heading, line, pairs, toned } from '../view/block.ts';
import { stateName } from '../view/state-name.ts';
import { when } from '../view/when.ts';
import { exerciseMark } from '../view/words.ts';
import { verbWord, verbOfWord } from '../../protocol/convention/verb-word.ts';

/** An item as an officer reads it: every field under its label, in the order of the form. */
export function itemBlocks(item: OpenedItem, now: number): readonly Block[] {
  const specs = fieldsOf(CARICOM, item.kind, verbOfWord(item.verb)) ?? [];
  const content = joinContent(specs, item.act as Fields, (item.body ?? {}) as Fields);
  return [
    heading(exerciseMark(item), `${stateName(item.from)}: ${verbWord(item.verb)} in ${item.reference}`),
    pairs([
      ['written', when(item.createdAt, now)],
      ['language', item.language],
      ['under', item.paragraphs.join(', ') || undefined],
      ['item', item.itemId],
    ]),
    ...(item.body === undefined
      ? [line(toned('warn', 'The text is not here: it was withheld or erased.'))]
      : []),
    gap,
    ...recordBlocks(specs, content, ''),
    ...attachments(item),
    gap,
  ];
}

function recordBlocks(specs: readonly FieldSpec[], content: Fields, indent: string): readonly Block[] {
  return Object.entries(content).flatMap(([name, value]) => {
    const spec = specs.find((field) => field.name === name);
    return valueBlocks(spec, value, {
      label: `${indent}${spec?.label.en ?? name.replaceAll('_', ' ')}`,
      indent,
    });
  });
}

function valueBlocks(
  spec: FieldSpec | undefined,
  value: Value,
  { label, indent }: { readonly label: string; readonly indent: string },
): readonly Block[] {
  if (isList(value)) {
    return value.flatMap((entry, index) =>
      valueBlocks(spec, entry, { label: `${label} ${index + 1}`, indent }),
    );
  }
  if (isRecord(value)) {
    return [line(toned('strong', label)), ...recordBlocks(spec?.fields ?? [], value, `${indent}  `)];
  }
  const text = scalarText(spec, value);
  if (!text.includes('\n')) return [line(toned('dim', `${label}: `), text)];
  return [line(toned('dim', `${label}:`)), { is: 'text', text }];
}

function scalarText(spec: FieldSpec | undefined, value: Exclude<Value, readonly Value[] | Fields>): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  const text = String(value);
  return spec?.choices?.find((choice) => choice.code === text)?.label.en ?? text;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function isRecord(value: Value): value is Fields {
  return typeof value === 'object' && !(value instanceof Uint8Array) && !isList(value);
}

function attachments({ attachments: list }: OpenedItem): readonly Block[] {
  if (list.length === 0) return [];
  const items = list.map(({ name, mediaType, sizeBytes, complete }) => {
    const state = complete ? 'here' : 'still coming';
    return `${name} (${mediaType}, ${sizeBytes} bytes, ${state})`;
  });
  return [gap, line(toned('dim', 'Attachments:')), { is: 'list', items }];
}

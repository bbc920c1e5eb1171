import type { EventDetail, RecordEvent } from '../storage/change.ts';

/**
 * Canonical JSON of an event: members sorted, no blanks, whole numbers only, absent members left out. One
 * event has one text, and a court can read it without a program of ours.
 * @throws TypeError for a number that is not a safe integer: a bug, found before the event is written.
 */
export function encodeEvent(event: RecordEvent): Uint8Array {
  const { type, at, subject, actor, detail } = event;
  return Buffer.from(
    canonical({
      type,
      at,
      ...given('subject', subject),
      ...given('actor', actor),
      ...given('detail', detail),
    }),
  );
}

export function decodeEvent(bytes: Uint8Array): RecordEvent {
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()) as RecordEvent;
}

function given(name: string, value: EventDetail | undefined): Record<string, EventDetail> {
  return value === undefined ? {} : { [name]: value };
}

function canonical(value: EventDetail): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new TypeError('not a whole number');
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  // Every act has an event or two, so no list is made of the members beyond their names.
  let text = '';
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member !== undefined) text += `${text && ','}${JSON.stringify(name)}:${canonical(member)}`;
  }
  return `{${text}}`;
}

function isList(value: object): value is readonly EventDetail[] {
  return Array.isArray(value);
}
